using Visualizer.DemoApi.Labs.RateLimiting.Core;
using static Visualizer.DemoApi.Tests.Labs.RateLimiting.Core.SandboxTime;

namespace Visualizer.DemoApi.Tests.Labs.RateLimiting.Core;

public sealed class SlidingLogTests
{
    private readonly SlidingLog _limiter = new(new(Limit: 10, WindowMs: 10_000));

    [Fact]
    public void SlidingLog_ExactlyOneWindowLater_HasForgotten()
    {
        _limiter.Take(At(3), 10);
        Assert.False(_limiter.Take(At(13) - 1, 1).Admitted);
        Assert.True(_limiter.Take(At(13), 10).Admitted);
    }

    [Fact]
    public void SlidingLog_Hammered_NeverPassesMoreThanTheLimitInAnyWindow()
    {
        var passed = Enumerable.Range(0, 600).Select(i => At(i * 0.1m)).Where(at => _limiter.Take(at, 1).Admitted).ToList();
        Assert.Equal(10, passed.Max(end => passed.Count(at => at > end - Seconds(10) && at <= end)));
        Assert.Equal(60, passed.Count);
    }

    [Fact]
    public void SlidingLog_HighCost_WaitsForAsManyOfTheOldestAsItNeeds()
    {
        foreach (var second in (decimal[])[0, 1, 2, 3]) _limiter.Take(At(second), 2);
        Assert.Equal(Seconds(8), _limiter.Take(At(3), 5).RetryAfterTicks); // two are free, the ones of second 0 and 1 must go
        Assert.Equal(Seconds(9), _limiter.Take(At(3), 8).RetryAfterTicks);
    }

    [Fact]
    public void SlidingLog_FewRequests_ForecastFallsInSteps()
    {
        _limiter.Take(At(0), 3);
        _limiter.Take(At(4), 1);
        Assert.Equal(
            [new(At(5), 4), new(At(10), 4), new(At(10), 1), new(At(14), 1), new(At(14), 0)],
            _limiter.Forecast(At(5)));
    }

    [Fact]
    public void SlidingLog_ManyAtOneInstant_ForecastIsOneJump()
    {
        Requests.Count(10, _limiter, At(0));
        Assert.Equal([new(At(0), 10), new(At(10), 10), new(At(10), 0)], _limiter.Forecast(At(0)));
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(1000)]
    public void SlidingLog_ManyRequests_ForecastHasAtMost64PointsAndIsNearlyTrue(int requests)
    {
        var limiter = new SlidingLog(new(1000, 10_000));
        long Arrival(int i) => At(i < requests / 2 ? i * 0.001m : 3 + i * 0.002m); // two bursts, a long pause between them
        for (var i = 0; i < requests; i++) limiter.Take(Arrival(i), 1);

        var forecast = limiter.Forecast(At(5));

        Assert.InRange(forecast.Count, 2, 64);
        Assert.Equal(new LevelPoint(At(5), requests), forecast[0]);
        for (var i = 0; i < requests; i++)
        {
            var (left, expires) = (requests - 1 - i, Arrival(i) + Seconds(10));
            Assert.InRange(Drawn.LevelAt(forecast, expires), left - 0.001, left + (requests == 31 ? 0.001 : 1.001));
        }

        Assert.Equal(requests - requests / 2, Drawn.LevelAt(forecast, At(12)));
    }
}
