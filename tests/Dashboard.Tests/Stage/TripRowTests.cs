using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Tests.Stage;

public class TripRowTests
{
    private readonly TripLog log = new(Journaled.Start);

    private IReadOnlyList<TripRow> Rows => TripRow.Of(log.Trips);

    private void Sent(long number) => log.Put(Trips.Of(number, Leg.Go(0, 2, "POST")));

    private void Answered(long number, WireOutcome outcome, string label) =>
        log.Put(Trips.Of(number, Leg.Go(0, 2, "POST", note: $"row {number}"), Leg.Back(2, 0, outcome, label)));

    [Fact]
    public void Of_OneAfterAnother_StandsApart()
    {
        for (var i = 1; i <= 8; i++)
        {
            Sent(i);
            Answered(i, WireOutcome.Ok, "201");
        }

        Assert.All(Rows, r => Assert.Equal((1, false), (r.Count, r.Together)));
        Assert.Equal(8, Rows.Count);
    }

    [Fact]
    public void Of_SentWhileAnotherWasOpen_IsTogetherThoughBothAreAnsweredNow()
    {
        Sent(1);
        Sent(2);
        Answered(1, WireOutcome.Ok, "201");
        Answered(2, WireOutcome.Refused, "409");
        Sent(3);

        Assert.Equal([false, true, false], Rows.Select(r => r.Together));
    }

    [Fact]
    public void Of_ThirtyAtOnce_AreOneRowForEachWayTheyWent()
    {
        for (var i = 1; i <= 30; i++)
            Sent(i);
        Assert.Equal([(1L, 30)], Rows.Select(r => (r.Trip.Number, r.Count)));

        for (var i = 1; i <= 30; i++)
            Answered(i, i == 1 ? WireOutcome.Ok : WireOutcome.Refused, i == 1 ? "201" : "409");

        Assert.Equal([(1L, 1), (2L, 29)], Rows.Select(r => (r.Trip.Number, r.Count)));
    }

    [Fact]
    public void Of_WordsThatDiffer_TellFirstAndLast()
    {
        for (var i = 1; i <= 10; i++)
            Sent(i);
        for (var i = 1; i <= 10; i++)
            Answered(i, WireOutcome.Ok, "201");

        var row = Assert.Single(Rows).Trip;
        Assert.Equal(("attempt 1 … 10", "row 1 … 10", "201"), (row.Title, row.Legs[0].Note, row.Legs[1].Label));
    }

    [Fact]
    public void Put_MoreThanIsKept_CountsAllAndForgetsThatTheOldestWereOpen()
    {
        Sent(1);
        for (var i = 2; i <= TripLog.MostTrips + 1; i++)
            Answered(i, WireOutcome.Ok, "201");
        Sent(5000);

        Assert.Equal((TripLog.MostTrips + 2L, TripLog.MostTrips), (log.Total, log.Trips.Count));
        Assert.False(Rows[^1].Together);
    }

    [Theory]
    [InlineData(LegEnd.Arrives, true)]
    [InlineData(LegEnd.Waits, true)]
    [InlineData(LegEnd.Lost, false)]
    public void IsOpen_RequestUnderWay_EndsWhereItIsLost(LegEnd end, bool open) => Assert.Equal(open, Trips.Of(1, Leg.Go(0, 1, end: end)).IsOpen);

    [Fact]
    public void Of_Exchange_HasItsNumberTimeAndSender()
    {
        var wire = new WireLog();
        var exchange = wire.Apply(new Journaled().Received("r1", 1500, "/orders", page: false, agent: "curl/8.5.0").Events[0])!;

        var trip = Trip.Of(exchange, Journaled.Start, "attempt 1", Leg.Go(0, 1));

        Assert.Equal((1L, 1500.0, "curl/8.5.0", true, 1), (trip.Number, trip.AtMs, trip.Sender, trip.Outside, trip.Legs.Count));
    }
}

internal static class Trips
{
    public static Trip Of(long number, params Leg[] legs) => new(number, number, $"attempt {number}", "this page", false, legs);
}
