using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
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

    private const string Delay = "delay=";

    /// <summary>Stands behind routing and in front of every handler of the demo API.</summary>
    public static IApplicationBuilder UseDemoFaults(this IApplicationBuilder app) => app.Use((http, next) =>
        http.Features.Get<RecordedExchange>() is { Recorded: true } exchange && http.Request.Headers.TryGetValue(Header, out var fault)
            ? FailAsync(http, next, exchange, fault.Count == 1 ? fault[0] ?? "" : "")
            : next(http));

    private static Task FailAsync(HttpContext http, RequestDelegate next, RecordedExchange exchange, string fault) => fault switch
    {
        "fail-before-commit" => Cut(http, exchange),
        "drop-response" => DropAsync(http, next, exchange),
        "error-500" => ProblemWriter.WriteAsync(http, new Problem(ProblemTypes.InternalError, "The server failed, because the request asked for it.")),
        _ when DelayOf(fault) is { } milliseconds => DelayAsync(http, next, milliseconds),
        _ => ProblemWriter.WriteAsync(http, Problem.Of(ProblemTypes.InvalidHeader, Violation.InHeader(Header,
            $"{Header} must be drop-response, fail-before-commit, error-500 or delay= with 0 to {MaxDelayMs} milliseconds, given once."))),
    };

    private static async Task DropAsync(HttpContext http, RequestDelegate next, RecordedExchange exchange)
    {
        await next(http);
        await Cut(http, exchange);
    }

    private static Task Cut(HttpContext http, RecordedExchange exchange)
    {
        exchange.CutByServer = true;
        http.Abort();
        return Task.CompletedTask;
    }

    private static async Task DelayAsync(HttpContext http, RequestDelegate next, int milliseconds)
    {
        var sandbox = http.Sandbox();
        var held = await sandbox.Held.Until(sandbox.Clock.GetUtcNow().AddMilliseconds(milliseconds), http.RequestAborted);
        await (held.End is HoldEnd.Released ? next(http) : ProblemWriter.WriteAsync(http, HeldProblem.Of(held.End)));
    }

    private static int? DelayOf(string fault) =>
        fault.StartsWith(Delay, StringComparison.Ordinal)
        && int.TryParse(fault.AsSpan(Delay.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds <= MaxDelayMs
            ? milliseconds
            : null;
}
