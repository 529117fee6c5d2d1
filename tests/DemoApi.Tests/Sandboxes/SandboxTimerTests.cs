using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Tests.Support;

namespace Visualizer.DemoApi.Tests.Sandboxes;

/// <summary>What .NET documents of TimeProvider.CreateTimer and builds on it, on sandbox time.</summary>
public sealed class SandboxTimerTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 23, 11, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly ManualTimeProvider real = new();
    private readonly SandboxClock clock;
    private readonly List<double> ticks = [];

    public SandboxTimerTests() => clock = new SandboxClock(Start, real, paused: true);

    public void Dispose() => clock.Dispose();

    [Fact]
    public void CreateTimer_WithPeriod_TicksAtExactTimesUntilDisposed()
    {
        var timer = Timer(Second, 2 * Second);
        clock.Advance(6 * Second);
        Assert.Equal([1, 3, 5], ticks);
        timer.Dispose();
        clock.Advance(6 * Second);
        Assert.Equal(3, ticks.Count);
        Assert.False(timer.Change(Second, Second));
    }

    [Fact]
    public void CreateTimer_NoticedLate_TicksOncePerPeriodAllTheSame()
    {
        clock.Set(10, paused: false);
        using var timer = Timer(Second, Second);
        real.Jump(TimeSpan.FromSeconds(0.5));
        Assert.Equal([1, 2, 3, 4, 5], ticks);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void CreateTimer_WithoutPeriod_TicksOnce(int period)
    {
        using var timer = Timer(Second, TimeSpan.FromMilliseconds(period));
        clock.Advance(5 * Second);
        Assert.Equal([1], ticks);
    }

    [Fact]
    public void CreateTimer_DueAtOnce_TicksSoonEvenOnAPausedClock()
    {
        using var timer = Timer(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        Assert.Empty(ticks);
        real.Advance(TimeSpan.Zero);
        Assert.Equal([0], ticks);
    }

    [Fact]
    public void CreateTimer_NeverDue_WaitsForChange()
    {
        using var timer = Timer(Timeout.InfiniteTimeSpan, Second);
        clock.Advance(5 * Second);
        Assert.Empty(ticks);
        Assert.True(timer.Change(Second, 2 * Second));
        clock.Advance(3 * Second);
        Assert.Equal([6, 8], ticks);
        Assert.True(timer.Change(Timeout.InfiniteTimeSpan, Second));
        clock.Advance(9 * Second);
        Assert.Equal(2, ticks.Count);
    }

    [Fact]
    public void Change_BeforeItIsDue_CountsFromNow()
    {
        using var timer = Timer(2 * Second, Timeout.InfiniteTimeSpan);
        clock.Advance(Second);
        timer.Change(2 * Second, Timeout.InfiniteTimeSpan);
        clock.Advance(9 * Second);
        Assert.Equal([3], ticks);
    }

    [Fact]
    public void Change_ToNever_LeavesNothingBehind()
    {
        using var timer = Timer(Second, Second);
        timer.Change(Timeout.InfiniteTimeSpan, Second);
        clock.Set(1, paused: false);
        Assert.Null(real.NextTimerIn);
    }

    [Fact]
    public void Change_JustAsTheClockTakesIt_OutrunsTheFiring()
    {
        var eager = new EagerTime();
        using var live = new SandboxClock(Start, eager);
        var fired = 0;
        using var timer = live.CreateTimer(_ => fired++, null, TimeSpan.Zero, Second);
        var changing = new Thread(() => timer.Change(Timeout.InfiniteTimeSpan, Second));
        eager.WhenRead = () =>
        {
            // The clock is about to take the timer and lets nobody in: the change has begun, and waits for it.
            eager.WhenRead = () => { };
            changing.Start();
            Assert.True(SpinWait.SpinUntil(() => changing.ThreadState.HasFlag(ThreadState.WaitSleepJoin), TimeSpan.FromSeconds(30)));
        };
        eager.Fire();
        changing.Join();
        live.Advance(5 * Second);
        Assert.Equal(0, fired);
    }

    [Fact]
    public void Change_InItsCallback_ReplacesThePeriod()
    {
        ITimer? timer = null;
        timer = clock.CreateTimer(_ =>
        {
            Tick(null);
            if (ticks.Count == 2)
                timer!.Change(3 * Second, 4 * Second);
        }, null, Second, Second);
        clock.Advance(9 * Second);
        Assert.Equal([1, 2, 5, 9], ticks);
        timer.Dispose();
    }

    [Fact]
    public void Dispose_InItsCallback_EndsThePeriod()
    {
        ITimer? timer = null;
        timer = clock.CreateTimer(_ =>
        {
            Tick(null);
            timer!.Dispose();
        }, null, Second, Second);
        clock.Advance(9 * Second);
        Assert.Equal([1], ticks);
    }

    [Fact]
    public async Task DisposeAsync_WhileItsCallbackRuns_WaitsForItsEnd()
    {
        using var begun = new SemaphoreSlim(0);
        using var end = new SemaphoreSlim(0);
        var timer = clock.CreateTimer(_ =>
        {
            begun.Release();
            end.Wait();
        }, null, Second, Second);
        var advance = Task.Factory.StartNew(() => clock.Advance(Second), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await begun.WaitAsync();
        var disposal = timer.DisposeAsync().AsTask();
        Assert.False(disposal.IsCompleted);
        end.Release();
        await disposal;
        await advance;
        Assert.True(timer.DisposeAsync().AsTask().IsCompleted);
    }

    [Fact]
    public void CreateTimer_ImpossibleTimes_AreRefused()
    {
        var wrong = TimeSpan.FromMilliseconds(-2);
        var tooLong = TimeSpan.FromMilliseconds(uint.MaxValue);
        Assert.Throws<ArgumentOutOfRangeException>("dueTime", () => Timer(wrong, Second));
        Assert.Throws<ArgumentOutOfRangeException>("dueTime", () => Timer(tooLong, Second));
        Assert.Throws<ArgumentOutOfRangeException>("period", () => Timer(Second, wrong));
        Assert.Throws<ArgumentOutOfRangeException>("period", () => Timer(Second, tooLong));
        Assert.Throws<ArgumentNullException>("callback", () => clock.CreateTimer(null!, null, Second, Second));
    }

    [Fact]
    public void CreateTimer_DueAfterTheEndOfTime_NeverTicks()
    {
        clock.Reset(DateTimeOffset.MaxValue - Second, 1, paused: true);
        using var timer = Timer(2 * Second, Timeout.InfiniteTimeSpan);
        using var periodic = Timer(Second / 2, Second);
        clock.Advance(Second);
        Assert.Single(ticks);
    }

    [Fact]
    public void CreateTimer_State_AndAmbientValuesOfTheCreatorReachTheCallback()
    {
        var ambient = new AsyncLocal<string> { Value = "creator" };
        var seen = new List<string?>();
        using var timer = clock.CreateTimer(state => seen.AddRange([(string?)state, ambient.Value]), "state", Second, Timeout.InfiniteTimeSpan);
        ambient.Value = "advancer";
        clock.Advance(Second);
        Assert.Equal(["state", "creator"], seen);
    }

    [Fact]
    public async Task TaskDelay_OnTheClock_EndsWithSandboxTime()
    {
        var delay = Task.Delay(Second, clock);
        real.Advance(TimeSpan.FromHours(1));
        clock.Advance(Second - TimeSpan.FromTicks(1));
        Assert.False(delay.IsCompleted);
        clock.Advance(TimeSpan.FromTicks(1));
        await delay;
        using var timeout = new CancellationTokenSource(Second, clock);
        clock.Advance(Second);
        Assert.True(timeout.IsCancellationRequested);
        await Assert.ThrowsAsync<TimeoutException>(async () =>
        {
            var wait = new TaskCompletionSource().Task.WaitAsync(Second, clock);
            clock.Advance(Second);
            await wait;
        });
    }

    [Fact]
    public async Task PeriodicTimer_OnTheClock_Ticks()
    {
        using var periodic = new PeriodicTimer(Second, clock);
        for (var i = 0; i < 3; i++)
        {
            var tick = periodic.WaitForNextTickAsync();
            Assert.False(tick.IsCompleted);
            clock.Advance(Second);
            Assert.True(await tick);
        }
    }

    private ITimer Timer(TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(Tick, null, dueTime, period);

    private void Tick(object? state) => ticks.Add((clock.GetUtcNow() - Start).TotalSeconds);
}
