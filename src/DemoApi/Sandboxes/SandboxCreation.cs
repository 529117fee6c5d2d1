using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Sandboxes;

/// <summary>The door: makes sandboxes for programs (POST /api/sandboxes) and for browsers (/labs/{slug}), within the house's real limits.</summary>
public sealed class SandboxCreation(SandboxStore store, IOptions<SandboxOptions> options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _perAddress = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = options.Value.CreationsPerMinute, Window = Window }));

    /// <summary>A new sandbox, or the problem that says when to try again.</summary>
    public Read<Sandbox> Create(HttpContext http, SandboxOrder order)
    {
        using var lease = _perAddress.AttemptAcquire(http.Connection.RemoteIpAddress?.ToString() ?? "");
        if (!lease.IsAcquired)
        {
            var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
            return new Problem(ProblemTypes.TooManyRequests, $"One address may make {options.Value.CreationsPerMinute} sandboxes a minute.")
            {
                Headers = { RetryAfter = $"{Math.Ceiling(wait.TotalSeconds)}" },
            };
        }

        return store.Create(order) is { } made
            ? made
            : new Problem(ProblemTypes.TooManySandboxes, $"All {options.Value.MaxAlive} sandboxes are taken. Delete one you no longer need, or try again later.")
            {
                Headers = { RetryAfter = "60" },
            };
    }

    public void Dispose() => _perAddress.Dispose();

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/sandboxes", MakeAsync).InScope(SandboxScope.Outside);

    private static async Task<IResult> MakeAsync(HttpContext http, SandboxCreation door, SandboxStore store)
    {
        var read = await JsonBody.ReadOptionalAsync<NewSandbox>(http);
        if (read.Problem is { } unreadable)
            return unreadable;
        var ordered = Order(read.Value);
        if (ordered.Problem is { } invalid)
            return invalid;
        var created = door.Create(http, ordered.Value);
        if (created.Problem is { } refused)
            return refused;

        var sandbox = created.Value;
        var root = $"{http.Request.Scheme}://{http.Request.Host}/s/{sandbox.Id}";
        http.Response.Headers.Location = $"/s/{sandbox.Id}/sandbox";
        return TypedResults.Json(
            new SandboxMade(sandbox.Id, $"{root}/api", $"{root}/labs/rate-limiting", sandbox.Seed, store.ExpiresAt(sandbox)), WireJson.Options, statusCode: 201);
    }

    private static Read<SandboxOrder> Order(NewSandbox? wish)
    {
        var usual = SandboxOrder.Default;
        var check = new Validation();
        var seed = (int)check.Require(wish?.Seed ?? usual.Seed, "#/seed", 0, int.MaxValue);
        var start = usual.Start;
        if (wish?.Start is { } text && check.That(WireJson.TryParse(text, out start), "#/start", "start must be a time of RFC 3339, such as 2026-01-23T11:00:00Z."))
            check.That(start.Year is >= 1970 and < 9000, "#/start", "start must lie between the years 1970 and 9000.");
        return check.Problem ?? (Read<SandboxOrder>)new SandboxOrder(seed, start, wish?.Paused ?? usual.Paused);
    }
}
