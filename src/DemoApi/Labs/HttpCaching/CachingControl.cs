using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.SharedCache.Core;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.HttpCaching;

/// <summary>The lab's dials: what the origin says, whether it can be reached, and a price that changes behind everybody's back.</summary>
internal static class CachingControl
{
    private const int MostCacheControl = 200;

    public static void Map(RouteGroupBuilder control)
    {
        control.MapGet("/caching", (Sandbox sandbox) => Json(sandbox.State<HttpCachingState>().Settings));
        control.MapPut("/caching", ConfigureAsync);
        control.MapGet("/caching/origin", (Sandbox sandbox) => Json(new OriginSwitch(sandbox.State<HttpCachingState>().OriginIsReachable)));
        control.MapPut("/caching/origin", SwitchAsync);
        control.MapPost("/caching/browser", ReportAsync);
        control.MapPut("/caching/products/{id:long}", ChangePriceAsync);
    }

    private static async Task<IResult> ConfigureAsync(Sandbox sandbox, HttpContext http)
    {
        var read = await JsonBody.ReadAsync<CachingSettings>(http);
        if (read.Problem is { } unreadable)
            return unreadable;
        var check = new Validation();
        var said = check.Require(read.Value.CacheControl, "#/cache_control", 0, MostCacheControl);
        if (CacheControl.Parse(said).Fault is { } fault)
            check.That(false, "#/cache_control", $"cache_control cannot be read: {fault}.");
        var kind = check.Require(read.Value.Etag, "#/etag");
        check.That(kind is null || EtagKinds.All.Contains(kind), "#/etag", $"etag must be one of {string.Join(", ", EtagKinds.All)}.");
        var vary = check.Require(read.Value.Vary, "#/vary");
        if (check.Problem is { } invalid)
            return invalid;

        var state = sandbox.State<HttpCachingState>();
        lock (state.Telling)
        {
            state.Configure(read.Value);
            sandbox.Journal.Append(sandbox.Clock.GetUtcNow(), new CachingConfigured(said, kind!, vary), HttpCachingLab.Slug);
        }

        return Json(read.Value);
    }

    private static async Task<IResult> SwitchAsync(Sandbox sandbox, HttpContext http)
    {
        var read = await JsonBody.ReadAsync<OriginSwitch>(http);
        if (read.Problem is { } unreadable)
            return unreadable;
        var check = new Validation();
        var reachable = check.Require(read.Value.Reachable, "#/reachable");
        if (check.Problem is { } invalid)
            return invalid;
        var state = sandbox.State<HttpCachingState>();
        lock (state.Telling)
        {
            state.OriginIsReachable = reachable;
            sandbox.Journal.Append(sandbox.Clock.GetUtcNow(), new OriginSwitched(reachable), HttpCachingLab.Slug);
        }

        return Json(read.Value);
    }

    /// <summary>What never leaves a browser, no server can see: the page's script tells it.</summary>
    private static async Task<IResult> ReportAsync(Sandbox sandbox, HttpContext http)
    {
        var read = await JsonBody.ReadAsync<BrowserReport>(http);
        if (read.Problem is { } unreadable)
            return unreadable;
        var told = read.Value;
        if (new Validation().Check(told).Problem is { } invalid)
            return invalid;
        sandbox.Journal.Append(
            sandbox.Clock.GetUtcNow(),
            new BrowserReported(told.Attempt!, told.Path!, (int)told.Status!, told.TransferBytes, told.BodyBytes!.Value, told.Version, told.CacheControl ?? "", told.AgeSeconds ?? 0, told.RealMs!.Value),
            HttpCachingLab.Slug);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> ChangePriceAsync(long id, Sandbox sandbox, HttpContext http)
    {
        var read = await JsonBody.ReadAsync<PriceBehindTheApi>(http);
        if (read.Problem is { } unreadable)
            return unreadable;
        var check = new Validation();
        var price = check.Require(read.Value.PriceCents, "#/price_cents", 0, 100_000_000);
        if (check.Problem is { } invalid)
            return invalid;

        var state = sandbox.State<HttpCachingState>();
        lock (state.Telling)
        {
            using var shop = sandbox.Shop.CreateContext();
            if (shop.Products.Find(id) is not { } product)
                return ProductHandlers.NotFound($"{id}");
            var before = Representation.Of(product, state.Settings);
            var now = sandbox.Clock.GetUtcNow();
            var after = Representation.Of(Products.Write(shop, product, price, now), state.Settings);
            sandbox.Journal.Append(now, new ProductChanged(id, after.Version, price, before.Etag, after.Etag, Guard: null), HttpCachingLab.Slug);
            return Json(new { id, after.Version, price_cents = price });
        }
    }

    private static IResult Json<T>(T value) => TypedResults.Json(value, WireJson.Options);
}
