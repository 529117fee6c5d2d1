using Visualizer.Dashboard.Labs.RateLimiting;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Labs.RateLimiting;

namespace Visualizer.Dashboard.Tests.Labs.RateLimiting;

public sealed class RateLimitingMissionsTests
{
    private static MissionState State(string key, Journaled journal) =>
        new RateLimitingView(RateLimitingAlgorithm.All).Fold(journal.Events).Missions.Single(m => m.Mission.Key == key);

    private static Journaled Admit(Journaled journal, int times, double atMs, string algorithm = "fixed-window")
    {
        for (var i = 0; i < times; i++)
            journal.Admitted($"r{journal.Events.Count}", atMs, algorithm, 0);
        return journal;
    }

    [Theory]
    [InlineData(9_900, 10_100, true)]
    [InlineData(9_100, 10_100, false)] // a whole second apart
    public void Twice_TwentyAcceptedByOneLimiter_WithinASecond(double first, double second, bool solved) =>
        Assert.Equal(solved, State("twice", Admit(Admit(new Journaled().Started(), 10, first), 10, second)).Solved);

    [Fact]
    public void Twice_TwoLimiters_ProveNothing() =>
        Assert.Equal("10 of 20 within a second", State("twice", Admit(Admit(new Journaled().Started(), 10, 0), 10, 0, "sliding-log")).Progress);

    [Fact]
    public void Twice_RaisedLimit_ProvesNothing() => Assert.False(
        State("twice", Admit(new Journaled().Started().Add(0, new LimiterConfigured("fixed-window", 100, 10_000, 0), "rate-limiting"), 20, 1)).Solved);

    [Fact]
    public void Polite_ARefusal_BeginsTheRowAnew()
    {
        var journal = Admit(new Journaled().Started(), 29, 0).Refused("no", 1, "fixed-window", 9);
        Assert.Equal("3 of 30 in a row", State("polite", Admit(journal, 3, 2)).Progress);
        Assert.True(State("polite", Admit(journal, 27, 3)).Solved);
    }

    [Theory]
    [InlineData(2_999, false)]
    [InlineData(3_000, true)]
    [InlineData(3_999, true)]
    [InlineData(4_000, false)]
    public void Exact_AdmittedInTheSecondThatRetryAfterNamed(double atMs, bool solved) =>
        Assert.Equal(solved, State("exact", Admit(new Journaled().Started().Refused("no", 0, "fixed-window", 3), 1, atMs)).Solved);
}
