using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.Idempotency;

namespace Visualizer.Dashboard.Labs.Idempotency;

/// <content>What each of the lab's events means for the attempt it belongs to.</content>
public sealed partial class IdempotencyView
{
    protected override void Happened(JournalEvent e)
    {
        switch (e.Data)
        {
            case KeyClaimed claimed:
                Hold(claimed.Route, claimed.Key, "in flight");
                Meet(e, IdempotencyWords.Of(claimed), a => a with { Keys = new(claimed.TookOver ? "taken over" : "", WireOutcome.Ok, LegEnd.Passes), Ledger = new("", WireOutcome.InFlight, LegEnd.Waits) });
                break;
            case KeyLookedUp looked:
                Meet(e, IdempotencyWords.Of(looked), a => a with { Keys = new("", WireOutcome.InFlight, LegEnd.Passes), Ledger = new("gate held open", WireOutcome.InFlight, LegEnd.Waits) });
                break;
            case OrderPlaced placed:
                Write(placed.Order.Id, null, placed.Order);
                CountOrder(e);
                Meet(e, IdempotencyWords.Of(placed), a => a with { Ledger = new($"+ order {placed.Order.Id}", WireOutcome.Ok), Answered = 201 });
                break;
            case AnswerStored stored:
                Hold(stored.Route, stored.Key, $"{stored.Status}");
                Meet(e, IdempotencyWords.Of(stored, Wire.Find(e.RequestId)?.Decision), a => a with { Answered = stored.Status, Ledger = stored.Location is null ? new("nothing", WireOutcome.Failed) : a.Ledger });
                break;
            case AnswerReplayed replayed:
                Meet(e, IdempotencyWords.Of(replayed), a => a with { Keys = new($"known: {replayed.Status}", WireOutcome.Replayed), Answered = replayed.Status });
                break;
            case KeyRefused refused:
                Meet(e, IdempotencyWords.Of(refused), a => a with { Keys = new(refused.Reason == KeyRefused.InFlight ? "in flight" : "other request", WireOutcome.Refused, LegEnd.Stops) });
                break;
            case KeyReleased released:
                keys.Remove($"{released.Route} {released.Key}");
                Meet(e, IdempotencyWords.Of(released), a => a with { Ledger = new("nothing written", WireOutcome.Failed, LegEnd.Stops) });
                break;
            case OrderWritten written:
                Write(written.OrderId, written.Before, written.After);
                Meet(e, IdempotencyWords.Of(written), a => a with { Ledger = new(IdempotencyWords.Effect(written), WireOutcome.Ok), Answered = written.After is null ? 204 : written.Before is null ? 201 : 200 });
                break;
        }
    }

    private void Meet(JournalEvent e, WireDecision decision, Func<Attempt, Attempt> met)
    {
        if (e.RequestId is not { } id || !attempts.TryGetValue(id, out var attempt) || Wire.Decide(id, decision) is not { } exchange)
            return;
        attempts[id] = met(attempt);
        Log.Put(attempts[id].Draw(exchange, Log.Origin));
    }
}
