using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Visualizer.DemoApi.Documentation;
using Visualizer.DemoApi.Labs.ErrorContracts;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Tests.Documentation;

/// <summary>The calls of the contract that are hardest to describe, without anything behind them.</summary>
internal static class NastyOperations
{
    private static readonly DateTimeOffset Then = new(2026, 1, 23, 11, 0, 0, TimeSpan.Zero);

    /// <summary>A user as version 1 shows it.</summary>
    internal sealed record UserV1(long Id, string Email, string Username, string Name, DateTimeOffset CreatedAt);

    /// <summary>A user as version 2 shows it.</summary>
    internal sealed record UserV2(long Id, string Email, string Username, FullName Name, DateTimeOffset CreatedAt);

    /// <summary>A name in its parts.</summary>
    /// <param name="First">The given name.</param>
    /// <param name="Last">The family name, null for people who have one name only.</param>
    internal sealed record FullName(string First, string? Last);

    internal sealed record NewOrder([Required, Range(1, long.MaxValue)] long? ProductId, [Required, Range(1, 1000)] long? Quantity, [StringLength(500)] string? Note, IReadOnlyList<string>? Tags);

    internal sealed record OrderChanges([Range(1, 1000)] long? Quantity, string? Note);

    internal sealed record PatchStep([Required, RegularExpression("^(add|remove|replace|move|copy|test)$")] string? Op, [Required] string? Path, string? From, JsonElement? Value);

    internal sealed record Order(long Id, long ProductId, long Quantity, string? Note, IReadOnlyList<string> Tags, FullName? Customer, DateTimeOffset CreatedAt);

    internal sealed record CursorPage<T>(IReadOnlyList<T> Items, string? NextCursor, string? PrevCursor, bool HasMore);

    internal sealed record OffsetPage<T>(IReadOnlyList<T> Items, long Offset, long Limit, long Total);

    internal sealed record Permission(string Algorithm, long Remaining, long WaitMs);

    private static readonly UserV1 Alice = new(1, "alice@visualizer.example", "alice", "Alice Smith", Then);

    private static readonly Order Sample = new(201, 1, 2, null, ["gift"], new FullName("Alice", null), Then);

    public static void Map(RouteGroupBuilder api)
    {
        api.Chapter("Errors", "A call that fails on purpose.").MapBoom();
        MapUsers(api.Chapter("Users", "Two versions side by side."));
        MapOrders(api.Chapter("Orders", "Where idempotency is shown."));
        MapLimits(api.Chapter("Limits", "Five limiters."));
        MapProducts(api.Chapter("Products", "What caches do."));
        api.MapGet("/not-described", () => "");
    }

    private static void MapUsers(RouteGroupBuilder users) =>
        users.MapGet("/users/{id}", Nothing).Describe("getUser", "Read a user in the version you ask for", o => o
            .Says("Ask by `Accept`, by `API-Version` or by `?version=`; sources that agree are fine. Without any you get the default version.")
            .Query("version", "The version.", Value.OneOf("1", "2"))
            .Header("API-Version", "The version.", Value.OneOf("1", "2"))
            .Gives(200, "The user, in the version that API-Version and Content-Type name.", Alice, "API-Version", "Vary", "ETag", "Cache-Control", "Deprecation", "Sunset", "Link")
            .GivesAs("application/vnd.visualizer.v1+json", 200, "Version 1.", Alice)
            .GivesAs("application/vnd.visualizer.v2+json", 200, "Version 2.", new UserV2(1, "alice@visualizer.example", "alice", new("Alice", "Smith"), Then))
            .Revalidates()
            .Fails(ProblemTypes.UnsupportedVersion, ProblemTypes.ConflictingVersions, ProblemTypes.NotAcceptable, ProblemTypes.Gone));

    private static void MapOrders(RouteGroupBuilder orders)
    {
        orders.MapPost("/orders", Nothing).Describe("createOrder", "Buy something once", o => o
            .Header("Idempotency-Key", "Your name for this intent; the same for every attempt.", Value.Text("\"8e03978e-40d5-43dd-bc93-6894a57f9324\"", maxLength: 257), required: true)
            .Body(new NewOrder(1, 2, null, ["gift"]))
            .Gives(201, "The order was made, now or by an earlier attempt.", Sample, "Location", "ETag", "Idempotent-Replayed")
            .Fails(ProblemTypes.IdempotencyKeyMissing, ProblemTypes.IdempotencyKeyMalformed, ProblemTypes.IdempotencyKeyReused, ProblemTypes.IdempotencyKeyInUse)
            .MayTakeToken());
        orders.MapGet("/orders", Nothing).Describe("listOrders", "List orders, newest first", o => o
            .PagesByCursor()
            .Query("offset", "Rows to skip; not together with cursor.", Value.Integer(0, long.MaxValue))
            .Gives(200, "A page.", new CursorPage<Order>([Sample], "MS4y", null, true), "Link")
            .Gives(200, "A page.", new OffsetPage<Order>([Sample], 0, 20, 200)));
        orders.MapPatch("/orders/{id}", Nothing).Describe("changeOrder", "Change parts of an order", o => o
            .Body(new OrderChanges(3, null), MediaType.MergePatch)
            .Body<IReadOnlyList<PatchStep>>([new("replace", "/quantity", null, JsonSerializer.SerializeToElement(3))], MediaType.JsonPatch)
            .Gives(200, "The order as it is now.", Sample, "ETag")
            .GuardsAgainstLostUpdates()
            .Fails(ProblemTypes.PatchTestFailed));
    }

    private static void MapLimits(RouteGroupBuilder limits) =>
        limits.MapGet("/limits/{algorithm}", Nothing).Describe("takeToken", "Ask one limiter for permission", o => o
            .Says("The leaky bucket holds the answer until its turn; `wait=false` answers at once.")
            .Path("algorithm", "Which algorithm decides.", Value.OneOf("fixed-window", "sliding-log", "sliding-counter", "token-bucket", "leaky-bucket"))
            .Query("cost", "What the request costs.", Value.Integer(1, 1_000_000, otherwise: 1))
            .Query("wait", "Whether to hold the answer until its turn.", Value.Flag(otherwise: true))
            .Header("Client-Id", "Who asks; each has a quota of its own.", Value.Text("robot-1", maxLength: 64, pattern: "^[!-~]+$"))
            .Gives(200, "Admitted.", new Permission("leaky-bucket", 8, 900), "RateLimit", "RateLimit-Policy", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "Queue-Wait-Ms")
            .Fails(ProblemTypes.QuotaExceeded));

    private static void MapProducts(RouteGroupBuilder products)
    {
        products.MapGet("/products/{id}", Nothing).Describe("getProduct", "Read a product", o => o
            .Gives(200, "The product.", new FullName("Lamp", "Desk"), "ETag", "Cache-Control", "Vary")
            .Revalidates()
            .AlsoHead("headProduct"));
        products.MapPut("/products/{id}", Nothing).Describe("putProduct", "Replace a product", o => o
            .Body(new FullName("Lamp", null))
            .Gives(200, "The product as it is now.", new FullName("Lamp", null), "ETag")
            .GuardsAgainstLostUpdates(required: true)
            .NeedsToken("admin")
            .Fails(ProblemTypes.Conflict, "Another product has this name."));
        products.MapDelete("/products/{id}", Nothing).Describe("deleteProduct", "Delete a product", o => o.GivesNothing(204, "It is gone."));
    }

    private static NoContentStub Nothing() => new();

    private sealed class NoContentStub : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Task.CompletedTask;
    }
}
