using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Tests.Support;

namespace Visualizer.DemoApi.Tests.Sandboxes;

public sealed class SandboxClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 23, 11, 0, 0, TimeSpan.Zero);
    private readonly ManualTimeProvider real = new();

    [Fact]
    public void SandboxClock_Running_FollowsRealTimeTimesRate()
    {
        using var clock = new SandboxClock(Start, real, 2.5m);
        real.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(new ClockReading(Start.AddSeconds(10), 2.5m, false), clock.State);
        Assert.Equal(Start.AddSeconds(10), clock.GetUtcNow());
        Assert.Equal(TimeZoneInfo.Utc, clock.LocalTimeZone);
    }

    [Fact]
    public void SandboxClock_Timestamps_MeasureSandboxTime()
    {
        using var clock = new SandboxClock(Start, real, 100);
        var before = clock.GetTimestamp();
        real.Advance(TimeSpan.FromTicks(7));
        Assert.Equal(TimeSpan.FromTicks(700), clock.GetElapsedTime(before));
    }

    [Fact]
    public void SandboxClock_StartWithOffset_ShowsUtc()
    {
        using var clock = new SandboxClock(Start.ToOffset(TimeSpan.FromHours(5)), real, paused: true);
        Assert.Equal(TimeSpan.Zero, clock.GetUtcNow().Offset);
        Assert.Equal(Start, clock.GetUtcNow());
    }

    [Fact]
    public void SandboxClock_Paused_StandsStill()
    {
        using var clock = new SandboxClock(Start, real);
        real.Advance(TimeSpan.FromSeconds(1));
        clock.Set(1, paused: true);
        real.Advance(TimeSpan.FromHours(1));
        Assert.Equal(new ClockReading(Start.AddSeconds(1), 1, true), clock.State);
        clock.Set(1, paused: false);
        real.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Start.AddSeconds(2), clock.GetUtcNow());
    }

    [Fact]
    public void SandboxClock_SettingAgainAndAgain_LosesNoFractionOfATick()
    {
        using var clock = new SandboxClock(Start, real, 0.01m);
        for (var i = 0; i < 1000; i++)
        {
            real.Advance(TimeSpan.FromTicks(1)); // a hundredth of a tick of sandbox time each
            clock.Set(0.01m, paused: false);
        }
        Assert.Equal(Start.AddTicks(10), clock.GetUtcNow());
    }

    [Theory]
    [InlineData("0.009999")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("100.000001")]
    public void SandboxClock_RateOutOfRange_IsRefusedAndChangesNothing(string outside)
    {
        var wrong = decimal.Parse(outside);
        using var clock = new SandboxClock(Start, real, 3);
        Assert.Throws<ArgumentOutOfRangeException>("rate", () => clock.Set(wrong, paused: true));
        Assert.Throws<ArgumentOutOfRangeException>("rate", () => clock.Reset(Start, wrong, paused: true));
        Assert.Throws<ArgumentOutOfRangeException>("rate", () => new SandboxClock(Start, real, wrong));
        Assert.Equal(new ClockReading(Start, 3, false), clock.State);
    }

    [Theory]
    [InlineData("0.01", "0.01")]
    [InlineData("100", "100")]
    [InlineData("1.500000", "1.5")]
    [InlineData("0.3333333333", "0.333333")]
    public void SandboxClock_Rate_IsKeptInMillionths(string set, string kept)
    {
        using var clock = new SandboxClock(Start, real, decimal.Parse(set));
        Assert.Equal(kept, clock.State.Rate.ToString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void SandboxClock_Advance_JumpsBySpanAndGoesOn(bool paused)
    {
        using var clock = new SandboxClock(Start, real, 10, paused);
        var state = clock.Advance(TimeSpan.FromMilliseconds(1500));
        Assert.Equal(new ClockReading(Start.AddMilliseconds(1500), 10, paused), state);
        real.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Start.AddMilliseconds(paused ? 1500 : 11_500), clock.GetUtcNow());
    }

    [Fact]
    public void SandboxClock_AdvanceBackwards_IsRefused()
    {
        using var clock = new SandboxClock(Start, real);
        Assert.Throws<ArgumentOutOfRangeException>("by", () => clock.Advance(TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public void SandboxClock_AdvancePastYear9999_IsRefusedAndChangesNothing()
    {
        using var clock = new SandboxClock(Start, real, paused: true);
        var fired = 0;
        clock.Schedule(Start.AddSeconds(1), _ => fired++);
        var refusal = Assert.Throws<ArgumentOutOfRangeException>("by", () => clock.Advance(TimeSpan.MaxValue));
        Assert.Contains("year 9999", refusal.Message, StringComparison.Ordinal);
        Assert.Equal((Start, 0), (clock.GetUtcNow(), fired));
        clock.Advance(DateTimeOffset.MaxValue - Start);
        Assert.Equal((DateTimeOffset.MaxValue, 1), (clock.GetUtcNow(), fired));
    }

    [Fact]
    public void SandboxClock_RunningIntoTheEndOfTime_StandsThere()
    {
        using var clock = new SandboxClock(DateTimeOffset.MaxValue.AddSeconds(-1), real, 100);
        var fired = 0;
        clock.Schedule(DateTimeOffset.MaxValue, _ => fired++);
        real.Advance(TimeSpan.FromDays(1));
        Assert.Equal((DateTimeOffset.MaxValue, 1), (clock.GetUtcNow(), fired));
    }

    [Fact]
    public void SandboxClock_RealTimeGoingBack_DoesNotShow()
    {
        var unsteady = new UnsteadyTime { Timestamp = 1000 };
        using var clock = new SandboxClock(Start, unsteady);
        unsteady.Timestamp = 5000;
        var seen = clock.GetUtcNow();
        unsteady.Timestamp = 2000;
        Assert.Equal(seen, clock.GetUtcNow());
    }

    [Fact]
    public void SandboxClock_Reset_StartsAnewWithoutTheOldTimers()
    {
        using var clock = new SandboxClock(Start, real);
        var fired = new List<string>();
        clock.Schedule(Start.AddSeconds(5), _ => fired.Add("old"));
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(new ClockReading(Start.AddDays(-1), 4, false), clock.Reset(Start.AddDays(-1), 4, paused: false));
        clock.Schedule(Start.AddDays(-1).AddSeconds(4), _ => fired.Add("new"));
        real.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["new"], fired);
        clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(["new"], fired);
    }

    [Fact]
    public void SandboxClock_Disposed_TellsTimeAndTakesNoTimers()
    {
        var clock = new SandboxClock(Start, real);
        var fired = 0;
        clock.Schedule(Start.AddSeconds(1), _ => fired++);
        clock.Dispose();
        clock.Schedule(Start.AddSeconds(1), _ => fired++).Dispose();
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.Zero, TimeSpan.Zero);
        clock.Set(2, paused: false);
        real.Advance(TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromSeconds(1));
        clock.Dispose();
        Assert.Equal((Start.AddSeconds(3), 0), (clock.GetUtcNow(), fired));
        Assert.Null(real.NextTimerIn);
    }

    private sealed class UnsteadyTime : TimeProvider
    {
        public long Timestamp { get; set; }

        public override long GetTimestamp() => Timestamp;
    }
}
