using Visualizer.Dashboard.Labs.Versioning;
using Visualizer.DemoApi.Labs.Versioning;

namespace Visualizer.Dashboard.Tests.Labs.Versioning;

public sealed class VersioningMissionsTests
{
    [Theory]
    [InlineData("*/*, application/vnd.visualizer.v1+json;q=0", 2, 1, true)]
    [InlineData("application/vnd.visualizer.v2+json", 2, 1, false)]
    [InlineData("*/*", 2, 2, false)]
    [InlineData("*/*", 1, 1, false)]
    public void Unnamed_WantsVersion2WithoutItsName(string accept, int version, int standard, bool solved) => Assert.Equal(solved, IsSolved("unnamed", new VersioningStory()
        .Received("r1", 0, "/users/1").Add(0, new VersionChosen(new(null, null, null, accept), version, "x", ["media_type"], standard, "current", null, "", "Why.", 1), "r1")));

    [Theory]
    [InlineData(2, 1, true, true)]
    [InlineData(2, 1, false, false)]
    [InlineData(1, 2, true, false)]
    [InlineData(2, 2, true, false)]
    public void Mixed_WantsACopyOfVersion1ForVersion2(int wanted, int given, bool fromCopy, bool solved) =>
        Assert.Equal(solved, IsSolved("mixed", new VersioningStory().Cached("r1", 0, new(null, null, $"{wanted}", null), wanted, given, fromCopy)));

    [Fact]
    public void Successor_WantsThe410FirstAndThenTheSameUser()
    {
        var gone = new VersioningStory().Received("r1", 0, "/v1/users/7").Chosen("r1", 0, 1, "gone", "path").Answered("r1", 0, 1, 410);
        Assert.False(IsSolved("successor", gone));
        Assert.False(IsSolved("successor", gone.Received("r2", 1, "/v2/users/8").Chosen("r2", 1, 2, "current", "path")));
        Assert.True(IsSolved("successor", gone.Received("r3", 2, "/v2/users/7").Chosen("r3", 2, 2, "current", "path")));
    }

    [Fact]
    public void Harmless_WantsAllThreeToRead_AfterTheDefaultMoved()
    {
        var before = new VersioningStory().Asked("r1", 0, 1, "old-app").Asked("r2", 0, 2, "web").Asked("r3", 0, 1, "script").Configured(1, 2);
        Assert.False(IsSolved("harmless", before));
        Assert.False(IsSolved("harmless", before.Asked("r4", 2, 1, "old-app").Asked("r5", 2, 2, "web").Asked("r6", 2, 2, "script")));
        Assert.True(IsSolved("harmless", before.Asked("r7", 3, 1, "script")));
    }

    [Fact]
    public void Missions_HaveHintsAndASolution() => Assert.All(VersioningMissions.All, mission =>
    {
        Assert.InRange(mission.Hints.Count, 2, 3);
        Assert.NotEqual("", mission.Solution);
    });

    private static bool IsSolved(string key, VersioningStory story) => story.Fold().Missions.First(m => m.Mission.Key == key).Solved;
}
