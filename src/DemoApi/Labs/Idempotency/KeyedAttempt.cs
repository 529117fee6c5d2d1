using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.Idempotency.Core;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.Idempotency;

/// <summary>One attempt to place an order under a key, from the look-up to the answer, with the faults it was told to meet.</summary>
/// <remarks>A client that leaves does not stop it: the order is placed all the same, and that is the lesson.</remarks>
internal sealed class KeyedAttempt(KeyedOrder asked, Sandbox sandbox, HttpContext http)
{
    /// <summary>How long the racy door looks away between look-up and insert, in sandbox time.</summary>
    public static readonly TimeSpan RacyPause = TimeSpan.FromMilliseconds(300);

    private readonly IdempotencyState _state = sandbox.State<IdempotencyState>();
    private readonly DemoFault? _fault = http.StagedFault();
    private readonly string _attempt = Guid.NewGuid().ToString("n"); // request ids begin anew with the process, claims may outlive it

    private string Route => asked.Scope.Route;

    private string Key => asked.Scope.Key;

    private string Print => asked.Fingerprint.Hex;

    /// <summary>The right way: claim, work, and store the answer together with the order.</summary>
    public async Task<IResult> PlaceOnceAsync()
    {
        var (decision, turn) = Begin(
            now => _state.Once.Begin(asked.Scope, asked.Fingerprint, _attempt, now),
            (takesOver, now, _) => new KeyClaimed(Route, Key, Print, now + KeyRecord.Lease, now + KeyRecord.Lifetime, takesOver),
            work: TimeSpan.Zero);
        if (turn is null)
            return Answer(decision);
        var (now, stop) = await ReachAsync(turn);
        if (stop is not null)
            return GiveUp(stop);
        return Finish(now, work => _state.Once.Finish(asked.Scope, _attempt, work));
    }

    /// <summary>The wrong way: look, look away, and act on what was seen.</summary>
    public async Task<IResult> PlaceRacilyAsync()
    {
        var (decision, turn) = Begin(
            now => _state.Racy.LookUp(asked.Scope, asked.Fingerprint, now),
            (_, _, actsAt) => new KeyLookedUp(Route, Key, Print, actsAt),
            work: RacyPause);
        if (turn is null)
            return Answer(decision);
        var (now, stop) = await ReachAsync(turn);
        return stop?.Result ?? Finish(now, work => _state.Racy.Act(asked.Scope, asked.Fingerprint, _attempt, now, work));
    }

    private (Decision Decision, Task<HoldOutcome>? Turn) Begin(
        Func<DateTimeOffset, Decision> decide, Func<bool, DateTimeOffset, DateTimeOffset, IEventData> begun, TimeSpan work)
    {
        lock (_state.Gate)
        {
            var now = Now();
            var decision = decide(now);
            var due = now + work + (_fault?.Wait ?? TimeSpan.Zero);
            // Before the journal tells of it: whoever reads that may push the clock past the turn.
            var turn = decision is Decision.Execute ? sandbox.Held.Until(due, CancellationToken.None).AsTask() : null;
            Tell(now, decision switch
            {
                Decision.Execute execute => begun(execute.TakesOver, now, due),
                Decision.Replay { Answer: var answer } => new AnswerReplayed(Route, Key, Print, answer.Status, LocationOf(answer)),
                Decision.InFlight { Claim: var claim } => new KeyRefused(Route, Key, Print, claim.Fingerprint.Hex, KeyRefused.InFlight),
                Decision.Mismatch { Known: var known } => new KeyRefused(Route, Key, Print, known.Fingerprint.Hex, KeyRefused.OtherRequest),
                _ => throw new InvalidOperationException($"There is no answer to {decision}."),
            });
            return (decision, turn);
        }
    }

    /// <summary>Waits for the turn; then there is the time it is due at, or the reason to stop.</summary>
    private async Task<(DateTimeOffset Now, Stop? Stop)> ReachAsync(Task<HoldOutcome> turn)
    {
        var outcome = await turn;
        if (outcome.End is not HoldEnd.Released)
            return (outcome.Due, new Stop(KeyReleased.NotReleased, HeldProblem.Of(outcome.End)));
        if (_fault is not { Kind: DemoFaultKind.FailBeforeCommit })
            return (outcome.Due, null);
        return (outcome.Due, new Stop(KeyReleased.FailedBeforeCommit, Cut()));
    }

    private IResult Finish(DateTimeOffset now, Func<Func<Ledger, Placement>, Placement?> commit)
    {
        lock (_state.Gate)
        {
            var placement = commit(ledger => Placement.Of(ledger, asked.Wish, now, http, _fault));
            if (placement is null)
                return KeyAnswers.InUse; // the lease ended and another attempt has the key: its answer will be this one's, too
            if (placement.Placed is { } order)
                Tell(now, new OrderPlaced(Route, order, placement.Before, placement.After));
            Tell(now, placement.Keep
                ? new AnswerStored(Route, Key, Print, placement.Answer.Status, LocationOf(placement.Answer))
                : new KeyReleased(Route, Key, Print, KeyReleased.Refused));
            http.Exchange().OutcomeAt = now;
            return placement.Answer.Send(replayed: false);
        }
    }

    private IResult GiveUp(Stop stop)
    {
        lock (_state.Gate)
        {
            if (!sandbox.Ended && _state.Once.GiveUp(asked.Scope, _attempt))
                Tell(Now(), new KeyReleased(Route, Key, Print, stop.Reason));
            return stop.Result;
        }
    }

    private IResult Answer(Decision decision) => decision switch
    {
        _ when _fault is { Kind: DemoFaultKind.FailBeforeCommit } => Cut(),
        Decision.Replay { Answer: var answer } => answer.Send(replayed: true),
        Decision.InFlight => KeyAnswers.InUse,
        _ => KeyAnswers.Reused,
    };

    private EmptyHttpResult Cut()
    {
        http.CutConnection();
        return TypedResults.Empty;
    }

    private DateTimeOffset Now() => sandbox.Clock.GetUtcNow();

    private void Tell(DateTimeOffset at, IEventData happened) => sandbox.Journal.Append(at, happened, IdempotencyLab.Slug, http.Exchange().RequestId);

    private static string? LocationOf(StoredAnswer answer) => answer.Headers.GetValueOrDefault("Location");

    private sealed record Stop(string Reason, IResult Result);
}
