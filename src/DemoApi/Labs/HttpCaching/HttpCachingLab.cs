using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Visualizer.DemoApi.Documentation;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.SharedCache;

namespace Visualizer.DemoApi.Labs.HttpCaching;

/// <summary>Products with validators and a Cache-Control of your choice, asked directly or through a shared cache.</summary>
public static class HttpCachingLab
{
    public const string Slug = "http-caching";

    private static readonly Product Sample = new(1, "Quiet kettle", "A quiet kettle from the garden shelf.", 1950, 1);
    private static readonly ProductChange Change = new("Quiet kettle", "A quiet kettle from the garden shelf.", 2100);

    public static void MapHttpCaching(this RouteGroupBuilder api)
    {
        var chapter = api.Chapter("Products", "What caches keep, how they find out that it is still right, and how two editors do not overwrite each other.")
            .WithMetadata(new LabMark(Slug));
        MapOrigin(chapter.MapGroup("").AddEndpointFilter(OriginSwitching.Filter));
        MapCache(chapter);
    }

    public static void MapHttpCachingControl(this RouteGroupBuilder control) => CachingControl.Map(control);

    private static void MapOrigin(RouteGroupBuilder origin)
    {
        origin.MapGet("/products/{id}", ProductHandlers.Get).Describe("getProduct", "Read a product, or learn that you have it already", operation => operation
            .Says("What Cache-Control, ETag and Vary say is set by `PUT …/sandbox/caching`.")
            .Gives(200, "The product.", Sample, "ETag", "Last-Modified", "Cache-Control", "Vary")
            .RevalidatesByDateToo()
            .AlsoHead("headProduct"));
        origin.MapPut("/products/{id}", ProductHandlers.PutAsync).Describe("putProduct", "Replace a product, or create it", operation => operation
            .Says("Name the state you replace: its ETag in `If-Match`; or say `If-None-Match: *` to create and never to replace.")
            .Replaces(Change)
            .Gives(200, "Replaced; this is the product now.", Sample with { PriceCents = 2100, Version = 2 }, "ETag", "Last-Modified")
            .Gives(201, "Created.", Sample, "ETag", "Last-Modified", "Location"));
        origin.MapDelete("/products/{id}", ProductHandlers.Delete).Describe("deleteProduct", "Delete a product", operation => operation
            .GivesNothing(204, "It is gone.")
            .GuardsAgainstLostUpdates());
    }

    private static void MapCache(RouteGroupBuilder chapter)
    {
        chapter.MapGet("/cdn/products/{id}", ThroughCacheAsync).Describe("getProductThroughCache", "Read a product through the shared cache", operation => operation
            .Says("`Cache-Status` tells what the cache did, `Age` how old its copy is, in seconds of sandbox time.")
            .Header("Cache-Control", "What you want of the cache: `no-cache`, `no-store`, `max-age=…` or `only-if-cached`.", Value.Text("no-cache", maxLength: 200))
            .Gives(200, "The product, from the cache or from the origin.", Sample, "ETag", "Last-Modified", "Cache-Control", "Vary", "Age", "Cache-Status")
            .RevalidatesByDateToo()
            .Fails(ProblemTypes.GatewayTimeout));
        chapter.MapPut("/cdn/products/{id}", ThroughCacheAsync).Describe("putProductThroughCache", "Replace a product through the shared cache", operation => operation
            .Says("The cache hands it on, and throws its copies of the product away when it has succeeded (RFC 9111 §4.4).")
            .Replaces(Change)
            .Gives(200, "Replaced.", Sample with { PriceCents = 2100, Version = 2 }, "ETag", "Last-Modified", "Cache-Status")
            .Gives(201, "Created.", Sample, "ETag", "Last-Modified", "Location", "Cache-Status")
            .Fails(ProblemTypes.GatewayTimeout));
        chapter.MapDelete("/cdn/products/{id}", ThroughCacheAsync).Describe("deleteProductThroughCache", "Delete a product through the shared cache", operation => operation
            .GivesNothing(204, "It is gone, and so are the copies.", "Cache-Status")
            .GuardsAgainstLostUpdates()
            .Fails(ProblemTypes.GatewayTimeout));
    }

    private static Operation RevalidatesByDateToo(this Operation operation) => operation
        .Revalidates()
        .Header("If-Modified-Since", "Its `Last-Modified`, for clients that keep no ETag; ignored beside `If-None-Match`.", Value.Text("Fri, 23 Jan 2026 11:00:00 GMT", maxLength: 64))
        .Fails(ProblemTypes.PreconditionFailed);

    private static Operation Replaces(this Operation operation, ProductChange change) => operation
        .Body(change)
        .GuardsAgainstLostUpdates(required: true)
        .Header("If-None-Match", "`*`: create, and fail if it is there.", Value.Text("*"))
        .Fails(ProblemTypes.Conflict, "This sandbox holds as many products as it may.");

    private static Task<IResult> ThroughCacheAsync(string id, Sandbox sandbox, HttpContext http, Edge edge) =>
        edge.AnswerAsync(http, sandbox.State<HttpCachingState>().Cache);
}
