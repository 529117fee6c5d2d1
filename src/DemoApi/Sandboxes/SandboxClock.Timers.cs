namespace Visualizer.DemoApi.Sandboxes;

/// <content>The queue of timers, and the one real timer that wakes a running clock.</content>
public sealed partial class SandboxClock
{
    private readonly SortedSet<ScheduledCallback> queue = new(ScheduledCallback.Order);
    private readonly ITimer wake;
    private long registrations;

    /// <summary>
    /// Calls back once with the due time when the clock gets there, never early, one callback at a time, off the caller's stack.
    /// A time in the past means now. Disposing the handle before the callback begins makes sure that it never does.
    /// </summary>
    public IDisposable Schedule(DateTimeOffset due, Action<DateTimeOffset> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        lock (gate)
        {
            var entry = new ScheduledCallback(this, Math.Max(due.UtcTicks, timeline.ToTicks(Now())), registrations++, callback);
            if (!disposed)
            {
                queue.Add(entry);
                if (queue.Min == entry)
                    Arm();
            }
            return entry;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new SandboxTimer(this, callback, state, dueTime, period);

    /// <summary>Takes an entry out; no effect on one that fires or has fired.</summary>
    internal void Withdraw(ScheduledCallback entry)
    {
        lock (gate)
            queue.Remove(entry); // a wake-up too many does no harm, hence no arming
    }

    // Without the flow, every callback would see the ambient state (activity, culture) of whoever created the sandbox.
    private ITimer CreateWake()
    {
        if (ExecutionContext.IsFlowSuppressed())
            return Create();
        using (ExecutionContext.SuppressFlow())
            return Create();

        ITimer Create() => real.CreateTimer(_ => Drain(long.MaxValue, visiting: false), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    // Both below: under the lock.
    private void Arm()
    {
        if (firing is not null || visitors > 0 || disposed)
            return; // whoever fires or visits arms when done
        wake.Change(queue.Min is { } next ? timeline.RealTimeUntil(next.Due, RealNow()) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private void DropTimers()
    {
        visitors++;
        stoppers++;
        while (firing is not null && !InCallback)
            Monitor.Wait(gate);
        queue.Clear(); // what the last callback scheduled belongs to the old life too
        stoppers--;
        visitors--;
        Monitor.PulseAll(gate);
        Arm();
    }
}
