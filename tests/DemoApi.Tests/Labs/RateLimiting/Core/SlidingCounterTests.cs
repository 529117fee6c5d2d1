using Visualizer.DemoApi.Labs.RateLimiting.Core;
using static Visualizer.DemoApi.Tests.Labs.RateLimiting.Core.SandboxTime;

namespace Visualizer.DemoApi.Tests.Labs.RateLimiting.Core;

public sealed class SlidingCounterTests
{
    private readonly SlidingCounter _limiter = new(new(Limit: 10, WindowMs: 10_000));

    [Fact]
    public void SlidingCounter_EstimateExactlyAtTheLimit_Admits()
    {
        _limiter.Take(At(5), 10);
        Assert.True(_limiter.Take(At(15), 4).Admitted); // 10 · 0.5 + 4 = 9
        Assert.True(_limiter.Take(At(15), 1).Admitted); // 10
        Assert.False(_limiter.Take(At(16) - 1, 1).Admitted);
        Assert.True(_limiter.Take(At(16), 1).Admitted); // 10 · 0.4 + 5 + 1 = 10
    }

    [Fact]
    public void SlidingCounter_WorstTiming_PassesOneLessThanTwiceTheLimitInAWindow()
    {
        var first = At(10) - 1;
        var passed = Requests.Count(20, _limiter, first);
        for (var second = 11; second < 20; second++) passed += Requests.Count(20, _limiter, At(second));
        passed += Requests.Count(20, _limiter, first + Seconds(10) - 1);
        Assert.Equal(19, passed);
    }

    [Fact]
    public void SlidingCounter_BurstsAroundTheEdge_DoNotDouble()
    {
        Assert.Equal(10, Requests.Count(10, _limiter, At(10) - 1));
        Assert.Equal(0, Requests.Count(10, _limiter, At(10)));
    }

    [Fact]
    public void SlidingCounter_EarlyBurst_IsStillHeldAgainstTheNextWindow()
    {
        _limiter.Take(At(0), 10);
        Assert.Equal(0, Requests.Count(10, _limiter, At(10.5m))); // the log would admit all ten: they are older than a window
    }

    [Fact]
    public void SlidingCounter_OneWindowWithoutRequests_ForgetsAll()
    {
        _limiter.Take(At(9), 10);
        Assert.False(_limiter.Take(At(20) - 1, 10).Admitted);
        Assert.Equal(10, Requests.Count(20, _limiter, At(20)));
        Assert.Equal(10, Requests.Count(20, _limiter, At(45)));
    }

    [Fact]
    public void SlidingCounter_WindowStillFull_RetriesInTheNextWhenItHasFadedEnough()
    {
        _limiter.Take(At(2), 10);
        Assert.Equal(Seconds(12), _limiter.Take(At(2), 4).RetryAfterTicks); // 10 · (1 − 0.4) + 4 = 10
    }

    [Fact]
    public void SlidingCounter_Forecast_FadesOverTwoWindows()
    {
        _limiter.Take(At(5), 10);
        _limiter.Take(At(18), 2);
        Assert.Equal([new(At(18), 4), new(At(20), 2), new(At(30), 0)], _limiter.Forecast(At(18)));
        Assert.Equal([new(At(25), 1), new(At(30), 0), new(At(40), 0)], _limiter.Forecast(At(25)));
    }
}
