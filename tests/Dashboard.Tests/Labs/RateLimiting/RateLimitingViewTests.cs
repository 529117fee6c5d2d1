using Visualizer.Dashboard.Labs.RateLimiting;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.RateLimiting;

namespace Visualizer.Dashboard.Tests.Labs.RateLimiting;

public class RateLimitingViewTests
{
    private static RateLimitingView Fold(Journaled journal) => new RateLimitingView(RateLimitingAlgorithm.All).Fold(journal.Events);

    private static double AtMs(double ms) => Journaled.Start.ToUnixTimeMilliseconds() + ms;

    [Fact]
    public void Exchange_DecidedAndAnswered_IsJoinedByRequestId()
    {
        var view = Fold(new Journaled().Started().Received("r1", 100, "/limits/token-bucket").Received("r2", 101, "/limits/fixed-window")
            .Admitted("r1", 102, "token-bucket", 9, Journaled.Corner(102, 9), Journaled.Corner(1102, 10)).Answered("r1", 103));

        var first = view.Wire.Exchanges[0];
        Assert.Equal(("r1", 200, "admitted"), (first.RequestId, first.Response?.Status, first.Decision?.Outcome));
        Assert.Equal(("10 of 10 tokens left", "9 of 10 tokens left"), (first.Decision?.Before, first.Decision?.After));
        Assert.Equal(Journaled.At(103), first.EndedAt);
        Assert.Null(view.Wire.Exchanges[1].Response);
    }

    [Fact]
    public void Lane_AdmittedAndRefused_CountsBothAndTheBusiestSecond()
    {
        var journal = new Journaled().Started().Passed("r1", 0, 9).Passed("r2", 900, 8.9).Passed("r3", 1000, 8).Passed("r4", 5000, 9)
            .Received("r5", 5000, "/limits/token-bucket").Refused("r5", 5000, "token-bucket", 1, Journaled.Corner(5000, 9)).Answered("r5", 5000, 429);

        var lane = Fold(journal).Lane("token-bucket")!;

        Assert.Equal((4, 1, 2, false), (lane.Admitted, lane.Refused, lane.MostInOneSecond, lane.LastAdmitted));
    }

    [Fact]
    public void Level_BetweenDecisions_FollowsTheForecast()
    {
        var lane = Fold(new Journaled().Started().Passed("r1", 1000, 4)).Lane("token-bucket")!;

        Assert.Equal(4, lane.Level.LevelAt(AtMs(1000)));
        Assert.Equal(6.5, lane.Level.LevelAt(AtMs(3500)));
        Assert.Equal(10, lane.Level.LevelAt(AtMs(99_000)));
    }

    [Fact]
    public void Level_TwoClients_IsThatOfTheOneAskedLast()
    {
        var view = Fold(new Journaled().Started().Passed("r1", 0, 4)
            .Received("r2", 100, "/limits/token-bucket").AdmittedFor("alice", "r2", 100, "token-bucket", 9, Journaled.Corner(100, 9), Journaled.Corner(1100, 10)));
        var lane = view.Lane("token-bucket")!;

        Assert.Equal(("alice", 9.0), (lane.Client, lane.Level.LevelAt(AtMs(100))));
        Assert.Equal((5.0, 10.0), (lane.LevelOf("", AtMs(1000)), lane.LevelOf("bob", AtMs(1000))));
        Assert.Equal("10 of 10 tokens left", view.Wire.Exchanges[1].Decision?.Before);
    }

    [Fact]
    public void Level_BeforeAnyRequest_IsAFullBucketAndAnEmptyWindow()
    {
        var view = Fold(new Journaled().Started());

        Assert.Equal(10, view.Lane("token-bucket")!.Level.LevelAt(AtMs(0)));
        Assert.Equal(0, view.Lane("fixed-window")!.Level.LevelAt(AtMs(0)));
    }

    [Fact]
    public void Fold_Prefix_EqualsTheViewAtThatTime()
    {
        var journal = new Journaled().Started();
        for (var i = 0; i < 20; i++)
            journal.Passed($"r{i}", i * 100, 9);
        var whole = new RateLimitingView(RateLimitingAlgorithm.All);
        foreach (var e in journal.Events.Take(31))
            whole.Apply(e);

        var prefix = new RateLimitingView(RateLimitingAlgorithm.All).Fold(journal.Events.Take(31));

        Assert.Equal(10, prefix.Lane("token-bucket")!.Admitted);
        Assert.Equal(whole.Tape.Since(0), prefix.Tape.Since(0));
        Assert.Equal(whole.Wire.Exchanges, prefix.Wire.Exchanges);
    }

    [Fact]
    public void Apply_SameEventTwice_CountsOnce()
    {
        var journal = new Journaled().Started().Passed("r1", 0, 9);
        var view = Fold(journal);

        foreach (var e in journal.Events)
            view.Apply(e);

        Assert.Equal((1, 1L), (view.Lane("token-bucket")!.Admitted, view.Wire.Total));
    }

    [Fact]
    public void Reset_NewEpoch_BeginsEmptyAndDropsLateEventsOfTheOldOne()
    {
        var view = Fold(new Journaled().Started().Passed("r1", 0, 9).Received("r2", 10, "/limits/token-bucket")
            .Started(epoch: 1, atMs: 2500)
            .Admitted("r2", 2501, "token-bucket", 8, Journaled.Corner(2501, 8)).Answered("r2", 2502));

        Assert.Equal((1, 0L, 0), (view.Epoch, view.Wire.Total, view.Lane("token-bucket")!.Admitted));
        Assert.Equal(Journaled.At(2000), view.Tape.Origin); // the whole second at or before the reset
    }

    [Fact]
    public void Reset_OfAnotherLab_LeavesThisOneAlone()
    {
        var view = Fold(new Journaled().Started().Passed("r1", 0, 9).Started(epoch: 1, atMs: 500, lab: "pagination"));

        Assert.Equal((1, 1), (view.Epoch, view.Lane("token-bucket")!.Admitted));
    }

    [Fact]
    public void Clock_Changed_IsTheLatestReading()
    {
        var reading = new ClockReading(Journaled.At(700), 10, true);

        Assert.Equal(reading, Fold(new Journaled().Started().Add(700, new ClockChanged(reading))).Clock);
    }

    [Fact]
    public void Limiter_Configured_StartsAfreshWithItsNewBound()
    {
        var lane = Fold(new Journaled().Started().Passed("r1", 0, 2).Add(50, new LimiterConfigured("token-bucket", 25, 0, 5), "rate-limiting")).Lane("token-bucket")!;

        Assert.Equal((25L, 25.0), (lane.Settings.Limit, lane.Level.LevelAt(AtMs(60))));
    }

    [Fact]
    public void Tape_ThousandRefusals_TakesUnderThirtyBytesEach()
    {
        var journal = new Journaled().Started();
        for (var i = 0; i < 1000; i++)
        {
            journal.Received($"r{i}", i * 0.2, "/limits/token-bucket")
                .Refused($"r{i}", i * 0.2, "token-bucket", 1, Journaled.Corner(i * 0.2, 10))
                .Answered($"r{i}", i * 0.2, 429);
        }
        var rows = Fold(journal).Tape.Since(0);

        Assert.InRange(System.Text.Json.JsonSerializer.Serialize(rows).Length, 1000 * 5, 1000 * 30);
    }

    [Fact]
    public void Tape_ConnectionCutUndecided_IsAMarkOfItsOwn()
    {
        var view = Fold(new Journaled().Started().Received("r1", 40, "/limits/fixed-window?cost=1").Cut("r1", 50));

        Assert.Equal([(double)MarkKind.Lost, 40, 1], view.Tape.Since(view.Tape.End - 1));
    }

    [Fact]
    public void Exchange_OfAnAlgorithmWithoutLane_IsOnTheWireAndInNoLane()
    {
        var before = Fold(new Journaled().Started()).Tape.End;
        var view = Fold(new Journaled().Started().Passed("r1", 0, 9, "gcra"));

        Assert.Equal((1L, before), (view.Wire.Total, view.Tape.End));
    }
}
