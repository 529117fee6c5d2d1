using System.Runtime.ExceptionServices;

namespace Visualizer.DemoApi.Sandboxes;

/// <content>Who fires timers, one at a time: the live pump on a running clock, the caller of Advance on a jump.</content>
public sealed partial class SandboxClock
{
    private ScheduledCallback? firing;
    private int firingThread;
    private int visitors; // callers inside Advance, Reset or Dispose: the live pump makes way for them, the last one arms it again
    private int stoppers; // those of them that wait to drop the timers: nothing more fires before they have

    /// <summary>How many timers one advance may fire before it is given up as a runaway.</summary>
    internal int MostFirings { get; init; } = 1_000_000;

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

    // Both below: under the lock.
    private bool InCallback => firing is not null && firingThread == Environment.CurrentManagedThreadId;

    private void RefuseInCallback(string what)
    {
        if (InCallback)
            throw new InvalidOperationException(
                $"{what} was called from a timer callback of the same clock, which could only wait for itself. Schedule a timer instead, "
                + "or leave the clock's thread first (the code behind an awaited Task.Delay on this clock runs in its callback).");
    }
}
