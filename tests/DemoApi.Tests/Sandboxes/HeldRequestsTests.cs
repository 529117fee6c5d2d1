using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Tests.Support;

namespace Visualizer.DemoApi.Tests.Sandboxes;

public sealed class HeldRequestsTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 23, 11, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly ManualTimeProvider real = new();
    private readonly SandboxClock clock;
    private readonly HeldRequests held;

    public HeldRequestsTests()
    {
        clock = new SandboxClock(Start, real, paused: true);
        held = new HeldRequests(clock, real);
    }

    public void Dispose()
    {
        held.Dispose();
        clock.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public async Task Until_DueAlready_ReleasesAtOnce(int seconds)
    {
        var hold = held.Until(Start.AddSeconds(seconds), default);
        Assert.True(hold.IsCompleted);
        Assert.Equal(new HoldOutcome(HoldEnd.Released, Start.AddSeconds(seconds)), await hold);
        Assert.Equal(0, held.Count);
    }

    [Fact]
    public async Task Until_DueLater_ReleasesWithTheDueTimeHoweverLateItIsNoticed()
    {
        var first = Hold(1);
        var second = Hold(2);
        Assert.Equal(2, held.Count);
        clock.Advance(Second);
        Assert.Equal(1, held.Count);
        clock.Set(100, paused: false);
        real.Jump(Second);
        Assert.Equal(0, held.Count);
        Assert.Equal(new HoldOutcome(HoldEnd.Released, Start.AddSeconds(1)), await first);
        Assert.Equal(new HoldOutcome(HoldEnd.Released, Start.AddSeconds(2)), await second);
        Assert.Null(real.NextTimerIn); // the limit in real time went with the hold
    }

    [Fact]
    public async Task Until_PausedForSixtyRealSeconds_IsOverdue()
    {
        var hold = Hold(1);
        real.Advance(HeldRequests.Longest - TimeSpan.FromTicks(1));
        Assert.Equal(1, held.Count);
        real.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(0, held.Count);
        Assert.Equal(new HoldOutcome(HoldEnd.Overdue, Start.AddSeconds(1)), await hold);
        Assert.Equal(60, HeldRequests.Longest.TotalSeconds);
    }

    [Fact]
    public async Task Until_ThePlacesAreTaken_RefusesOneMoreAtOnceUntilOneIsFree()
    {
        var holds = Enumerable.Range(1, 64).Select(i => Hold(i)).ToList();
        var refused = held.Until(Start.AddSeconds(70), default);
        Assert.True(refused.IsCompleted);
        Assert.Equal(new HoldOutcome(HoldEnd.Full, Start.AddSeconds(70)), await refused);
        Assert.Equal(HoldEnd.Released, (await held.Until(Start, default)).End); // needs no place
        clock.Advance(Second);
        var late = Hold(70);
        Assert.False(late.IsCompleted);
        Assert.Equal(64, held.Count);
        clock.Advance(70 * Second);
        Assert.All(await Task.WhenAll([.. holds, late]), outcome => Assert.Equal(HoldEnd.Released, outcome.End));
    }

    [Fact]
    public async Task Until_LimitsOfItsOwn_AreKept()
    {
        using var few = new HeldRequests(clock, real, most: 1, longest: Second);
        var hold = few.Until(Start.AddSeconds(5), default).AsTask();
        Assert.Equal(HoldEnd.Full, (await few.Until(Start.AddSeconds(5), default)).End);
        real.Advance(Second);
        Assert.Equal(HoldEnd.Overdue, (await hold).End);
    }

    [Fact]
    public async Task Until_ClientGoesAway_FreesThePlace()
    {
        using var connection = new CancellationTokenSource();
        var hold = Hold(1, connection.Token);
        connection.Cancel();
        Assert.Equal(0, held.Count);
        var gone = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hold);
        Assert.Equal(connection.Token, gone.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Hold(0, connection.Token));
        Assert.Null(real.NextTimerIn);
    }

    [Fact]
    public async Task ReleaseAll_ThenReset_InterruptsAndHoldsAnew()
    {
        var old = Hold(5);
        held.ReleaseAll();
        clock.Reset(Start, 1, paused: true);
        Assert.Equal(new HoldOutcome(HoldEnd.Interrupted, Start.AddSeconds(5)), await old);
        var fresh = Hold(5);
        Assert.Equal(1, held.Count);
        clock.Advance(5 * Second);
        Assert.Equal(HoldEnd.Released, (await fresh).End);
    }

    [Fact]
    public async Task Dispose_WithHolds_InterruptsThemAndWhatStillComes()
    {
        var hold = Hold(5);
        held.Dispose();
        clock.Dispose();
        Assert.Equal(HoldEnd.Interrupted, (await hold).End);
        Assert.Equal(HoldEnd.Interrupted, (await held.Until(Start.AddSeconds(5), default)).End);
    }

    [Fact]
    public async Task Until_Released_DoesNotContinueOnTheClocksThread()
    {
        var thread = 0;
        var continued = Task.Run(async () =>
        {
            await held.Until(Start.AddSeconds(1), default);
            Volatile.Write(ref thread, Environment.CurrentManagedThreadId);
            clock.Advance(Second); // refused in a callback of the clock
        });
        while (held.Count == 0)
            await Task.Yield();
        var clockThread = 0;
        clock.Schedule(Start.AddSeconds(1), _ =>
        {
            clockThread = Environment.CurrentManagedThreadId; // and it stays busy until the request has continued elsewhere
            Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref thread) != 0, TimeSpan.FromSeconds(30)));
        });
        await Task.Factory.StartNew(() => clock.Advance(Second), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await continued;
        Assert.NotEqual(clockThread, thread);
        Assert.Equal(Start.AddSeconds(2), clock.GetUtcNow());
    }

    [Fact]
    public async Task Until_EverythingHappensAtOnce_EveryHoldEndsOnceAndEveryPlaceIsFree()
    {
        using var live = new SandboxClock(Start, TimeProvider.System, 100);
        using var busy = new HeldRequests(live, TimeProvider.System, most: 16, longest: TimeSpan.FromMilliseconds(5));
        var ends = await Task.WhenAll(Enumerable.Range(0, 600).Select(i => Task.Run(async () =>
        {
            using var connection = new CancellationTokenSource();
            var hold = busy.Until(live.GetUtcNow().AddMilliseconds(i % 900), connection.Token).AsTask();
            if (i % 7 == 0)
                await connection.CancelAsync();
            if (i % 100 == 0)
                busy.ReleaseAll();
            try
            {
                return (HoldEnd?)(await hold).End;
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        })));
        Assert.Equal(0, busy.Count);
        Assert.Contains(HoldEnd.Released, ends);
    }

    private Task<HoldOutcome> Hold(double seconds, CancellationToken aborted = default) =>
        held.Until(Start.AddSeconds(seconds), aborted).AsTask();
}
