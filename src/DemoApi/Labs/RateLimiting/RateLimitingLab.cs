using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Visualizer.DemoApi.Documentation;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.RateLimiting.Core;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.RateLimiting;

/// <summary>Five limiters, live: one address each, settings under the sandbox's control.</summary>
public static class RateLimitingLab
{
    public const string Slug = "rate-limiting";

    public static void MapRateLimiting(this RouteGroupBuilder api)
    {
        var limits = api.Chapter("Limits", "Five rate limiters, side by side: each counts its own requests, each client has a quota of its own.").WithMetadata(new LabMark(Slug));
        limits.MapGet("/limits/{algorithm}", TakeAsync).Describe("takePermission", "Ask one limiter for permission", operation => operation
            .Says("The leaky bucket holds the answer until its turn, in sandbox time; `wait=false` answers at once and tells the turn.")
            .Path("algorithm", "Which algorithm decides.", Value.OneOf([.. Algorithms.All]))
            .Query("cost", "What the request costs; at most the limiter's capacity, and 1 for the leaky bucket.", Value.Integer(1, 1_000, otherwise: 1))
            .Query("wait", "Whether the leaky bucket holds the answer until its turn.", Value.Flag(otherwise: true))
            .Header("Client-Id", "Who asks: each client has a quota of its own.", Value.Text("robot-1", maxLength: 64, pattern: "^[!-~]+$"))
            .Gives(200, "Admitted.", new Permission(Algorithms.TokenBucket, null, 1, 9, 0),
                "RateLimit", "RateLimit-Policy", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "Queue-Wait-Ms")
            .Fails(ProblemTypes.QuotaExceeded));
    }

    public static void MapRateLimitingControl(this RouteGroupBuilder control)
    {
        control.MapGet("/limits/{algorithm}", Settings);
        control.MapPut("/limits/{algorithm}", ConfigureAsync);
    }

    private static async Task<IResult> TakeAsync(string algorithm, Sandbox sandbox, HttpContext http)
    {
        if (!Algorithms.All.Contains(algorithm))
            return UnknownAlgorithm(algorithm);
        var (exchange, state) = (http.Exchange(), sandbox.State<RateLimitingState>());
        var read = LimitRequest.Read(http.Request, state.Settings(algorithm));
        if (read.Problem is { } unreadable)
            return unreadable;

        var request = read.Value;
        var limiter = state.LimiterFor(algorithm, request.Client ?? "");
        var (now, decision, turn) = Decide(sandbox, limiter, request, http);
        RateLimitHeaders.Write(http.Response.Headers, algorithm, limiter.Policy, decision, now);
        if (!decision.Admitted)
            return RateLimitHeaders.Refusal(algorithm, limiter.Policy, decision);
        var waitMs = decision.WaitTicks / TimeSpan.TicksPerMillisecond;
        if (algorithm == Algorithms.LeakyBucket)
            http.Response.Headers["Queue-Wait-Ms"] = $"{waitMs}";
        if (turn is not null && await LeaveInTurnAsync(turn, exchange) is { } sentAway)
            return sentAway;
        return TypedResults.Json(new Permission(algorithm, request.Client, request.Cost, decision.Remaining, waitMs), WireJson.Options);
    }

    /// <summary>Asks, queues and writes down in one step, so that the journal's order is the order of the decisions.</summary>
    private static (DateTimeOffset Now, Decision Decision, Task<HoldOutcome>? Turn) Decide(
        Sandbox sandbox, ILimiter limiter, LimitRequest request, HttpContext http)
    {
        lock (limiter)
        {
            var (exchange, now) = (http.Exchange(), sandbox.Clock.GetUtcNow());
            var ticks = (now - DateTimeOffset.UnixEpoch).Ticks;
            var decision = limiter.Take(ticks, request.Cost);
            exchange.OutcomeAt = now;
            var (queued, due) = (decision is { Admitted: true, WaitTicks: > 0 }, now.AddTicks(decision.WaitTicks));
            // Both before the journal tells of the admission: whoever reads of it may push the clock past the turn, or count the places.
            if (queued)
                DepartAt(due, sandbox, limiter, request, exchange.RequestId);
            var turn = queued && request.Wait ? sandbox.Held.Until(due, http.RequestAborted).AsTask() : null;
            sandbox.Journal.Append(now, LimiterEvent.Of(request, decision, limiter.Forecast(ticks)), Slug, exchange.RequestId);
            return (now, decision, turn);
        }
    }

    /// <summary>Whether or not anybody waits for the answer, the request leaves the queue in its turn.</summary>
    private static void DepartAt(DateTimeOffset due, Sandbox sandbox, ILimiter limiter, LimitRequest request, string requestId) =>
        sandbox.Clock.Schedule(due, _ =>
        {
            lock (limiter) // never told before the admission
                sandbox.Journal.Append(due, new RequestDeparted(request.Algorithm, request.Client ?? ""), Slug, requestId);
        });

    private static async Task<Problem?> LeaveInTurnAsync(Task<HoldOutcome> turn, RecordedExchange exchange)
    {
        var outcome = await turn;
        exchange.OutcomeAt = outcome.End is HoldEnd.Released ? outcome.Due : null;
        return outcome.End is HoldEnd.Released ? null : HeldProblem.Of(outcome.End);
    }

    private static IResult Settings(string algorithm, Sandbox sandbox) => Algorithms.All.Contains(algorithm)
        ? TypedResults.Json(sandbox.State<RateLimitingState>().Settings(algorithm).Contract, WireJson.Options)
        : UnknownAlgorithm(algorithm);

    private static async Task<IResult> ConfigureAsync(string algorithm, Sandbox sandbox, HttpContext http)
    {
        if (!Algorithms.All.Contains(algorithm))
            return UnknownAlgorithm(algorithm);
        var read = await SettingsRequest.ReadAsync(algorithm, http);
        if (read.Problem is { } refused)
            return refused;
        var settings = read.Value;
        sandbox.State<RateLimitingState>().Configure(settings);
        sandbox.Journal.Append(sandbox.Clock.GetUtcNow(), settings.Event, Slug);
        return TypedResults.Json(settings.Contract, WireJson.Options);
    }

    private static Problem UnknownAlgorithm(string algorithm) =>
        new(ProblemTypes.NotFound, $"There is no limiter '{algorithm}'. There are {string.Join(", ", Algorithms.All)}.");
}
