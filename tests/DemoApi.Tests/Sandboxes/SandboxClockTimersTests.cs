using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Tests.Support;

namespace Visualizer.DemoApi.Tests.Sandboxes;

public sealed class SandboxClockTimersTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 23, 11, 0, 0, TimeSpan.Zero);
    private readonly ManualTimeProvider real = new();
    private readonly List<string> log = [];

    [Fact]
    public void Schedule_SeveralDues_FireInOrderOfDueThenRegistration()
    {
        using var clock = new SandboxClock(Start, real, paused: true);
        foreach (var (name, due) in new[] { ("late", 3), ("first of two", 2), ("second of two", 2), ("early", 1), ("never", 4) })
            clock.Schedule(At(due), told => Note(clock, name, told));
        clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(["early 1 1", "first of two 2 2", "second of two 2 2", "late 3 3"], log);
    }

    [Theory]
    [InlineData("advance")]
    [InlineData("real time")]
    [InlineData("real time, noticed late")]
    public void Schedule_ChainOfTen_FiresAllTenAtTheirDues(string by)
    {
        using var clock = new SandboxClock(Start, real, 1, paused: by == "advance");
        Chain(clock, At(1), 10, clock);
        var span = TimeSpan.FromSeconds(10);
        if (by == "advance")
            clock.Advance(span);
        else if (by == "real time")
            real.Advance(span);
        else
            real.Jump(span);
        Assert.Equal(Enumerable.Range(1, 10).Select(i => $"link {i} {i}"), log);
        Assert.Equal(At(10), clock.GetUtcNow());
    }

    [Fact]
    public void Schedule_InThePast_FiresSoonAtNowOffTheCallersStack()
    {
        using var clock = new SandboxClock(Start, real, paused: true);
        clock.Schedule(At(-5), told => Note(clock, "past", told));
        Assert.Empty(log);
        real.Advance(TimeSpan.Zero);
        Assert.Equal(["past 0 0"], log);
    }

    [Fact]
    public void Schedule_NoticedLate_NobodySeesALaterTimeBefore()
    {
        using var clock = new SandboxClock(Start, real);
        clock.Schedule(At(1), told => Note(clock, "timer", told));
        var seen = new List<DateTimeOffset>();
        // A real timer of somebody else, set earlier, reads the clock after time has passed and before the clock's own wakes it.
        using var reader = real.CreateTimer(_ => seen.Add(clock.GetUtcNow()), null, TimeSpan.FromMilliseconds(500), Timeout.InfiniteTimeSpan);
        real.Jump(TimeSpan.FromSeconds(7));
        Assert.Equal([At(1)], seen);
        Assert.Equal(["timer 1 1"], log);
        Assert.Equal(At(7), clock.GetUtcNow());
    }

    [Fact]
    public void Schedule_DisposedBefore_NeverFires()
    {
        using var clock = new SandboxClock(Start, real, paused: true);
        var second = clock.Schedule(At(2), told => Note(clock, "second", told));
        clock.Schedule(At(1), _ => second.Dispose());
        clock.Schedule(At(3), told => Note(clock, "third", told)).Dispose();
        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Empty(log);
        Assert.Equal(At(9), clock.GetUtcNow());
    }

    [Fact]
    public void Schedule_Live_ArmsOneRealTimerForTheEarliestRoundedUp()
    {
        using var clock = new SandboxClock(Start, real, 3);
        Assert.Null(real.NextTimerIn);
        clock.Schedule(At(60), _ => { });
        Assert.Equal(TimeSpan.FromSeconds(20), real.NextTimerIn);
        var earlier = clock.Schedule(At(1), _ => { });
        Assert.Equal(TimeSpan.FromMilliseconds(334), real.NextTimerIn);
        clock.Set(0.5m, paused: false);
        Assert.Equal(TimeSpan.FromSeconds(2), real.NextTimerIn);
        clock.Set(0.5m, paused: true);
        Assert.Null(real.NextTimerIn);
        clock.Set(1, paused: false);
        earlier.Dispose();
        real.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(59), real.NextTimerIn);
    }

    [Fact]
    public void Schedule_DueInAYear_IsReachedInStepsThatRealTimersCanDo()
    {
        using var clock = new SandboxClock(Start, real, 0.5m);
        clock.Schedule(Start.AddDays(365), told => log.Add($"{told:O}"));
        Assert.True(real.NextTimerIn < TimeSpan.FromDays(49));
        real.Advance(TimeSpan.FromDays(730) - TimeSpan.FromTicks(1));
        Assert.Empty(log);
        real.Advance(TimeSpan.FromTicks(1));
        Assert.Equal([$"{Start.AddDays(365):O}"], log);
    }

    [Fact]
    public void Schedule_RealTimerFiresEarly_WaitsForTheDueTime()
    {
        var early = new ManualTimeProvider { Early = TimeSpan.FromMilliseconds(0.9) };
        using var clock = new SandboxClock(Start, early);
        clock.Schedule(At(1), told => Note(clock, "timer", told));
        early.Advance(TimeSpan.FromMilliseconds(999.9));
        Assert.Empty(log);
        early.Advance(TimeSpan.FromMilliseconds(0.2));
        Assert.Equal(["timer 1 1"], log);
    }

    [Fact]
    public void Schedule_PauseInACallback_StopsALiveClockThere()
    {
        using var clock = new SandboxClock(Start, real, 100);
        clock.Schedule(At(1), _ => clock.Set(100, paused: true));
        clock.Schedule(At(2), told => Note(clock, "later", told));
        real.Jump(TimeSpan.FromSeconds(1));
        Assert.Equal(new ClockReading(At(1), 100, true), clock.State);
        Assert.Empty(log);
        clock.Set(1, paused: false);
        real.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["later 2 2"], log);
    }

    [Fact]
    public void Advance_RealTimePassesMeanwhile_LeavesWhatIsDueThenToTheLiveClock()
    {
        using var clock = new SandboxClock(Start, real);
        clock.Schedule(At(1), _ => real.Advance(TimeSpan.FromSeconds(3)));
        clock.Schedule(At(2), told => Note(clock, "live", told));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(log);
        real.Advance(TimeSpan.Zero);
        Assert.Equal(["live 2 2"], log);
        Assert.Equal(At(4), clock.GetUtcNow());
    }

    [Fact]
    public void Advance_PauseInACallback_DoesNotShortenTheJump()
    {
        using var clock = new SandboxClock(Start, real);
        clock.Schedule(At(1), _ => clock.Set(2, paused: true));
        clock.Schedule(At(3), told => Note(clock, "later", told));
        Assert.Equal(new ClockReading(At(5), 2, true), clock.Advance(TimeSpan.FromSeconds(5)));
        Assert.Equal(["later 3 3"], log);
    }

    [Fact]
    public void Advance_ByZero_FiresWhatIsDueNow()
    {
        using var clock = new SandboxClock(Start, real, paused: true);
        clock.Schedule(At(0), told => Note(clock, "now", told));
        clock.Advance(TimeSpan.Zero);
        Assert.Equal(["now 0 0"], log);
    }

    [Fact]
    public void Advance_InACallback_IsRefused()
    {
        using var clock = new SandboxClock(Start, real, paused: true);
        clock.Schedule(At(1), _ => clock.Advance(TimeSpan.FromSeconds(1)));
        var refusal = Assert.Throws<InvalidOperationException>(() => clock.Advance(TimeSpan.FromSeconds(1)));
        Assert.Contains("callback", refusal.Message, StringComparison.Ordinal);
        clock.Schedule(At(2), _ => clock.Reset(Start, 1, paused: true));
        Assert.Throws<InvalidOperationException>(() => clock.Advance(TimeSpan.FromSeconds(1)));
        Assert.Equal(At(2), clock.GetUtcNow());
    }

    [Fact]
    public void Advance_InACallbackOfAnotherClock_Works()
    {
        using var clock = new SandboxClock(Start, real, paused: true);
        using var other = new SandboxClock(Start, real, paused: true);
        clock.Schedule(At(1), _ => other.Advance(TimeSpan.FromSeconds(3)));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(At(3), other.GetUtcNow());
    }

    [Fact]
    public void Advance_Runaway_StopsWhereItGotToAndTheClockGoesOn()
    {
        using var clock = new SandboxClock(Start, real, paused: true) { MostFirings = 100 };
        Chain(clock, At(1), 102, clock);
        var stop = Assert.Throws<RunawayTimersException>(() => clock.Advance(TimeSpan.FromSeconds(500)));
        Assert.Equal((100, At(101)), (stop.Fired, stop.StoppedAt));
        Assert.Equal((100, At(101)), (log.Count, clock.GetUtcNow()));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((102, At(102)), (log.Count, clock.GetUtcNow()));
    }

    [Fact]
    public void Live_MoreThanAPumpMayFire_GoesOnWithTheNext()
    {
        using var clock = new SandboxClock(Start, real) { MostFirings = 3 };
        Chain(clock, At(1), 10, clock);
        real.Jump(TimeSpan.FromSeconds(10));
        Assert.Equal(10, log.Count);
    }

    [Fact]
    public void Callback_Throws_LaterTimersFireAndTheCallerOfAdvanceLearnsOfAll()
    {
        using var clock = new SandboxClock(Start, real, paused: true);
        clock.Schedule(At(1), _ => throw new FormatException("one"));
        clock.Schedule(At(2), told => Note(clock, "later", told));
        Assert.Throws<FormatException>(() => clock.Advance(TimeSpan.FromSeconds(2)));
        Assert.Equal(["later 2 2"], log);
        clock.Schedule(At(3), _ => throw new FormatException("two"));
        clock.Schedule(At(3), _ => throw new FormatException("three"));
        var both = Assert.Throws<AggregateException>(() => clock.Advance(TimeSpan.FromSeconds(2)));
        Assert.Equal(["two", "three"], both.InnerExceptions.Select(inner => inner.Message));
        Assert.Equal(At(4), clock.GetUtcNow());
    }

    [Fact]
    public void Callback_ThrowsLive_IsReportedAndLaterTimersFire()
    {
        using var clock = new SandboxClock(Start, real, faulted: failure => log.Add(failure.Message));
        clock.Schedule(At(1), _ => throw new FormatException("reported"));
        clock.Schedule(At(2), told => Note(clock, "later", told));
        real.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(["reported", "later 2 2"], log);
    }

    [Fact]
    public void Callback_ReportThrowsToo_TheClockGoesOn()
    {
        using var clock = new SandboxClock(Start, real, faulted: failure => throw failure);
        clock.Schedule(At(1), _ => throw new FormatException());
        clock.Schedule(At(2), told => Note(clock, "later", told));
        Assert.Throws<FormatException>(() => real.Advance(TimeSpan.FromSeconds(1)));
        real.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["later 2 2"], log);
    }

    [Fact]
    public void Callback_DisposesTheClock_IsTheLast()
    {
        using var clock = new SandboxClock(Start, real, paused: true);
        clock.Schedule(At(1), _ => clock.Dispose());
        clock.Schedule(At(2), told => Note(clock, "later", told));
        clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Empty(log);
        Assert.Equal(At(3), clock.GetUtcNow());
    }

    [Fact]
    public void Callback_RealTimerFiresAgainMeanwhile_TheNextTimerWaitsItsTurn()
    {
        var eager = new EagerTime();
        using var clock = new SandboxClock(Start, eager);
        clock.Schedule(At(0), _ =>
        {
            eager.Fire();
            log.Add("first");
        });
        clock.Schedule(At(0), _ => log.Add("second"));
        eager.Fire();
        Assert.Equal(["first", "second"], log);
    }

    [Fact]
    public void Advance_WhileALiveCallbackRuns_WaitsForItAndFiresTheRestItself()
    {
        var eager = new EagerTime();
        using var clock = new SandboxClock(Start, eager);
        var threads = new List<int>();
        var advance = new Thread(() => clock.Advance(TimeSpan.FromSeconds(5)));
        clock.Schedule(At(0), _ =>
        {
            threads.Add(Environment.CurrentManagedThreadId);
            advance.Start();
            Assert.True(SpinWait.SpinUntil(() => advance.ThreadState.HasFlag(ThreadState.WaitSleepJoin), TimeSpan.FromSeconds(30)));
        });
        clock.Schedule(At(1), _ => threads.Add(Environment.CurrentManagedThreadId));
        eager.Fire();
        advance.Join();
        Assert.Equal([Environment.CurrentManagedThreadId, advance.ManagedThreadId], threads);
    }

    private static DateTimeOffset At(double seconds) => Start.AddSeconds(seconds);

    private void Chain(SandboxClock clock, DateTimeOffset due, int links, SandboxClock seenOn) => clock.Schedule(due, told =>
    {
        Note(seenOn, "link", told);
        if (links > 1)
            Chain(clock, told.AddSeconds(1), links - 1, seenOn);
    });

    private void Note(SandboxClock clock, string name, DateTimeOffset told) =>
        log.Add($"{name} {(told - Start).TotalSeconds} {(clock.GetUtcNow() - Start).TotalSeconds}");
}
