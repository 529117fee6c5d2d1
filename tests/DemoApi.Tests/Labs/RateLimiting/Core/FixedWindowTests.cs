using Visualizer.DemoApi.Labs.RateLimiting.Core;
using static Visualizer.DemoApi.Tests.Labs.RateLimiting.Core.SandboxTime;

namespace Visualizer.DemoApi.Tests.Labs.RateLimiting.Core;

public sealed class FixedWindowTests
{
    private readonly FixedWindow _limiter = new(new(Limit: 10, WindowMs: 10_000));

    [Fact]
    public void FixedWindow_UpToTheLimit_AdmitsAndCountsDown()
    {
        var remaining = Enumerable.Range(0, 10).Select(_ => _limiter.Take(At(3), 1).Remaining);
        Assert.Equal([9, 8, 7, 6, 5, 4, 3, 2, 1, 0], remaining);
        Assert.Equal(new Decision(false, 0, Seconds(7), Seconds(7)), _limiter.Take(At(3), 1));
    }

    [Fact]
    public void FixedWindow_AtExactlyTheEnd_IsInTheNextWindow()
    {
        _limiter.Take(At(0), 10);
        Assert.False(_limiter.Take(At(10) - 1, 1).Admitted);
        Assert.True(_limiter.Take(At(10), 1).Admitted);
    }

    [Fact]
    public void FixedWindow_FirstRequestLate_StillEndsOnTheEdge()
    {
        Assert.Equal(Seconds(0.5m), _limiter.Take(At(9.5m), 1).ResetTicks);
        Assert.Equal(Seconds(9), _limiter.Take(At(11), 1).ResetTicks);
    }

    [Fact]
    public void FixedWindow_BurstsAroundTheEdge_PassTwiceTheLimitInAnInstant()
    {
        var before = Requests.Count(10, _limiter, At(10) - 1);
        var after = Requests.Count(10, _limiter, At(10));
        Assert.Equal(20, before + after);
    }

    [Fact]
    public void FixedWindow_Before1970_HasTheSameEdges()
    {
        Assert.Equal(Seconds(3), _limiter.Take(Seconds(-3), 10).ResetTicks);
        Assert.False(_limiter.Take(-1, 1).Admitted);
        Assert.True(_limiter.Take(0, 1).Admitted);
    }

    [Fact]
    public void FixedWindow_ClockGoesBackOverTheEdge_StaysInItsWindow()
    {
        _limiter.Take(At(10), 10);
        var decision = _limiter.Take(At(9), 1);
        Assert.False(decision.Admitted);
        Assert.Equal(Seconds(11), decision.RetryAfterTicks);
        Assert.False(_limiter.Take(At(10), 1).Admitted);
    }
}
