namespace Visualizer.DemoApi.Sandboxes;

/// <summary>
/// A .NET timer on sandbox time, as <see cref="TimeProvider.CreateTimer"/> describes it, but exact: it counts ticks, not milliseconds,
/// a period starts at the due time and not when it was noticed, and callbacks never overlap.
/// </summary>
internal sealed class SandboxTimer : ITimer
{
    private const long LongestInMilliseconds = uint.MaxValue - 1L;

    private readonly Lock gate = new();
    private readonly SandboxClock clock;
    private readonly TimerCallback callback;
    private readonly object? state;
    private readonly ExecutionContext? context = ExecutionContext.Capture();
    private TimeSpan period;
    private IDisposable? pending;
    private int setting; // counts changes: a firing that was under way when the timer was changed no longer counts
    private bool disposed;
    private bool running;
    private TaskCompletionSource? ended;

    public SandboxTimer(SandboxClock clock, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        (this.clock, this.callback, this.state) = (clock, callback, state);
        Change(dueTime, period);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        var wait = Checked(dueTime, nameof(dueTime));
        var every = Checked(period, nameof(period));
        lock (gate)
        {
            if (disposed)
                return false;
            pending?.Dispose();
            this.period = every;
            pending = null;
            setting++;
            if (wait >= TimeSpan.Zero)
                Expect(clock.GetUtcNow(), wait);
            return true;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            pending?.Dispose();
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        lock (gate)
            return running ? new((ended ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task) : default;
    }

    private static TimeSpan Checked(TimeSpan time, string name)
    {
        var milliseconds = (long)time.TotalMilliseconds;
        ArgumentOutOfRangeException.ThrowIfLessThan(milliseconds, -1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(milliseconds, LongestInMilliseconds, name);
        return milliseconds == -1 ? Timeout.InfiniteTimeSpan : time < TimeSpan.Zero ? TimeSpan.Zero : time;
    }

    private void Expect(DateTimeOffset from, TimeSpan wait)
    {
        var ours = setting;
        if (DateTimeOffset.MaxValue - from >= wait) // else it is due after the end of time
            pending = clock.Schedule(from + wait, due => Fire(due, ours));
    }

    private void Fire(DateTimeOffset due, int asSet)
    {
        lock (gate)
        {
            if (disposed || asSet != setting)
                return;
            running = true;
            if (period > TimeSpan.Zero)
                Expect(due, period);
        }
        try
        {
            if (context is null)
                callback(state);
            else
                ExecutionContext.Run(context, static timer => ((SandboxTimer)timer!).Call(), this);
        }
        finally
        {
            lock (gate)
            {
                running = false;
                ended?.TrySetResult();
            }
        }
    }

    private void Call() => callback(state);
}
