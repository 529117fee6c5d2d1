using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Identity;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.ErrorContracts.Core;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.DemoApi.Labs.ErrorContracts;

/// <summary>Endpoint metadata: the way of this call through the gates is told to the journal.</summary>
internal sealed record Gated;

/// <summary>
/// Tells the journal how far a request came. Its first three gates are the house's own, in front of every handler: routing, the token,
/// the role. The handler asks the others.
/// </summary>
public static class GateKeeping
{
    /// <summary>Stands outside of what turns routing's answer into 404 and 405, and inside of what makes a problem of an exception.</summary>
    public static IApplicationBuilder UseGates(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var failed = true;
        try
        {
            await next(http);
            failed = false;
        }
        finally
        {
            if (http.Features.Get<RecordedExchange>() is { Recorded: true } exchange && WalkOf(http, exchange) is { } walk)
                Tell(http, exchange, walk, failed);
        }
    });

    /// <summary>The walk of a request whose handler has begun: it was routed and let in.</summary>
    internal static GateWalk BeginWalk(this HttpContext http)
    {
        var walk = new GateWalk();
        walk.Pass(Gates.Route);
        walk.Pass(Gates.Who);
        if (http.GetEndpoint()?.Metadata.GetMetadata<TokenDemand>() is { Role: not null })
            walk.Pass(Gates.May);
        http.Features.Set(walk);
        return walk;
    }

    /// <summary>What the caller has left of a quota, for the journal.</summary>
    internal static void TellQuota(this HttpContext http, QuotaAnswer quota) => http.Features.Set(new QuotaLeft(quota.Left));

    private static GateWalk? WalkOf(HttpContext http, RecordedExchange exchange)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<Gated>() is null)
            return IsNobodys(http.Response) ? StoppedAtRoute(http, exchange) : null;
        return http.Features.Get<GateWalk>() ?? (http.Features.Get<AccessRefusal>() is { } refused ? StoppedAtDoor(refused) : null);
    }

    // Whatever a handler answers has a body or a kind; what routing answers has neither yet.
    private static bool IsNobodys(HttpResponse response) => response is { HasStarted: false, StatusCode: 404 or 405, ContentType: null or "", ContentLength: null };

    private static GateWalk StoppedAtRoute(HttpContext http, RecordedExchange exchange)
    {
        var walk = new GateWalk();
        walk.StopAt(Gates.Route, http.Response.StatusCode, http.Response.StatusCode == StatusCodes.Status404NotFound
            ? "There is nothing at this address."
            : $"{exchange.Method} is not possible here. Allowed: {http.Response.Headers.Allow}.");
        return walk;
    }

    private static GateWalk StoppedAtDoor(AccessRefusal refused)
    {
        var walk = new GateWalk();
        walk.Pass(Gates.Route);
        if (refused.Known)
            walk.Pass(Gates.Who);
        walk.StopAt(refused.Known ? Gates.May : Gates.Who, refused.Problem.Type.Status, refused.Problem.Detail);
        return walk;
    }

    private static void Tell(HttpContext http, RecordedExchange exchange, GateWalk walk, bool failed)
    {
        var trace = walk.Answers.Select(answer => new GatePassage(answer.Gate.Number, answer.Gate.Name, answer.Status, answer.Why)).ToList();
        var left = http.Features.Get<QuotaLeft>()?.Requests;
        int? status = failed ? StatusCodes.Status500InternalServerError : exchange.CutByServer ? null : http.Response.StatusCode;
        IEventData happened = walk.Stop is { } stop
            ? new StoppedAtGate(stop.Gate.Number, stop.Gate.Name, stop.Status!.Value, stop.Why, Violations(http), stop is { Gate.Number: 3, Status: 404 }, left, trace)
            : new GatesPassed(status, left, trace);
        var sandbox = http.Sandbox();
        sandbox.Journal.Append(sandbox.Clock.GetUtcNow(), happened, ErrorContractsLab.Slug, exchange.RequestId);
    }

    private static int Violations(HttpContext http) => http.Features.Get<Refused>()?.Problem.Errors.Count ?? 0;

    private sealed record QuotaLeft(int Requests);

    private sealed record Refused(Problem Problem);

    /// <summary>Leads a call through its keepers, and remembers what the one that refused it had to say.</summary>
    internal static async ValueTask<Problem?> AskAsync<TCall>(this HttpContext http, TCall call, IReadOnlyList<Keeper<TCall, Problem>> keepers)
    {
        var refused = await http.BeginWalk().ThroughAsync(call, keepers, problem => (problem.Type.Status, problem.Detail));
        if (refused is not null)
            http.Features.Set(new Refused(refused));
        return refused;
    }
}
