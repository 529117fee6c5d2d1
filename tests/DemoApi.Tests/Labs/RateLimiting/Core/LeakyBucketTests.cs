using Visualizer.DemoApi.Labs.RateLimiting.Core;
using static Visualizer.DemoApi.Tests.Labs.RateLimiting.Core.SandboxTime;

namespace Visualizer.DemoApi.Tests.Labs.RateLimiting.Core;

public sealed class LeakyBucketTests
{
    private readonly LeakyBucket _bucket = new(new(Queue: 9, LeakPerSecond: 1));

    [Fact]
    public void LeakyBucket_Burst_LeavesOneByOneAndRefusesWhatDoesNotFit()
    {
        var burst = Enumerable.Range(0, 10).Select(_ => _bucket.Take(At(0), 1)).ToList();
        Assert.Equal(Enumerable.Range(0, 10).Select(second => Seconds(second)), burst.Select(decision => decision.WaitTicks));
        Assert.Equal([9, 8, 7, 6, 5, 4, 3, 2, 1, 0], burst.Select(decision => decision.Remaining));
        Assert.Equal(new Decision(false, 0, Seconds(1), Seconds(10)), _bucket.Take(At(0), 1));
    }

    [Fact]
    public void LeakyBucket_PlaceBecomesFree_ExactlyWhenOneLeaves()
    {
        for (var i = 0; i < 10; i++) _bucket.Take(At(0), 1);
        Assert.False(_bucket.Take(At(1) - 1, 1).Admitted);
        Assert.Equal(Seconds(9), _bucket.Take(At(1), 1).WaitTicks);
    }

    [Fact]
    public void LeakyBucket_Hammered_LeaksEvenlyAndAcceptsNoMoreThanQueuePlusLeak()
    {
        var departures = new List<long>();
        for (var tenths = 0; tenths < 600; tenths++)
        {
            var decision = _bucket.Take(At(tenths * 0.1m), 1);
            Assert.InRange(decision.WaitTicks, 0, Seconds(9));
            if (decision.Admitted) departures.Add(At(tenths * 0.1m) + decision.WaitTicks);
        }

        Assert.Equal(Enumerable.Range(0, 9 + 1 + 59).Select(second => At(second)), departures);
    }

    [Fact]
    public void LeakyBucket_ThirdsOfASecond_DoNotDrift()
    {
        var bucket = new LeakyBucket(new(1000, 3));
        for (var i = 0; i <= 1000; i++) Assert.Equal((i * TimeSpan.TicksPerSecond + 2) / 3, bucket.Take(At(0), 1).WaitTicks);
    }

    [Fact]
    public void LeakyBucket_WithoutQueue_AdmitsOnlyWhenFree()
    {
        var bucket = new LeakyBucket(new(0, 2));
        Assert.Equal(new Decision(true, 0, 0, Seconds(0.5m), WaitTicks: 0), bucket.Take(At(0), 1));
        Assert.Equal(new Decision(false, 0, 1, 1), bucket.Take(At(0.5m) - 1, 1));
        Assert.True(bucket.Take(At(0.5m), 1).Admitted);
    }

    [Fact]
    public void LeakyBucket_ClockGoesBack_KeepsTheTurns()
    {
        _bucket.Take(At(5), 1);
        Assert.Equal(Seconds(6), _bucket.Take(At(0), 1).WaitTicks); // leaves at 6, one second behind the first
        Assert.Equal(Seconds(2), _bucket.Take(At(5), 1).WaitTicks);
    }

    [Fact]
    public void LeakyBucket_CostOtherThanOne_IsAnError() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _bucket.Take(At(0), 2));

    [Fact]
    public void LeakyBucket_Forecast_DrainsTheQueue()
    {
        for (var i = 0; i < 10; i++) _bucket.Take(At(0), 1);
        Assert.Equal([new(At(0), 9), new(At(9), 0)], _bucket.Forecast(At(0)));
        Assert.Equal([new(At(9.5m), 0)], _bucket.Forecast(At(9.5m)));
        Assert.All(Enumerable.Range(0, 10), gone => Assert.Equal(9 - gone, Drawn.LevelAt(_bucket.Forecast(At(0)), At(gone)), 0.001));
    }
}
