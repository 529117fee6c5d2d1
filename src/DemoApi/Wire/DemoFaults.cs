using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.DemoApi.Wire;

/// <summary>Faults on request, by a header, so that a fault is visible and can be sent with curl: <c>Demo-Fault: drop-response</c>.</summary>
public static class DemoFaults
{
    public const string Header = "Demo-Fault";

    /// <summary>Longest <c>delay</c>, in milliseconds of sandbox time.</summary>
    public const int MaxDelayMs = 10_000;

    /// <summary>What the server says of itself when it was asked to fail.</summary>
    public static Problem Failure => new(ProblemTypes.InternalError, "The server failed, because the request asked for it.");

    /// <summary>Stands behind routing and in front of every handler of the demo API. What is no call (404, 405) cannot be made to fail.</summary>
    public static IApplicationBuilder UseDemoFaults(this IApplicationBuilder app) => app.Use((http, next) =>
        http.Features.Get<RecordedExchange>() is { Recorded: true } && http.GetEndpoint() is RouteEndpoint && http.Request.Headers.TryGetValue(Header, out var fault)
            ? FailAsync(http, next, fault.Count == 1 ? DemoFault.Parse(fault[0] ?? "") : null)
            : next(http));

    private static Task FailAsync(HttpContext http, RequestDelegate next, DemoFault? fault)
    {
        switch (fault)
        {
            case null:
                return ProblemWriter.WriteAsync(http, Problem.Of(ProblemTypes.InvalidHeader, Violation.InHeader(Header,
                    $"{Header} must be drop-response, fail-before-commit, error-500 or delay= with 0 to {MaxDelayMs} milliseconds, given once.")));
            case { Kind: DemoFaultKind.DropResponse }:
                return DropAsync(http, next);
            case var staged when http.GetEndpoint()?.Metadata.GetMetadata<StagesFaults>() is not null:
                http.Features.Set(staged);
                return next(http);
            case { Kind: DemoFaultKind.FailBeforeCommit }:
                http.CutConnection();
                return Task.CompletedTask;
            case { Kind: DemoFaultKind.Error500 }:
                return ProblemWriter.WriteAsync(http, Failure);
            default:
                return DelayAsync(http, next, fault.Wait);
        }
    }

    private static async Task DropAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        http.CutConnection();
    }

    private static async Task DelayAsync(HttpContext http, RequestDelegate next, TimeSpan wait)
    {
        var sandbox = http.Sandbox();
        var held = await sandbox.Held.Until(sandbox.Clock.GetUtcNow() + wait, http.RequestAborted);
        await (held.End is HoldEnd.Released ? next(http) : ProblemWriter.WriteAsync(http, HeldProblem.Of(held.End)));
    }
}
