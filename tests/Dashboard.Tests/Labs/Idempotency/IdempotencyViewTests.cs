using Visualizer.Dashboard.Labs.Idempotency;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Labs.Idempotency;

namespace Visualizer.Dashboard.Tests.Labs.Idempotency;

public class IdempotencyViewTests
{
    private static LedgerJournal Lost(LedgerJournal journal, int first, params long[] orders)
    {
        foreach (var (index, order) in orders.Index())
        {
            var id = $"r{first + index}";
            journal.Sent(id, "/unsafe/orders", intent: "POST 1").Placed(id, order, "/unsafe/orders");
            _ = index < orders.Length - 1 ? journal.Cut(id) : journal.Answered(id);
        }

        return journal;
    }

    private static LedgerJournal WithKey(LedgerJournal journal) => journal
        .Sent("k1", key: "k-1", intent: "POST 1").Claimed("k1").Placed("k1", 201).Stored("k1", 201).Cut("k1")
        .Sent("k2", key: "k-1", intent: "POST 1").Replayed("k2", 201).Cut("k2")
        .Sent("k3", key: "k-1", intent: "POST 1").Replayed("k3", 201).Answered("k3", replayed: true);

    [Fact]
    public void TwoLostAnswers_WithoutAKey_AreOneIntentThreeOrdersSixty()
    {
        var view = Lost(new LedgerJournal().Started(), 1, 201, 202, 203).View;

        Assert.Equal(new Tally(1, 3, 6_000), view.Result);
        Assert.Equal(("60.00", "3"), (view.Result.Charged, view.Measured));
        Assert.Equal([201L, 202L, 203L], view.Orders.Select(order => order.Id));
        Assert.Empty(view.Keys);
    }

    [Fact]
    public void ConnectionSeenLostLate_AfterTheRetryCame_IsStillTheFirstAttempts()
    {
        var journal = new LedgerJournal().Started();
        foreach (var (id, order) in new[] { ("r1", 201L), ("r2", 202L), ("r3", 203L) })
            journal.Sent(id, "/unsafe/orders", intent: "POST 1").Placed(id, order, "/unsafe/orders");

        Assert.Null(journal.Cut("r2", byServer: false).View.Measured);
        Assert.Equal("3", journal.Cut("r1", byServer: false).View.Measured);
    }

    [Fact]
    public void TwoLostAnswers_WithAKey_AreOneIntentOneOrderTwenty_AndNothingIsMeasuredOfTheQuestion()
    {
        var view = WithKey(new LedgerJournal().Started()).View;

        Assert.Equal(new Tally(1, 1, 2_000), view.Result);
        Assert.Null(view.Measured);
        Assert.Equal([new HeldKey("k-1", "201")], view.Keys);
    }

    [Fact]
    public void ResetOfTheLab_KeepsBothRunsToCompare_AndTheMeasurement()
    {
        var view = WithKey(Lost(new LedgerJournal().Started(), 1, 201, 202, 203).Started("idempotency")).View;

        Assert.Equal((3, 1, "3"), (view.WithoutKey!.Orders, view.WithKey!.Orders, view.Measured));
        Assert.Equal(new Tally(1, 1, 2_000), view.Result);
        Assert.Empty(new LedgerJournal().Started().Started("idempotency").View.Orders);
    }

    [Fact]
    public void Attempts_AreDrawnAsTheyWent()
    {
        var trips = WithKey(new LedgerJournal().Started()).View.Log.Trips.Select(t => t.Trip).ToList();

        Assert.Equal(["attempt 1", "attempt 2", "attempt 3"], trips.Select(t => t.Title));
        Assert.All(trips, trip => Assert.Equal("key k-1", trip.Group));
        Assert.Equal(
            [Leg.Go(0, 3, "POST k-1", LegEnd.Passes, "", WireOutcome.Ok), Leg.Go(3, 4, note: "+ order 201", noteOutcome: WireOutcome.Ok),
             Leg.Back(4, 1, WireOutcome.Ok, "201"), Leg.Back(1, 0, WireOutcome.Cut, "connection reset", end: LegEnd.Lost)],
            trips[0].Legs);
        Assert.Equal(
            [Leg.Go(0, 3, "POST k-1", note: "known: 201", noteOutcome: WireOutcome.Replayed), Leg.Back(3, 0, WireOutcome.Replayed, "201 replayed")],
            trips[2].Legs);
    }

    [Fact]
    public void InFlight_AnotherAmountAndARepetition_StopAtTheKeyStore()
    {
        var view = new LedgerJournal().Started().Sent("r1", key: "k-1").Claimed("r1")
            .Sent("r2", key: "k-1").Refused("r2", KeyRefused.InFlight).Answered("r2", 409)
            .Sent("r3", key: "k-1").Refused("r3", KeyRefused.OtherRequest).Answered("r3", 422).View;
        var trips = view.Log.Trips.Select(t => t.Trip).ToList();

        Assert.Equal((3, LegEnd.Waits), (trips[0].Legs[^1].From, trips[0].Legs[^1].End));
        Assert.Equal(("in flight", LegEnd.Stops, "409"), (trips[1].Legs[0].Note, trips[1].Legs[0].End, trips[1].Legs[1].Label));
        Assert.Equal(("other request", LegEnd.Stops, "422"), (trips[2].Legs[0].Note, trips[2].Legs[0].End, trips[2].Legs[1].Label));
        Assert.Equal([new HeldKey("k-1", "in flight")], view.Keys);
        Assert.Equal("refused: another request", view.Wire.Find("r3")!.Decision!.Outcome);
    }

    [Fact]
    public void Racy_TwoLookBeforeOneActs_BothPassTheOpenGate()
    {
        var journal = new LedgerJournal().Started().Sent("r1", "/racy/orders", "k-1").LookedUp("r1").Sent("r2", "/racy/orders", "k-1").LookedUp("r2");
        Assert.All(journal.View.Log.Trips, t => Assert.Equal("gate held open", t.Trip.Legs[1].Note));

        var view = journal.Placed("r1", 201, "/racy/orders").Stored("r1", 201, route: "/racy/orders").Answered("r1")
            .Placed("r2", 202, "/racy/orders").Stored("r2", 202, route: "/racy/orders").Answered("r2").View;
        Assert.Equal(["+ order 201", "+ order 202"], view.Log.Trips.Select(t => t.Trip.Legs[1].Note));
        Assert.Equal(new Tally(1, 2, 4_000), view.Result);
    }

    [Fact]
    public void CrashBeforeTheCommit_ReachesNoLedger_AndTheKeyIsFree()
    {
        var view = new LedgerJournal().Started().Sent("r1", key: "k-1").Claimed("r1").Freed("r1").Cut("r1").View;

        Assert.Equal(("nothing written", LegEnd.Stops), (view.Log.Trips[0].Trip.Legs[1].Note, view.Log.Trips[0].Trip.Legs[1].End));
        Assert.Equal(Leg.Back(4, 0, WireOutcome.Cut, "connection reset", end: LegEnd.Lost), view.Log.Trips[0].Trip.Legs[^1]);
        Assert.Empty(view.Keys);
        Assert.Equal(new Tally(1, 0, 0), view.Result);
    }

    [Fact]
    public void Methods_TellTheirEffect()
    {
        var (one, two) = (LedgerJournal.Order(200), LedgerJournal.Order(200, 1, "gift"));
        var view = new LedgerJournal().Started()
            .Sent("r1", "/orders/9001", method: "PUT").Written("r1", "PUT", null, LedgerJournal.Order(9001)).Answered("r1")
            .Sent("r2", "/orders/9001", method: "PUT").Written("r2", "PUT", LedgerJournal.Order(9001), LedgerJournal.Order(9001)).Answered("r2", 200)
            .Sent("r3", "/orders/200", method: "PATCH").Written("r3", "PATCH", one, two).Answered("r3", 200)
            .Sent("r4", "/orders/199", method: "DELETE").Written("r4", "DELETE", LedgerJournal.Order(199), null).Answered("r4", 204)
            .Sent("r5", "/orders/199", method: "DELETE").Answered("r5", 404).View;

        Assert.Equal(["+ order 9001", "as it was", "1 tag", "− order 199", ""], view.Log.Trips.Select(t => t.Trip.Legs[0].Note));
        Assert.Equal(["attempt 1", "attempt 2", "attempt 1", "attempt 1", "attempt 2"], view.Log.Trips.Select(t => t.Trip.Title));
        Assert.Equal(new Tally(3, 0, 0), view.Result);
        Assert.Equal("404", view.Log.Trips[4].Trip.Legs[^1].Label);
    }

    [Fact]
    public void Intents_OfOthers_AreToldByTheKey_AndWithoutOneEveryArrivalCounts()
    {
        var view = new LedgerJournal().Started()
            .Sent("r1", key: "a", agent: "curl/8").Answered("r1").Sent("r2", key: "a", agent: "curl/8").Answered("r2")
            .Sent("r3", "/unsafe/orders", agent: "curl/8").Answered("r3").Sent("r4", "/unsafe/orders", agent: "curl/8").Answered("r4").View;

        Assert.Equal((3, 0), (view.Result.Intents, view.PageIntents));
        Assert.Null(view.LastKeyed);
    }

    [Fact]
    public void Fold_OfAPrefix_IsTheViewAtThatTime()
    {
        var journal = WithKey(new LedgerJournal().Started());
        var prefix = new IdempotencyView().Fold(journal.Events.Take(4));

        Assert.Equal(new Tally(1, 1, 2_000), prefix.Result);
        Assert.Single(prefix.Log.Trips);
        Assert.True(prefix.Log.Trips[0].Trip.IsOpen);
    }

    [Fact]
    public void News_TellsEachEndedAttemptOnce()
    {
        var view = WithKey(new LedgerJournal().Started()).View;

        Assert.Contains("key k-1, attempt 1, ledger: + order 201, no answer arrived.", view.News());
        Assert.Equal("", view.News());
    }
}
