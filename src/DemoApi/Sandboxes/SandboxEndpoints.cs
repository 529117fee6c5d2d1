using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Sandboxes;

/// <summary>The remote control of a sandbox. Never rate limited, delayed or drawn: the observer does not disturb what it observes.</summary>
internal static class SandboxEndpoints
{
    public static void MapSandboxControl(this RouteGroupBuilder control)
    {
        control.MapGet("", Report);
        control.MapDelete("", Delete);
        control.MapPost("/reset", ResetAsync);
        control.MapGet("/clock", (Sandbox sandbox) => Json(sandbox.ReadClock()));
        control.MapPut("/clock", SetClockAsync);
        control.MapPost("/clock/advance", AdvanceAsync);
        control.MapGet("/events", JournalEndpoint.Read);
        control.MapGet("/exchanges.har", JournalEndpoint.Har);
    }

    private static IResult Report(Sandbox sandbox, SandboxStore store)
    {
        return Json(new SandboxReport(
            sandbox.Id, sandbox.Seed, sandbox.Epoch, sandbox.ReadClock(), new(sandbox.Exchanges, sandbox.Journal.LastId), store.ExpiresAt(sandbox)));
    }

    private static IResult Delete(Sandbox sandbox, SandboxStore store)
    {
        store.Remove(sandbox.Id);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> ResetAsync(Sandbox sandbox, HttpContext http, SandboxStore store, IEnumerable<LabMark> labs)
    {
        var read = await JsonBody.ReadOptionalAsync<ResetRequest>(http);
        if (read.Problem is { } unreadable)
            return unreadable;
        var lab = read.Value?.Lab;
        var mark = labs.FirstOrDefault(l => l.Slug == lab);
        if (lab is not null && mark is null)
            return Problem.Of(ProblemTypes.ValidationError, Violation.At("#/lab", $"There is no lab '{lab}'. There are {string.Join(", ", labs.Select(l => l.Slug))}."));
        return sandbox.Reset(lab, mark?.Tables ?? []) ? Report(sandbox, store) : SandboxPath.NotFound;
    }

    private static async Task<IResult> SetClockAsync(Sandbox sandbox, HttpContext http)
    {
        var read = await JsonBody.ReadAsync<ClockRequest>(http);
        if (read.Problem is { } unreadable)
            return unreadable;
        var check = new Validation();
        var rate = check.Require(read.Value.Rate, "#/rate", 0.01m, 100m);
        var paused = check.Require(read.Value.Paused, "#/paused");
        if (check.Problem is { } invalid)
            return invalid;
        return Json(sandbox.SetClock(rate, paused));
    }

    private static async Task<IResult> AdvanceAsync(Sandbox sandbox, HttpContext http)
    {
        var read = await JsonBody.ReadAsync<AdvanceRequest>(http);
        if (read.Problem is { } unreadable)
            return unreadable;
        var check = new Validation();
        var left = (long)(DateTimeOffset.MaxValue - sandbox.Clock.GetUtcNow()).TotalMilliseconds - 1;
        var milliseconds = check.Require(read.Value.Milliseconds, "#/milliseconds", 0, Math.Max(0, left));
        if (check.Problem is { } invalid)
            return invalid;
        try
        {
            return Json(sandbox.AdvanceClock(TimeSpan.FromMilliseconds(milliseconds)));
        }
        catch (RunawayTimersException runaway)
        {
            return Problem.Of(ProblemTypes.ValidationError, Violation.At("#/milliseconds",
                $"Too many timers fall into that span: after {runaway.Fired} the clock stopped at {WireJson.Format(runaway.StoppedAt)}. Advance in smaller steps."));
        }
    }

    private static IResult Json<T>(T value) => TypedResults.Json(value, WireJson.Options);
}
