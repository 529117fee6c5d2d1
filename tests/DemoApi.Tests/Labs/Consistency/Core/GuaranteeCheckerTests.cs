using Visualizer.DemoApi.Labs.Consistency.Core;

namespace Visualizer.DemoApi.Tests.Labs.Consistency.Core;

/// <summary>Histories written by hand, each of which breaks exactly one promise.</summary>
public sealed class GuaranteeCheckerTests
{
    private const long Ms = TimeSpan.TicksPerMillisecond;

    private readonly GuaranteeChecker _checker = new(500 * Ms);
    private long _lsn;

    private void Write(string client, long key, long version, long from, long to) =>
        _checker.Observe(new(true, client, "primary", key, version, ++_lsn, from * Ms, to * Ms));

    private IEnumerable<Guarantee> Read(string client, long key, long version, long at, string node = "r1") =>
        _checker.Observe(new(false, client, node, key, version, 0, at * Ms, at * Ms)).Select(b => b.Guarantee);

    [Fact]
    public void FreshReads_BreakNothing()
    {
        Write("a", 1, 1, 0, 10);
        Assert.Empty(Read("a", 1, 1, 20));
        Assert.Empty(Read("b", 1, 1, 30));
    }

    [Fact]
    public void ReadDuringTheWrite_MayShowEither_ButNotGoBackOnceShown()
    {
        Write("a", 1, 1, 0, 100);
        Assert.Empty(Read("b", 1, 0, 50));
        Assert.Empty(Read("b", 1, 1, 60));
        Assert.Equal([Guarantee.Linearizable], Read("c", 1, 0, 70));
    }

    [Fact]
    public void OldValueAfterAnothersWrite_IsOnlyNotLinearizable()
    {
        Write("a", 1, 1, 0, 10);
        Assert.Equal([Guarantee.Linearizable], Read("b", 1, 0, 20));
    }

    [Fact]
    public void OwnWriteNotSeen_IsReadYourWrites()
    {
        Write("a", 1, 1, 0, 10);
        Assert.Equal([Guarantee.Linearizable, Guarantee.ReadYourWrites], Read("a", 1, 0, 20));
    }

    [Fact]
    public void SeenAndGone_IsMonotonicReads()
    {
        Write("a", 1, 1, 0, 10);
        Read("b", 1, 1, 20);
        Assert.Equal([Guarantee.Linearizable, Guarantee.MonotonicReads], Read("b", 1, 0, 30));
    }

    [Fact]
    public void SecondWriteWithoutTheFirst_IsMonotonicWrites_OnTheSameNodeAlone()
    {
        Write("a", 1, 1, 0, 10);
        Write("a", 2, 1, 20, 30);
        Read("b", 2, 1, 40);
        Assert.Equal([Guarantee.Linearizable], Read("b", 1, 0, 50, "r2"));
        Assert.Equal([Guarantee.Linearizable, Guarantee.MonotonicWrites], Read("c", 1, 0, 50));
    }

    [Fact]
    public void AnswerWithoutItsPost_IsWritesFollowReads()
    {
        Write("a", 1, 1, 0, 10);
        Read("b", 1, 1, 20, "primary");
        Write("b", 2, 1, 30, 40);
        Read("c", 2, 1, 50);
        Assert.Equal([Guarantee.Linearizable, Guarantee.WritesFollowReads], Read("c", 1, 0, 60));
    }

    [Theory]
    [InlineData(510, false)]
    [InlineData(511, true)]
    public void OldForLongerThanTheBound_IsBoundedStaleness(long at, bool broken)
    {
        Write("a", 1, 1, 0, 10);
        Assert.Equal(broken, Read("b", 1, 0, at).Contains(Guarantee.BoundedStaleness));
    }

    [Fact]
    public void Staleness_CountsFromTheAnswerToTheNextVersion_NotToTheNewest()
    {
        for (var version = 1; version <= 3; version++)
            Write("a", 1, version, version * 100, (version * 100) + 10);
        Assert.Equal(90 * Ms, _checker.Staleness(new(false, "b", "r1", 1, 1, 0, 300 * Ms, 300 * Ms)));
        Assert.Equal(0, _checker.Staleness(new(false, "b", "r1", 1, 3, 0, 300 * Ms, 300 * Ms)));
    }

    [Fact]
    public void List_IsAKeyOfItsOwn_WhoseVersionIsTheLog()
    {
        Write("a", 1, 1, 0, 10);
        Write("a", 2, 1, 20, 30);
        Assert.Empty(Read("a", Cluster.EveryKey, 2, 40));
        Assert.Contains(Guarantee.ReadYourWrites, Read("a", Cluster.EveryKey, 1, 50));
    }

    [Fact]
    public void ThousandsOfClientsAndKeys_AreForgottenInTime()
    {
        for (var i = 0; i < 5_000; i++)
        {
            Write($"c{i}", 1, i + 1, i, i);
            Assert.Empty(Read($"c{i}", 1_000 + i, 0, i));
        }

        Assert.Contains(Guarantee.Linearizable, Read("late", 1, 1, 5_000));
    }
}
