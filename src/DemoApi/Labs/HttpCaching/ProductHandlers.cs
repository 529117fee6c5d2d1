using System.Globalization;
using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Data;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.HttpCaching;

/// <summary>The origin: products with validators, and writes that name the state they replace.</summary>
internal static class ProductHandlers
{
    /// <summary>Most products in a sandbox; a stranger with a loop shall not fill the house.</summary>
    public const int MostProducts = 200;

    public static IResult Get(string id, Sandbox sandbox, HttpContext http, TimeProvider real)
    {
        var state = sandbox.State<HttpCachingState>();
        Representation found;
        PreconditionOutcome outcome;
        lock (state.Telling) // or a change that came later would be told first
        {
            using var shop = sandbox.Shop.CreateContext();
            if (Find(shop, id) is not { } product)
                return NotFound(id);
            found = Representation.Of(product, state.Settings);
            outcome = Preconditions.Of(http.Request).Check(found.Validators);
            Tell(sandbox, http, ProductEvent.Read(found, http.Request, outcome));
        }

        if (outcome is PreconditionOutcome.Failed)
            return outcome.Answer()!; // and nothing about caching: it is not the product
        found.WriteValidators(http.Response.Headers, real.GetUtcNow());
        found.WriteCaching(http.Response.Headers);
        return outcome.Answer() ?? TypedResults.Bytes(found.Body, MediaType.Json);
    }

    public static async Task<IResult> PutAsync(string id, Sandbox sandbox, HttpContext http, TimeProvider real)
    {
        if (!IsId(id, out var number))
            return NotFound(id);
        var read = await JsonBody.ReadAsync<ProductChange>(http);
        if (read.Problem is { } unreadable)
            return unreadable;
        var state = sandbox.State<HttpCachingState>();
        lock (state.Telling)
        {
            using var shop = sandbox.Shop.CreateContext();
            return Put(shop, number, read.Value, state.Settings, sandbox, http, real.GetUtcNow());
        }
    }

    public static IResult Delete(string id, Sandbox sandbox, HttpContext http)
    {
        var state = sandbox.State<HttpCachingState>();
        lock (state.Telling)
        {
            using var shop = sandbox.Shop.CreateContext();
            if (Find(shop, id) is not { } product)
                return NotFound(id);
            var before = Representation.Of(product, state.Settings);
            if (Refused(sandbox, http, product.Id, before, required: false) is { } refused)
                return refused;
            shop.Remove(product);
            shop.SaveChanges();
            Tell(sandbox, http, new ProductDeleted(product.Id, before.Etag, ProductEvent.GuardOf(http.Request)));
            DropCopies(sandbox, http, product.Id);
            return TypedResults.NoContent();
        }
    }

    // Under the lock: compared and replaced in one step. A product that is not there has no state to name (RFC 9110 §13.1.1).
    private static IResult Put(ShopContext shop, long id, ProductChange change, CachingSettings settings, Sandbox sandbox, HttpContext http, DateTimeOffset realNow)
    {
        var product = shop.Products.Find(id);
        var before = product is null ? null : Representation.Of(product, settings);
        if (Refused(sandbox, http, id, before, required: true) is { } refused)
            return refused;
        if (new Validation().Check(change).Problem is { } invalid)
            return invalid;
        if (product is null && shop.Products.Count() >= MostProducts)
            return new Problem(ProblemTypes.Conflict, $"This sandbox holds as many products as it may ({MostProducts}). Delete one first.");

        var after = Representation.Of(Products.Write(shop, product, id, change, sandbox.Clock.GetUtcNow()), settings);
        Tell(sandbox, http, new ProductChanged(id, after.Version, change.PriceCents!.Value, before?.Etag, after.Etag, ProductEvent.GuardOf(http.Request)));
        DropCopies(sandbox, http, id);
        after.WriteValidators(http.Response.Headers, realNow);
        if (before is null)
            http.Response.Headers.Location = $"{http.Request.PathBase}/api/products/{id}";
        http.Response.StatusCode = before is null ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        return TypedResults.Bytes(after.Body, MediaType.Json);
    }

    private static IResult? Refused(Sandbox sandbox, HttpContext http, long id, Representation? before, bool required)
    {
        var outcome = Preconditions.Of(http.Request).Check(before?.Validators, required);
        var answer = outcome.Answer();
        if (answer is not null)
            Tell(sandbox, http, ProductEvent.Refused(id, before, http.Request, outcome));
        return answer;
    }

    // A write that came through the cache is seen there; of one that came directly the origin tells it, as real ones call a CDN's purge.
    private static void DropCopies(Sandbox sandbox, HttpContext http, long id)
    {
        if (Headers.OriginOf(http.Request).AskedBy is null)
            sandbox.State<HttpCachingState>().Cache.Drop($"/products/{id}", "The origin was changed directly, and told its cache", requestId: http.Exchange().RequestId);
    }

    private static Data.Product? Find(ShopContext shop, string id) => IsId(id, out var number) ? shop.Products.Find(number) : null;

    // What is no positive integer names nothing.
    private static bool IsId(string text, out long id) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id) && id > 0;

    internal static Problem NotFound(string id) => new(ProblemTypes.NotFound, $"There is no product '{id}'.");

    private static void Tell(Sandbox sandbox, HttpContext http, IEventData happened) =>
        sandbox.Journal.Append(sandbox.Clock.GetUtcNow(), happened, HttpCachingLab.Slug, http.Exchange().RequestId);
}
