using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.DemoApi.Tests.Sandboxes;

/// <summary>Many threads at once on real time: what must hold whatever happens first.</summary>
public sealed class SandboxClockStressTests
{
    private const int Threads = 4;
    private const int TimersEach = 4000;
    private static readonly DateTimeOffset Start = new(2026, 1, 23, 11, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task SandboxClock_SetAdvanceScheduleDisposeAtOnce_LosesNoTimerFiresNoneTwiceAndKeepsOrder()
    {
        var failures = new List<Exception>();
        using var clock = new SandboxClock(Start, TimeProvider.System, 100, faulted: failures.Add);
        var fired = new int[Threads * TimersEach];
        var fate = new int[Threads * TimersEach]; // what disposing made of a timer
        const int Withdrawn = 1, WithdrawnInTime = 2;
        var (running, last, advanced) = (0, DateTimeOffset.MinValue, 0L);

        void Fire(int timer, DateTimeOffset told)
        {
            Assert.Equal(1, Interlocked.Increment(ref running)); // one at a time
            Assert.Equal(told, clock.GetUtcNow()); // exactly then
            Assert.True(told >= last, "out of order");
            last = told;
            fired[timer]++;
            Interlocked.Decrement(ref running);
        }

        void Work(int thread)
        {
            var random = new Random(thread);
            var handles = new List<(int Timer, DateTimeOffset Due, IDisposable Handle)>();
            var seen = DateTimeOffset.MinValue;
            for (var i = 0; i < TimersEach; i++)
            {
                var timer = (thread * TimersEach) + i;
                var now = clock.GetUtcNow();
                Assert.True(now >= seen, "time went back");
                seen = now;
                var due = now.AddMilliseconds(random.Next(-10, 3000));
                handles.Add((timer, due, clock.Schedule(due, told => Fire(timer, told))));
                switch (random.Next(12))
                {
                    case 0:
                        clock.Set(random.Next(1, 101), paused: random.Next(3) == 0);
                        break;
                    case 1:
                        var by = random.Next(2000);
                        Interlocked.Add(ref advanced, by);
                        clock.Advance(TimeSpan.FromMilliseconds(by));
                        break;
                    case 2:
                        var (victim, itsDue, handle) = handles[random.Next(handles.Count)];
                        handle.Dispose();
                        // The clock shows its due time while a timer fires: before that time it cannot have begun.
                        fate[victim] = Math.Max(fate[victim], clock.GetUtcNow() < itsDue ? WithdrawnInTime : Withdrawn);
                        break;
                }
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => OnItsOwnThread(() => Work(thread))));
        clock.Set(1, paused: true);
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Empty(failures);
        Assert.True(clock.GetUtcNow() >= Start.AddMilliseconds(advanced), "an advance was lost");
        Assert.Contains(WithdrawnInTime, fate);
        for (var timer = 0; timer < fired.Length; timer++)
            Assert.InRange(fired[timer], fate[timer] == 0 ? 1 : 0, fate[timer] == WithdrawnInTime ? 0 : 1);
    }

    [Fact]
    public async Task SandboxClock_Live_FiresWithoutAnyoneAsking()
    {
        var ambient = new AsyncLocal<string> { Value = "the request that created the sandbox" };
        using var clock = new SandboxClock(Start, TimeProvider.System, paused: true); // a busy machine could let the due time pass before it is set
        var fired = new TaskCompletionSource<(DateTimeOffset Told, DateTimeOffset Shown, string? Ambient)>();
        clock.Schedule(Start.AddSeconds(2), told => fired.SetResult((told, clock.GetUtcNow(), ambient.Value)));
        clock.Set(100, paused: false);
        Assert.Equal((Start.AddSeconds(2), Start.AddSeconds(2), null), await fired.Task);
    }

    [Fact]
    public async Task SandboxClock_ChangedAllTheTimeByManyThreads_WakesForTheLastTimer()
    {
        using var clock = new SandboxClock(Start, TimeProvider.System, 100);
        for (var round = 0; round < 40; round++)
        {
            var fired = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await Task.WhenAll(
                Task.Run(() => clock.Schedule(clock.GetUtcNow().AddMilliseconds(50), _ => fired.SetResult())),
                Task.Run(() => clock.Set(1, paused: true)),
                Task.Run(() => clock.Advance(TimeSpan.FromMilliseconds(10))),
                Task.Run(() => clock.Schedule(clock.GetUtcNow().AddMilliseconds(20), _ => { }).Dispose()));
            clock.Set(100, paused: false);
            await fired.Task; // a wake-up lost would hang here
        }
    }

    [Fact]
    public async Task ResetAndDispose_WhileACallbackRuns_ReturnAfterItAndKeepNothingOfIt()
    {
        using var clock = new SandboxClock(Start, TimeProvider.System, paused: true);
        var (ended, leftover) = (false, 0);
        foreach (var stop in new[] { Reset, clock.Dispose })
        {
            using var begun = new SemaphoreSlim(0);
            using var end = new SemaphoreSlim(0);
            ended = false;
            clock.Schedule(clock.GetUtcNow().AddSeconds(1), told =>
            {
                begun.Release();
                end.Wait();
                clock.Schedule(told, _ => leftover++);
                Volatile.Write(ref ended, true);
            });
            var advance = OnItsOwnThread(() => clock.Advance(TimeSpan.FromSeconds(1)));
            await begun.WaitAsync();
            var endedBefore = false;
            var stopping = new Thread(() =>
            {
                stop();
                endedBefore = Volatile.Read(ref ended);
            });
            stopping.Start();
            Assert.True(SpinWait.SpinUntil(() => stopping.ThreadState.HasFlag(ThreadState.WaitSleepJoin), TimeSpan.FromSeconds(30)));
            end.Release();
            stopping.Join();
            Assert.True(endedBefore);
            await advance;
            clock.Advance(TimeSpan.FromSeconds(5));
            Assert.Equal(0, leftover);
        }

        void Reset()
        {
            // The advance of the old life, still on its way to a later time, has no business with timers of the new one.
            clock.Reset(Start.AddHours(-1), 1, paused: true);
            clock.Schedule(Start.AddMinutes(-30), _ => leftover++);
        }
    }

    // What blocks keeps off the thread pool, which the other tests share.
    private static Task OnItsOwnThread(Action work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
