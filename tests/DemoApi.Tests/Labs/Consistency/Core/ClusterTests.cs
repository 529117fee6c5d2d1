using Visualizer.DemoApi.Labs.Consistency.Core;

namespace Visualizer.DemoApi.Tests.Labs.Consistency.Core;

public sealed class ClusterTests
{
    private const long Ms = TimeSpan.TicksPerMillisecond;

    private static ClusterSettings Settings(WritePolicy write = WritePolicy.Async, int r = 1, int w = 1, bool inOrder = true, string paused = "", string cut = "") => new(
        [.. new[] { ("primary", 0L, 80L), ("r1", 800, 10), ("r2", 400, 40) }.Select(n => new NodeSettings(n.Item1, n.Item2 * Ms, paused.Contains(n.Item1), cut.Contains(n.Item1), n.Item3 * Ms))],
        write, r, w, inOrder);

    private static long[] Versions(Cluster cluster, long key = 1) => [.. cluster.Nodes.Select(n => n.Version(key))];

    private static ReadDecision.Served Served(ReadDecision decision) => Assert.IsType<ReadDecision.Served>(decision);

    [Fact]
    public void AsyncWrite_ReachesEachReplicaAfterItsLag_AndNotATickSooner()
    {
        var cluster = new Cluster(Settings());
        cluster.Write(0, 1);
        Assert.Equal([1L, 0, 0], Versions(cluster));

        Assert.Empty(cluster.Receive((400 * Ms) - 1));
        Assert.Equal("r2", Assert.Single(cluster.Receive(400 * Ms)).Node);
        Assert.Equal(800 * Ms, cluster.NextArrival);
        cluster.Receive(800 * Ms);
        Assert.Equal([1L, 1, 1], Versions(cluster));
        Assert.Null(cluster.NextArrival);
    }

    [Theory]
    [InlineData("Quorum", 2, "primary r1", 80)]
    [InlineData("Quorum", 3, "primary r1 r2", 80)]
    [InlineData("All", 1, "primary r1 r2", 80)]
    [InlineData("Async", 3, "primary", 80)]
    public void Write_IsAnsweredWhenTheNearestHaveIt(string policy, int w, string acknowledged, long latency)
    {
        var cluster = new Cluster(Settings(Enum.Parse<WritePolicy>(policy), w: w));
        var accepted = Assert.IsType<WriteDecision.Accepted>(cluster.Write(0, 1));
        Assert.Equal((acknowledged, latency * Ms), (string.Join(' ', accepted.Acknowledged), accepted.LatencyTicks));
        Assert.Equal(acknowledged.Split(' ').Length, Versions(cluster).Count(v => v == 1));
    }

    [Theory]
    [InlineData("Quorum", 2, "", "r1 r2", "primary")]
    [InlineData("Quorum", 3, "r2", "", "primary r1")]
    [InlineData("All", 1, "", "primary", "primary")]
    public void Write_ThatCannotReachItsNodes_LeavesNoTrace(string policy, int w, string paused, string cut, string reachable)
    {
        var cluster = new Cluster(Settings(Enum.Parse<WritePolicy>(policy), w: w, paused: paused, cut: cut));
        var refused = Assert.IsType<WriteDecision.Refused>(cluster.Write(0, 1));
        Assert.Equal((policy is "All" ? 3 : w, reachable), (refused.Needed, string.Join(' ', refused.Reachable)));
        Assert.Equal(0, cluster.Lsn);
        Assert.Equal([0L, 0, 0], Versions(cluster));
        Assert.Null(cluster.NextArrival);
    }

    [Fact]
    public void Any_GoesRoundFromThePrimary_AndNewSettingsBeginAgain()
    {
        var cluster = new Cluster(Settings());
        cluster.Write(0, 1);
        Assert.Equal(["primary", "r1", "r2", "primary"], Enumerable.Range(0, 4).Select(_ => Served(cluster.Read(200 * Ms, new(ReadPolicy.Any, 1))).Node));
        cluster.Configure(200 * Ms, Settings());
        Assert.Equal("primary", Served(cluster.Read(200 * Ms, new(ReadPolicy.Any, 1))).Node);
    }

    [Fact]
    public void StaleRead_SaysHowOldItIs()
    {
        var cluster = new Cluster(Settings());
        cluster.Write(0, 1);
        cluster.Write(100 * Ms, 1);
        var read = Served(cluster.Read(300 * Ms, new(ReadPolicy.Any, 1, Node: "r1")));
        Assert.Equal((0L, 2L, 300 * Ms, 10 * Ms), (read.Version, read.Newest, read.AgeTicks, read.LatencyTicks));

        cluster.Receive(800 * Ms);
        read = Served(cluster.Read(800 * Ms, new(ReadPolicy.Any, 1, Node: "r1")));
        Assert.Equal((1L, 700 * Ms, 1L), (read.Version, read.AgeTicks, read.Token)); // outdated since the second write
    }

    [Fact]
    public void CutOffReplica_AnswersItsOldData_AndGetsTheRestAfterHealing()
    {
        var cluster = new Cluster(Settings(cut: "r1"));
        cluster.Write(0, 1);
        cluster.Receive(5_000 * Ms);
        Assert.Equal([1L, 0, 1], Versions(cluster));
        Assert.Equal(0, Served(cluster.Read(5_000 * Ms, new(ReadPolicy.Any, 1, Node: "r1"))).Version);

        cluster.Configure(5_000 * Ms, Settings());
        Assert.Equal(5_800 * Ms, cluster.NextArrival);
        cluster.Receive(5_800 * Ms);
        Assert.Equal([1L, 1, 1], Versions(cluster));
    }

    [Fact]
    public void IsolatedPrimary_TakesAsyncWritesAlone_AndAQuorumAsksTheOthers()
    {
        var cluster = new Cluster(Settings(r: 2, cut: "primary"));
        Assert.IsType<WriteDecision.Accepted>(cluster.Write(0, 1));
        Assert.Null(cluster.NextArrival);
        Assert.Equal((0L, 1L), (Served(cluster.Read(0, new(ReadPolicy.Quorum, 1))).Version, Served(cluster.Read(0, new(ReadPolicy.Primary, 1))).Version));
        cluster.Configure(0, Settings(r: 3, cut: "primary"));
        Assert.Equal(["r1", "r2"], Assert.IsType<ReadDecision.Unreachable>(cluster.Read(0, new(ReadPolicy.Quorum, 1))).Reachable);
    }

    [Fact]
    public void SessionRead_OfANodeThatIsBehind_IsToldWhenToAskAgain()
    {
        var cluster = new Cluster(Settings());
        cluster.Write(0, 1);
        Assert.Equal(new ReadDecision.Behind("r1", 800 * Ms), cluster.Read(200 * Ms, new(ReadPolicy.Session, 1, Node: "r1", Token: 1)));
        Assert.Equal(new ReadDecision.Behind("primary", null), cluster.Read(200 * Ms, new(ReadPolicy.Session, 1, Node: "primary", Token: 99)));
        cluster.Receive(800 * Ms);
        Assert.Equal(1, Served(cluster.Read(800 * Ms, new(ReadPolicy.Session, 1, Node: "r1", Token: 1))).Version);
    }

    [Fact]
    public void MonotonicAndBounded_PassOverWhoIsTooOld()
    {
        var cluster = new Cluster(Settings());
        cluster.Write(0, 1);
        cluster.Receive(400 * Ms);
        Assert.Equal(["primary", "r2", "primary"], Enumerable.Range(0, 3).Select(_ => Served(cluster.Read(450 * Ms, new(ReadPolicy.Any, 1, Token: 1, Monotonic: true))).Node));
        Assert.Equal(["r1", "r2", "primary"], Enumerable.Range(0, 3).Select(_ => Served(cluster.Read(450 * Ms, new(ReadPolicy.Any, 1, MaxAgeTicks: 450 * Ms))).Node));
        Assert.Equal(["r2", "primary", "r2"], Enumerable.Range(0, 3).Select(_ => Served(cluster.Read(451 * Ms, new(ReadPolicy.Any, 1, MaxAgeTicks: 450 * Ms))).Node));
    }

    [Fact]
    public void OutOfOrder_AnEvenEntryOvertakes_AndAnOlderVersionNeverReplacesANewerOne()
    {
        var cluster = new Cluster(Settings(inOrder: false));
        cluster.Write(0, 1);
        cluster.Write(0, 1);
        Assert.Equal(2, cluster.Receive(200 * Ms).Select(a => a.Entry.Lsn).Distinct().Single());
        Assert.Equal([2L, 2, 2], Versions(cluster));
        Assert.Equal(0, cluster.Nodes[1].Prefix); // the first is still missing

        Assert.All(cluster.Receive(800 * Ms), a => Assert.True(a.Superseded));
        Assert.Equal([2L, 2, 2], Versions(cluster));
        Assert.Equal(2, cluster.Nodes[1].Prefix);
    }

    [Fact]
    public void ReplicaAThousandEntriesBehind_StopsTheWrites()
    {
        var cluster = new Cluster(Settings(paused: "r1"));
        for (var i = 0; i < Cluster.MostWaiting; i++)
            Assert.IsType<WriteDecision.Accepted>(cluster.Write(i, 1));
        Assert.Equal(new WriteDecision.Backlogged("r1"), cluster.Write(9_999, 1));

        cluster.Configure(10_000, Settings());
        cluster.Receive(10_000 + (800 * Ms));
        Assert.IsType<WriteDecision.Accepted>(cluster.Write(10_000 + (800 * Ms), 1));
    }

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(2, 1, false)]
    [InlineData(1, 2, false)]
    [InlineData(2, 2, true)]
    [InlineData(1, 3, true)]
    [InlineData(3, 1, true)]
    [InlineData(3, 3, true)]
    public void Quorums_OverlapWhereTheyAreMoreThanAllTogether(int r, int w, bool overlap) => Assert.Equal(overlap, Quorum.Overlaps(3, r, w));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(4, 3)]
    [InlineData(5, 3)]
    public void Majority_IsTheSmallestThatOverlapsWithItself(int nodes, int majority)
    {
        Assert.Equal(majority, Quorum.Majority(nodes));
        Assert.True(Quorum.Overlaps(nodes, majority, majority));
        Assert.False(Quorum.Overlaps(nodes, majority - 1, majority - 1));
    }
}
