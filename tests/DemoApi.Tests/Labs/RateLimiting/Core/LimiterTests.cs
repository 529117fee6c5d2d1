using Visualizer.DemoApi.Labs.RateLimiting.Core;
using static Visualizer.DemoApi.Tests.Labs.RateLimiting.Core.SandboxTime;

namespace Visualizer.DemoApi.Tests.Labs.RateLimiting.Core;

/// <summary>What holds for all five, and what tells them apart.</summary>
public sealed class LimiterTests
{
    public static TheoryData<string> Algorithms => Algorithm.Names;

    /// <summary>Limit 10 per 10 s, said to each algorithm in its own settings.</summary>
    private static ILimiter TenPerTenSeconds(string algorithm) => algorithm switch
    {
        "fixed-window" => new FixedWindow(new(10, 10_000)),
        "sliding-log" => new SlidingLog(new(10, 10_000)),
        "sliding-counter" => new SlidingCounter(new(10, 10_000)),
        "token-bucket" => new TokenBucket(new(10, 1)),
        _ => new LeakyBucket(new(9, 1)),
    };

    private static ILimiter Only(long quota, string algorithm) => algorithm switch
    {
        "fixed-window" => new FixedWindow(new(quota, 10_000)),
        "sliding-log" => new SlidingLog(new(quota, 10_000)),
        "sliding-counter" => new SlidingCounter(new(quota, 10_000)),
        "token-bucket" => new TokenBucket(new(quota, 0)),
        _ => new LeakyBucket(new(quota - 1, 1)),
    };

    [Theory]
    [InlineData("fixed-window", 20)]
    [InlineData("sliding-log", 10)]
    [InlineData("sliding-counter", 10)]
    [InlineData("token-bucket", 10)]
    [InlineData("leaky-bucket", 10)]
    public void Scenario_TenBeforeTheEdgeAndTenBehind_TellsTheAlgorithmsApart(string algorithm, int passes)
    {
        var limiter = TenPerTenSeconds(algorithm);
        List<long> arrivals = [.. Enumerable.Repeat(At(9.9m), 10), .. Enumerable.Repeat(At(10.1m), 10)];

        var decisions = arrivals.Select(at => limiter.Take(at, 1)).ToList();

        Assert.Equal(passes, decisions.Count(decision => decision.Admitted));
        Assert.Equal(algorithm == "leaky-bucket" ? Seconds(9) : 0, decisions.Max(decision => decision.WaitTicks));
    }

    [Theory]
    [InlineData("fixed-window")]
    [InlineData("sliding-log")]
    [InlineData("sliding-counter")]
    [InlineData("token-bucket")]
    [InlineData("leaky-bucket")]
    public void Policy_OfTheDefaults_IsTenInTenSeconds(string algorithm) =>
        Assert.Equal(new QuotaPolicy(10, 10), TenPerTenSeconds(algorithm).Policy);

    [Fact]
    public void Policy_OddSettings_RoundsTheSecondsUp()
    {
        Assert.Equal(new QuotaPolicy(5, 1), new FixedWindow(new(5, 100)).Policy);
        Assert.Equal(new QuotaPolicy(5, 2), new SlidingLog(new(5, 1_001)).Policy);
        Assert.Equal(new QuotaPolicy(10, 31), new TokenBucket(new(10, 0.333m)).Policy);
        Assert.Equal(new QuotaPolicy(10, null), new TokenBucket(new(10, 0)).Policy);
        Assert.Equal(new QuotaPolicy(1, 1), new LeakyBucket(new(0, 1000)).Policy);
    }

    [Theory, MemberData(nameof(Algorithms))]
    public void Take_CostBelowOneOrAboveTheQuota_IsAnError(string name)
    {
        var limiter = Algorithm.All[name].Limiter();
        foreach (var cost in (long[])[long.MinValue, -1, 0, limiter.Policy.Quota + 1, long.MaxValue])
            Assert.Throws<ArgumentOutOfRangeException>(() => limiter.Take(At(0), cost));
        Assert.Equal(limiter.Policy.Quota - 1, limiter.Take(At(0), 1).Remaining);
    }

    [Theory]
    [InlineData("fixed-window")]
    [InlineData("sliding-log")]
    [InlineData("sliding-counter")]
    [InlineData("token-bucket")]
    [InlineData("leaky-bucket")]
    public void Take_TwoHundredInParallel_AdmitsExactlyTwenty(string algorithm)
    {
        for (var round = 0; round < 20; round++)
        {
            var limiter = Only(20, algorithm);
            Assert.Equal(20, Requests.InParallel(threads: 4, () => Requests.Count(50, limiter, At(0))));
        }
    }

    /// <summary>Far beyond what a lab allows, so that the threads surely meet inside.</summary>
    [Theory]
    [InlineData("fixed-window")]
    [InlineData("sliding-log")]
    [InlineData("sliding-counter")]
    [InlineData("token-bucket")]
    [InlineData("leaky-bucket")]
    public void Take_ManyMoreInParallelThanThereIsQuota_AdmitsExactlyTheQuota(string algorithm)
    {
        var limiter = Only(250_000, algorithm);
        Assert.Equal(250_000, Requests.InParallel(threads: 4, () => Requests.Count(75_000, limiter, At(0))));
    }

    [Theory, MemberData(nameof(Algorithms))]
    public void Forecast_NothingHappened_IsOneStandingPoint(string name)
    {
        var limiter = Algorithm.All[name].Limiter();
        var untouched = limiter is TokenBucket ? limiter.Policy.Quota : 0;
        Assert.Equal([new(At(0), untouched)], limiter.Forecast(At(0)));
    }
}
