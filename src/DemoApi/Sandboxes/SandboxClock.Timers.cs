using System.Runtime.ExceptionServices;

namespace Visualizer.DemoApi.Sandboxes;

/// <content>The queue of timers, and who fires them: one real timer on a running clock, the caller of Advance on a jump.</content>
public sealed partial class SandboxClock
{
    private readonly SortedSet<ScheduledCallback> queue = new(ScheduledCallback.Order);
    private readonly ITimer wake;
    private ScheduledCallback? firing;
    private int firingThread;
    private int visitors; // callers inside Advance, Reset or Dispose: the live pump makes way for them, the last one arms it again
    private int stoppers; // those of them that wait to drop the timers: nothing more fires before they have
    private long registrations;

    /// <summary>How many timers one advance may fire before it is given up as a runaway.</summary>
    internal int MostFirings { get; init; } = 1_000_000;

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

    private void Drain(long until, bool visiting)
    {
        List<Exception>? failures = null;
        try
        {
            for (var fired = 0; TakeDue(until, visiting, fired) is { } entry; fired++)
                if (Fire(entry) is { } failure)
                    (failures ??= []).Add(failure);
        }
        finally
        {
            lock (gate)
            {
                if (visiting)
                    visitors--;
                Arm();
            }
        }
        if (failures is [var only])
            ExceptionDispatchInfo.Throw(only);
        if (failures is not null)
            throw new AggregateException(failures);
    }

    private ScheduledCallback? TakeDue(long until, bool visiting, int fired)
    {
        lock (gate)
        {
            while (visiting && (firing is not null || stoppers > 0))
                Monitor.Wait(gate);
            // Also bounded by the clock itself: after a reset in the midst of an advance its end means nothing any more.
            if (firing is not null || (!visiting && visitors > 0)
                || queue.Min is not { } next || next.Due > Math.Min(until, timeline.ToTicks(timeline.At(RealNow()))))
                return null;
            if (fired == MostFirings)
            {
                if (!visiting)
                    return null; // a live clock that cannot keep up gives the thread back and goes on from its real timer
                StandAt(promised = Now());
                throw new RunawayTimersException(fired, Shown().Now);
            }
            queue.Remove(next);
            firing = next;
            firingThread = Environment.CurrentManagedThreadId;
            return next;
        }
    }

    private Exception? Fire(ScheduledCallback entry)
    {
        try
        {
            entry.Run();
            return null;
        }
#pragma warning disable CA1031 // One lab's failure must not cost another its timers; it is reported or thrown later, never swallowed.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            faulted?.Invoke(failure);
            return faulted is null ? failure : null;
        }
        finally
        {
            lock (gate)
            {
                firing = null;
                Monitor.PulseAll(gate);
            }
        }
    }

    // All below: under the lock.
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

    private bool InCallback => firing is not null && firingThread == Environment.CurrentManagedThreadId;

    private void RefuseInCallback(string what)
    {
        if (InCallback)
            throw new InvalidOperationException(
                $"{what} was called from a timer callback of the same clock, which could only wait for itself. Schedule a timer instead, "
                + "or leave the clock's thread first (the code behind an awaited Task.Delay on this clock runs in its callback).");
    }
}
