using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Tests.Support;

namespace Visualizer.DemoApi.Tests.Sandboxes;

/// <summary>What the timers of labs may do to a sandbox, and it to them.</summary>
public sealed class SandboxTimersTests
{
    private static readonly SandboxOrder Paused = SandboxOrder.Default with { Paused = true };
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ResetOrEnd_WhileATimerAsksForItsLabsState_BothGetThrough(bool reset)
    {
        var store = new SandboxStore(Options.Create(new SandboxOptions()), new ManualTimeProvider()); // disposing it would wait as well
        var sandbox = store.Create(Paused)!;
        var renewing = new Thread(() =>
        {
            if (reset)
                sandbox.Reset(null);
            else
                sandbox.Dispose();
        })
        { IsBackground = true };
        sandbox.Clock.Schedule(Paused.Start + Second, _ =>
        {
            renewing.Start();
            Assert.True(SpinWait.SpinUntil(() => renewing.ThreadState.HasFlag(ThreadState.WaitSleepJoin), TimeSpan.FromSeconds(30)));
            sandbox.State<Probe>();
        });
        var advancing = new Thread(() => sandbox.Clock.Advance(Second)) { IsBackground = true };
        advancing.Start();
        Assert.True(advancing.Join(TimeSpan.FromSeconds(30)), "the timer waits for the sandbox, which waits for the timer");
        renewing.Join();
        store.Dispose();
    }

    [Fact]
    public async Task End_WithRequestsWaiting_InterruptsThemAndThoseToCome()
    {
        using var store = new SandboxStore(Options.Create(new SandboxOptions()), new ManualTimeProvider());
        var sandbox = store.Create(Paused)!;
        var hold = sandbox.Held.Until(Paused.Start + Second, default).AsTask();
        sandbox.Dispose();
        Assert.Equal(HoldEnd.Interrupted, (await hold).End);
        Assert.Equal(HoldEnd.Interrupted, (await sandbox.Held.Until(Paused.Start + Second, default)).End);
    }

    [Fact]
    public void Timer_Throws_IsLoggedAndTheSandboxGoesOn()
    {
        var (real, log) = (new ManualTimeProvider(), new Notes());
        using var store = new SandboxStore(Options.Create(new SandboxOptions()), real, log);
        var sandbox = store.Create(SandboxOrder.Default)!;
        var fired = 0;
        sandbox.Clock.Schedule(Paused.Start + Second, _ => throw new FormatException());
        sandbox.Clock.Schedule(Paused.Start + (2 * Second), _ => fired++);
        real.Advance(2 * Second);
        Assert.Equal(1, fired);
        Assert.IsType<FormatException>(Assert.Single(log.Faults));
    }

    private sealed class Probe : ILabState<Probe>
    {
        public static string Lab => "probe";

        public static Probe Create(Sandbox sandbox) => new();
    }

    private sealed class Notes : ILogger<SandboxStore>
    {
        public List<Exception?> Faults { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel is LogLevel.Error)
                Faults.Add(exception);
        }
    }
}
