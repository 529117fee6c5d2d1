using Visualizer.DemoApi.Journal;

namespace Visualizer.DemoApi.Sandboxes;

/// <summary>
/// The time of one sandbox: runs at 0.01 to 100 times real time, pauses, jumps forward, and fires its timers in order of due time.
/// It never shows a time past a timer that has not fired: while a callback runs, the clock stands at that timer's due time,
/// so that live running and <see cref="Advance"/> look the same to everything on it. A callback that hangs halts the clock, and as Advance,
/// Reset and Dispose wait for a running callback, nobody may call them holding a lock that a callback takes.
/// Real time comes from the given provider alone. What callbacks throw goes to <c>faulted</c>; without one it is thrown after the
/// remaining timers have fired, to the caller of <see cref="Advance"/> or, on a live clock, unhandled on the thread pool.
/// </summary>
public sealed partial class SandboxClock : TimeProvider, IDisposable
{
    private readonly TimeProvider real;
    private readonly Action<Exception>? faulted;

    // The one lock of the clock: it guards every field that changes, and is never held while a callback runs.
    private readonly object gate = new();
    private Timeline timeline;
    private Int128 promised; // where the last advance leads: a pause in its midst does not shorten it
    private long seen;
    private bool disposed;

    public SandboxClock(DateTimeOffset start, TimeProvider real, decimal rate = 1, bool paused = false, Action<Exception>? faulted = null)
    {
        ArgumentNullException.ThrowIfNull(real);
        this.real = real;
        this.faulted = faulted;
        seen = real.GetTimestamp();
        timeline = Timeline.Starting(start, rate, paused, real.TimestampFrequency, seen);
        promised = timeline.Anchor;
        wake = CreateWake();
    }

    /// <summary>What the clock shows, read in one piece.</summary>
    public ClockReading State
    {
        get
        {
            lock (gate)
                return Shown();
        }
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    /// <summary>Sandbox time in UTC ticks (100 ns).</summary>
    public override long GetTimestamp()
    {
        lock (gate)
            return timeline.ToTicks(Now());
    }

    /// <summary>Sets rate (0.01 to 100, in millionths) and pause together, from the time shown. Timers already due fire even on a paused clock.</summary>
    public ClockReading Set(decimal rate, bool paused)
    {
        var millionths = Timeline.ToMillionths(rate);
        lock (gate)
        {
            StandAt(Int128.Max(Now(), promised));
            timeline = timeline with { Millionths = millionths, Paused = paused };
            Arm();
            return Shown();
        }
    }

    /// <summary>
    /// Jumps forward by <paramref name="by"/> (≥ 0, not past year 9999) and fires every timer due on the way before it returns, on this thread,
    /// those included that callbacks schedule. Real time that passes meanwhile counts as always. Throws <see cref="RunawayTimersException"/> after
    /// a million timers, and <see cref="InvalidOperationException"/> inside a callback of this clock.
    /// </summary>
    public ClockReading Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        long until;
        lock (gate)
        {
            RefuseInCallback(nameof(Advance));
            var target = timeline.At(RealNow()) + timeline.ToParts(by.Ticks);
            if (target > timeline.Latest)
                throw new ArgumentOutOfRangeException(nameof(by), by, "A sandbox clock ends with the year 9999.");
            StandAt(promised = target);
            until = timeline.ToTicks(target);
            visitors++;
        }
        Drain(until, visiting: true);
        return State;
    }

    /// <summary>Starts anew, at any time, without the old timers; a callback that is running has ended when this returns.</summary>
    public ClockReading Reset(DateTimeOffset start, decimal rate, bool paused)
    {
        var fresh = Timeline.Starting(start, rate, paused, real.TimestampFrequency, 0);
        lock (gate)
        {
            RefuseInCallback(nameof(Reset));
            DropTimers();
            timeline = fresh.MovedTo(fresh.Anchor, RealNow());
            promised = timeline.Anchor;
            return Shown();
        }
    }

    /// <summary>Drops all timers and takes no new ones; the clock still tells time. A callback that is running on another thread has ended when this returns.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            DropTimers();
        }
        wake.Dispose();
    }

    // All four below: under the lock.
    private ClockReading Shown() => new(new DateTimeOffset(timeline.ToTicks(Now()), TimeSpan.Zero), timeline.Rate, timeline.Paused);

    /// <summary>The time shown: that of the running callback, else that of the oldest timer still to fire, else that of the timeline.</summary>
    private Int128 Now()
    {
        var time = timeline.At(RealNow());
        // Within the tick of the due time there is nothing to hold back, and its fraction is kept.
        return (firing ?? queue.Min) is { } next && next.Due < timeline.ToTicks(time) ? timeline.ToParts(next.Due) : time;
    }

    private long RealNow() => seen = Math.Max(seen, real.GetTimestamp());

    private void StandAt(Int128 parts) => timeline = timeline.MovedTo(parts, RealNow());
}
