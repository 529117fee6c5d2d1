using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Labs.Consistency;

namespace Visualizer.Dashboard.Tests.Labs.Consistency;

public sealed class ConsistencyMissionsTests
{
    private static MissionState State(string key, Journaled journal) => journal.Fold().Missions.Single(m => m.Mission.Key == key);

    [Theory]
    [InlineData(0, true, true)]
    [InlineData(1, true, false)] // a single post proves nothing
    [InlineData(0, false, false)]
    public void Vanish_TheListWentBack(long post, bool backwards, bool solved) =>
        Assert.Equal(solved, State("vanish", new Journaled().Started().Read("r", 0, "r1", post, 3, 4, backwards)).Solved);

    [Theory]
    [InlineData("r1", 600, 2, true)]
    [InlineData("primary", 600, 2, false)]
    [InlineData("r1", 0, 2, false)]
    [InlineData("r1", 600, 1, false)]
    public void Patience_AReplicaWaitedForTheWrite(string node, double waited, long version, bool solved) =>
        Assert.Equal(solved, State("patience", new Journaled().Started().Read("r", 0, node, 1, version, 2, read: "session", waitedMs: waited)).Solved);

    [Fact]
    public void Partition_RefusedAcceptedHealedAndArrived_InThisOrder()
    {
        var journal = new Journaled().Started().Said(0, new Partitioned(["r2"]));
        Assert.Equal("cut off", State("partition", journal).Progress);
        journal.Said(1, new WriteRefused("", "change", 1, "all", 3, ["primary", "r1"], "quorum_unreachable"));
        journal.Wrote("w", 2, 1, 2, 4, "change");
        Assert.Equal("a write accepted all the same", State("partition", journal).Progress);
        journal.Arrived(3, "r2", 1, 2, 4); // not healed yet
        Assert.False(State("partition", journal).Solved);
        journal.Said(4, new Healed()).Arrived(5, "r1", 1, 2, 4);
        Assert.False(State("partition", journal).Solved);
        Assert.True(State("partition", journal.Arrived(6, "r2", 1, 2, 4)).Solved);
    }

    [Fact]
    public void Overtake_AReadBrokeMonotonicWrites() =>
        Assert.True(State("overtake", new Journaled().Started().Read("r", 0, "r1", 1, 1, 2, broke: ["linearizable", "monotonic_writes"])).Solved);

    [Fact]
    public void Scenario_SolvesNoMission()
    {
        var journal = new Journaled().Started().Wrote("w", 0, 4, 1, 4);
        for (var i = 0; i < 10; i++)
            journal.Read($"r{i}", 200, ConsistencyWords.Nodes[i % 3], 4, i % 3 == 0 ? 1 : 0, 1, backwards: i % 3 != 0);
        Assert.DoesNotContain(journal.Fold().Missions, m => m.Solved);
    }
}
