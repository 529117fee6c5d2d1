using Visualizer.Dashboard.Labs.HttpCaching;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.HttpCaching;
using Visualizer.DemoApi.SharedCache;
using static Visualizer.Dashboard.Tests.Labs.HttpCaching.CachingJournal;

namespace Visualizer.Dashboard.Tests.Labs.HttpCaching;

public sealed class CachingMissionsTests
{
    private static bool Solved(CachingJournal journal, string key) => journal.View.Missions.Single(m => m.Mission.Key == key).Solved;

    [Theory]
    [InlineData(29_999, false)]
    [InlineData(30_000, true)]
    public void OldPrice_IsOldAfterTwentySeconds(double at, bool solved)
    {
        var journal = new CachingJournal().ChangesBehind(10_000, 2).Consults("r1", at, "serve", copy: Copy());

        Assert.Equal(solved, Solved(journal, "old"));
    }

    [Fact]
    public void OldPrice_OfTheNewState_IsNone() =>
        Assert.False(Solved(new CachingJournal().ChangesBehind(0, 2).Consults("r1", 50_000, "serve", copy: Copy(etag: "\"2-a\"")), "old"));

    [Theory]
    [InlineData("demo; hit; ttl=5", true)]
    [InlineData("demo; fwd=stale; fwd-status=304; ttl=60", false)]
    public void Known_WantsThe304OfTheCacheItself(string status, bool solved)
    {
        var journal = new CachingJournal().Add(0, new ResponseSent(304, [new("Cache-Status", status)], CapturedBody.None, CapturedBody.None, 1), "r1");

        Assert.Equal(solved, Solved(journal, "known"));
    }

    [Theory]
    [InlineData("\"3-a\"", true)]
    [InlineData("*", false)]
    public void Merge_WantsTheNewTag(string guard, bool solved)
    {
        var journal = new CachingJournal().Add(0, new WriteRefused(1, 412, "\"3-a\"", "\"2-a\"", "late", "§"), "r1").Add(0, new ProductChanged(1, 4, 1, "\"3-a\"", "\"4-a\"", guard), "r2");

        Assert.Equal(solved, Solved(journal, "merge"));
        Assert.False(Solved(new CachingJournal().Add(0, new ProductChanged(1, 4, 1, "\"3-a\"", "\"4-a\"", "\"3-a\""), "r2"), "merge"));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(500, false)]
    public void Away_WantsNobodyThere(int? status, bool solved) =>
        Assert.Equal(solved, Solved(new CachingJournal().Add(0, new StaleCopyServed("/products/1", status, Copy()), "r1"), "away"));

    [Fact]
    public void EveryMission_HasHintsAndASolution() => Assert.All(CachingMissions.All, mission =>
    {
        Assert.NotEmpty(mission.Hints);
        Assert.NotEqual("", mission.Solution);
    });
}
