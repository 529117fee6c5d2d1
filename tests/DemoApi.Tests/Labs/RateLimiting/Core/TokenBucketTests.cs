using Visualizer.DemoApi.Labs.RateLimiting.Core;
using static Visualizer.DemoApi.Tests.Labs.RateLimiting.Core.SandboxTime;

namespace Visualizer.DemoApi.Tests.Labs.RateLimiting.Core;

public sealed class TokenBucketTests
{
    private readonly TokenBucket _bucket = new(new(Capacity: 10, RefillPerSecond: 1));

    [Fact]
    public void TokenBucket_New_IsFull() => Assert.Equal(10, Requests.Count(20, _bucket, At(0)));

    [Fact]
    public void TokenBucket_EmptyAfterBurst_RefillsAfterOnePeriod()
    {
        _bucket.Take(At(0), 10);
        Assert.Equal(new Decision(false, 0, 1, Seconds(9) + 1), _bucket.Take(At(1) - 1, 1));
        Assert.Equal(new Decision(true, 0, 0, Seconds(10)), _bucket.Take(At(1), 1));
    }

    [Fact]
    public void TokenBucket_BurstThenSteady_PassesCapacityPlusRefillInASpan()
    {
        var passed = Requests.Count(20, _bucket, At(0));
        for (var tenths = 1; tenths < 100; tenths++) passed += Requests.Count(20, _bucket, At(tenths * 0.1m));
        Assert.Equal(19, passed); // in the 10 s from 0 to just before 10
    }

    [Fact]
    public void TokenBucket_AskedTenTimesASecond_HasExactlyOneTokenAfterOneSecond()
    {
        _bucket.Take(At(0), 10);
        for (var tenths = 1; tenths < 10; tenths++) Assert.False(_bucket.Take(At(tenths * 0.1m), 1).Admitted);
        Assert.True(_bucket.Take(At(1), 1).Admitted);
        Assert.False(_bucket.Take(At(1), 1).Admitted);
    }

    [Fact]
    public void TokenBucket_AskedAtEveryTick_DoesNotStarve()
    {
        var bucket = new TokenBucket(new(1, 999.999m));
        var passed = Enumerable.Range(0, 100_002).Count(tick => bucket.Take(At(0) + tick, 1).Admitted);
        Assert.Equal(10, passed); // a token takes 10,000.01 ticks: the eleventh would come at tick 100,001
    }

    [Fact]
    public void TokenBucket_ThirdsOfATokenForHours_DoNotDrift()
    {
        var bucket = new TokenBucket(new(2, 0.333m));
        bucket.Take(At(0), 2);
        var now = At(0);
        for (var token = 1; token <= 3330; token++)
        {
            now += bucket.Take(now, 1).RetryAfterTicks;
            Assert.True(bucket.Take(now, 1).Admitted);
            Assert.Equal(At(0) + (long)Math.Ceiling(token * 10_000_000_000m / 333), now);
        }

        Assert.Equal(At(10_000), now);
    }

    [Fact]
    public void TokenBucket_RefusedCost_SpendsNothing()
    {
        _bucket.Take(At(0), 7);
        Assert.Equal(new Decision(false, 3, Seconds(2), Seconds(7)), _bucket.Take(At(0), 5));
        Assert.True(_bucket.Take(At(0), 3).Admitted);
    }

    [Fact]
    public void TokenBucket_WithoutRefill_NeverRefills()
    {
        var bucket = new TokenBucket(new(20, 0));
        Assert.Equal(20, Requests.Count(30, bucket, At(0)));
        Assert.Equal(new Decision(false, 0, Decision.Never, Decision.Never), bucket.Take(At(100_000_000_000), 1));
        Assert.Equal([new(At(1), 0)], bucket.Forecast(At(1)));
    }

    [Fact]
    public void TokenBucket_ClockGoesBack_NeitherTakesNorGivesTokens()
    {
        _bucket.Take(At(5), 8);
        Assert.Equal(new Decision(true, 1, 0, Seconds(5 + 9)), _bucket.Take(At(0), 1));
        Assert.Equal(1, Requests.Count(5, _bucket, At(5)));
        Assert.Equal(1, Requests.Count(5, _bucket, At(6)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(999.999)]
    [InlineData(0.001)]
    public void TokenBucket_AfterEightThousandYears_IsJustFull(double refill)
    {
        var bucket = new TokenBucket(new(10, (decimal)refill));
        Assert.Equal(10, Requests.Count(20, bucket, Ticks(DateTimeOffset.MinValue)));
        Assert.Equal(10, Requests.Count(20, bucket, Ticks(DateTimeOffset.MaxValue)));
    }

    [Fact]
    public void TokenBucket_RestThatFillsExactlyNothingIn64Bits_IsFull()
    {
        const long rest = 1L << 61; // 7,306 years; 1000 parts a tick make it a multiple of 2^64
        var yearOne = Ticks(DateTimeOffset.MinValue);
        _bucket.Take(yearOne, 10);
        Assert.True(_bucket.Take(yearOne + rest, 10).Admitted);
    }

    [Fact]
    public void TokenBucket_Forecast_RisesToTheBrim()
    {
        _bucket.Take(At(0), 10);
        Assert.Equal([new(At(2), 2), new(At(10), 10)], _bucket.Forecast(At(2)));
        Assert.Equal([new(At(11), 10)], _bucket.Forecast(At(11)));
    }

    [Fact]
    public void TokenBucket_RateFinerThanAThousandth_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TokenBucket(new(10, 0.0001m)));

    [Fact]
    public void TokenBucket_ManyThreadsAndAMovingClock_LoseAndInventNothing()
    {
        const int threads = 8, steps = 40_000;
        var bucket = new TokenBucket(new(20, 333.333m));
        bucket.Take(At(0), 20);

        var clock = At(0);
        var passed = Requests.InParallel(threads, () =>
            Enumerable.Range(0, steps).Count(_ => bucket.Take(Interlocked.Add(ref clock, 1000), 1).Admitted));

        passed += Requests.Count(20, bucket, clock);
        Assert.Equal((int)(333.333m * 1000 * threads * steps / TimeSpan.TicksPerSecond), passed);
    }
}
