using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.DemoApi.Labs.Consistency;

/// <summary>A read and, where it has to be, the wait for its node. The outcome is decided on the clock; this only waits to hear of it.</summary>
internal static class PatientRead
{
    public static async Task<(ReadOutcome? Outcome, Problem? Interrupted)> AnswerAsync(Sandbox sandbox, ReadRequest request, HttpContext http)
    {
        var state = sandbox.State<ConsistencyState>();
        var read = state.Read(request, http.Exchange().RequestId);
        if (!read.Outcome.Task.IsCompleted)
        {
            var end = await HoldAsync(sandbox, read, http.RequestAborted);
            if (end is not HoldEnd.Released && !read.Outcome.Task.IsCompleted)
            {
                state.Withdraw(read);
                return (null, HeldProblem.Of(end));
            }
        }

        var outcome = await read.Outcome.Task;
        if (outcome.AnswerAt is { } at)
            http.Exchange().OutcomeAt = Replication.Moment(at);
        return (outcome, null);
    }

    /// <summary>Until the outcome is there, at the latest at the read's deadline.</summary>
    private static async Task<HoldEnd> HoldAsync(Sandbox sandbox, WaitingRead read, CancellationToken aborted)
    {
        using var decided = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        _ = read.Outcome.Task.ContinueWith(_ => decided.CancelAsync(), TaskScheduler.Default).Unwrap();
        try
        {
            return (await sandbox.Held.Until(Replication.Moment(read.Deadline), decided.Token)).End;
        }
        catch (OperationCanceledException) when (read.Outcome.Task.IsCompleted)
        {
            return HoldEnd.Released;
        }
    }
}
