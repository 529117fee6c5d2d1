using Visualizer.Dashboard.Labs.Consistency;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Labs.Consistency;
using static Visualizer.Dashboard.Tests.Labs.Consistency.Told;

namespace Visualizer.Dashboard.Tests.Labs.Consistency;

public sealed class ConsistencyViewTests
{
    private static Journaled Scenario()
    {
        var journal = new Journaled().Started().Wrote("r1", 200, post: 4, version: 1, lsn: 4);
        for (var i = 0; i < 10; i++)
        {
            var node = ConsistencyWords.Nodes[i % 3];
            journal.Read($"read{i}", 400 + (50 * i), node, 4, i % 3 == 0 ? 1 : 0, 1, backwards: i % 3 != 0);
        }

        return journal;
    }

    [Fact]
    public void TenReads_CountsTheOldAndTheBackward_AndAnswersThePrediction()
    {
        var view = Scenario().Fold();

        Assert.Equal((10, 6, 6, 200.0), (view.Tally.Reads, view.Tally.Old, view.Tally.Backwards, view.Tally.OldestMs));
        Assert.Equal("6", view.Measured);
        Assert.Equal([(4, 0), (3, 3), (3, 3)], view.Nodes.Select(n => (n.Reads, n.Old)));
    }

    [Theory]
    [InlineData(399, null)] // too soon after the write
    [InlineData(1_000, null)] // the replicas have it
    [InlineData(400, "0")]
    public void Measured_CountsReadsFrom200MillisecondsAfterTheWriteUntilItArrives(double atMs, string? measured)
    {
        var journal = new Journaled().Started().Wrote("r1", 200, 4, 1, 4);
        for (var i = 0; i < 10; i++)
            journal.Read($"read{i}", atMs, "primary", 4, 1, 1);

        Assert.Equal(measured, journal.Fold().Measured);
    }

    [Fact]
    public void Write_DrawsThePostOnAllNodes_WithItsPastAndItsFuture()
    {
        var view = new Journaled().Started().Wrote("r1", 200, 4, 1, 4).Fold();

        Assert.Equal((4L, 1L), (view.Post, view.Newest));
        Assert.Equal([1.0, 0, 0], view.Nodes.Select(n => n.Forecast(4, Journaled.At(200)).LevelAt(AtMs(999))));
        Assert.Equal([1.0, 1, 1], view.Nodes.Select(n => n.Forecast(4, Journaled.At(200)).LevelAt(AtMs(1_000))));
        Assert.Equal([0, 1, 1], view.Nodes.Select(n => n.Waiting));
    }

    [Fact]
    public void Arrival_TakesTheEntryFromTheWay()
    {
        var view = new Journaled().Started().Wrote("r1", 200, 4, 1, 4).Arrived(1_000, "r1", 4, 1, 4).Fold();

        Assert.Equal([(1L, 0), (1L, 0), (0L, 1)], view.Nodes.Select(n => (n.VersionOf(4), n.Waiting)));
    }

    [Fact]
    public void Marks_TellFreshOldAndBackwardApart()
    {
        var journal = new Journaled().Started().Wrote("w", 0, 1, 2, 4, "change")
            .Read("a", 10, "primary", 1, 2, 2).Read("b", 20, "r1", 1, 1, 2).Read("c", 30, "r2", 1, 1, 2, backwards: true)
            .Asked("d", 40, "/posts/1").Said(40, new ReadRefused("page", "session", 1, "r1", 2_000, "replica_behind"), "d");

        var rows = journal.Fold().Tape.Since(0).Select(n => (int)n).ToList();

        foreach (var (lane, kind, at) in ((int, MarkKind, int)[])[(0, MarkKind.Written, 0), (0, MarkKind.Accepted, 10), (1, MarkKind.Stale, 20), (2, MarkKind.Backwards, 30), (1, MarkKind.Failed, 40)])
            Assert.Contains(Enumerable.Range(0, rows.Count - 1), i => rows[i] == (lane * 16) + (int)kind && rows[i + 1] == at);
    }

    [Fact]
    public void Settings_ReplaceWhatWasOnTheWay()
    {
        var setting = ConsistencySettings.Fresh with { Partition = ["r2"] };
        var view = new Journaled().Started().Wrote("r1", 200, 4, 1, 4)
            .Said(300, new ReplicationConfigured(setting, [new("r1", 4, 4, 1, AtMs(500)), new("r2", 4, 4, 1, null)])).Fold();

        Assert.Equal(["r2"], view.Setting.Partition);
        Assert.Equal([1.0, 1, 0], view.Nodes.Select(n => n.Forecast(4, Journaled.At(300)).LevelAt(AtMs(9_000))));
        Assert.Contains("cut off", ConsistencyWording.Lanes(view)[2].Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Token_OfThePage_IsTheNewestItSaw_AndForASessionWhatItWroteToo()
    {
        var view = new Journaled().Started().Read("r", 0, "r1", 1, 1, 1).Wrote("w", 10, 1, 2, 9, "change").Wrote("x", 20, 2, 2, 11, "change", client: "alice").Fold();

        Assert.Equal((4, 9), (view.TokenFor(ReadChoice.Monotonic), view.TokenFor(ReadChoice.Session)));
    }

    [Fact]
    public void Median_IsOfTheReadsTimes()
    {
        var journal = new Journaled().Started();
        foreach (var (ms, i) in ((double[])[80, 10, 40]).Select((ms, i) => (ms, i)))
            journal.Read($"r{i}", i, "r2", 1, 1, 2, read: "quorum", latencyMs: ms);

        Assert.Equal(40, journal.Fold().Tally.MedianMs);
    }

    [Fact]
    public void Quorums_AreCountedByTheNodesAskedAndWritten_NotByTheSettingOfTheMoment()
    {
        var two = new ReplicationConfigured(ConsistencySettings.Fresh with { WritePolicy = "quorum", ReadQuorum = 2, WriteQuorum = 2 }, []);
        var tally = new Journaled().Started().Read("q", 0, "r1", 2, 1, 1, read: "quorum")
            .Wrote("w", 10, 1, 2, 4, "change").Said(20, two).Read("r", 30, "r2", 1, 1, 2, read: "quorum").Fold().Tally;

        Assert.Equal((1, 1), tally.Quorum(1, 1)); // written on one node, before there was a quorum
        Assert.Equal((1, 0), tally.Quorum(1, 3)); // there from the beginning, and so everywhere
        Assert.Equal((0, 0), tally.Quorum(2, 2));
    }

    [Fact]
    public void News_SaysWhatHappenedInOneSentence()
    {
        var view = new ConsistencyView();
        foreach (var e in Scenario().Events)
            view.Apply(e);

        Assert.Equal("850 ms: 1 written, 10 reads, 6 of them old, 6 went backwards.", view.News());
        Assert.Equal("", view.News());
    }

    [Fact]
    public void Decision_SaysWhyAndWhatWasBroken()
    {
        var exchange = new Journaled().Started().Read("r", 0, "r1", 1, 1, 2, backwards: true, broke: ["linearizable", "monotonic_reads"]).Fold().Wire.Exchanges[0];

        Assert.Equal("r1 answered, and time went backwards", exchange.Decision?.Outcome);
        Assert.Equal("broken: linearizable, monotonic reads", exchange.Decision?.After);
    }

    [Fact]
    public void Fold_Prefix_EqualsTheViewAtThatTime_AndAResetBeginsAnew()
    {
        var journal = Scenario();
        var whole = new ConsistencyView();
        foreach (var e in journal.Events.Take(12))
            whole.Apply(e);
        var prefix = new ConsistencyView().Fold(journal.Events.Take(12));
        Assert.Equal(whole.Tape.Since(0), prefix.Tape.Since(0));

        var fresh = Scenario().Started(epoch: 1, atMs: 5_000).Fold();
        Assert.Equal((0, 1L, (string?)null, 0L), (fresh.Tally.Reads, fresh.Post, fresh.Measured, fresh.Written));
    }
}
