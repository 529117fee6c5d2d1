namespace Visualizer.DemoApi.Tests.Support;

/// <summary>
/// Real time that passes only when a test says so. Timers fire on the thread that moves time, outside the lock, in order of their time, then of their setting;
/// one that is set to zero fires with the next move, be it by zero, never inside <see cref="ITimer.Change"/>.
/// </summary>
internal sealed class ManualTimeProvider : TimeProvider
{
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private long now; // nanoseconds, as on Linux
    private long settings;

    /// <summary>How long before their time timers fire, as real ones do by up to a millisecond.</summary>
    public TimeSpan Early { get; init; }

    public override long TimestampFrequency => 1_000_000_000;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>How long until the next timer fires; null when none is set.</summary>
    public TimeSpan? NextTimerIn
    {
        get
        {
            lock (gate)
                return Next() is { } timer ? TimeSpan.FromTicks((timer.Due - now) / TimeSpan.NanosecondsPerTick) : null;
        }
    }

    public override long GetTimestamp() => Interlocked.Read(ref now);

    public override DateTimeOffset GetUtcNow() => Epoch.AddTicks(GetTimestamp() / TimeSpan.NanosecondsPerTick);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass; every timer fires at its own time.</summary>
    public void Advance(TimeSpan by) => Move(by, standing: true);

    /// <summary>Time passes first, then the timers notice: as on a busy machine.</summary>
    public void Jump(TimeSpan by) => Move(by, standing: false);

    private void Move(TimeSpan by, bool standing)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var target = GetTimestamp() + Nanoseconds(by);
        if (!standing)
            Interlocked.Exchange(ref now, target);
        while (TakeDue(target) is { } timer)
            timer.Fire();
        Interlocked.Exchange(ref now, target);
    }

    private ManualTimer? TakeDue(long target)
    {
        lock (gate)
        {
            if (Next() is not { } timer || timer.Due - Nanoseconds(Early) > target)
                return null;
            Interlocked.Exchange(ref now, Math.Max(now, timer.Due - Nanoseconds(Early)));
            timer.Took();
            return timer;
        }
    }

    private ManualTimer? Next() => timers.Where(timer => timer.Due < long.MaxValue).MinBy(timer => (timer.Due, timer.Setting));

    private static long Nanoseconds(TimeSpan time) => time.Ticks * TimeSpan.NanosecondsPerTick;

    private sealed class ManualTimer(ManualTimeProvider provider, TimerCallback callback, object? state) : ITimer
    {
        private long period;
        private bool disposed;

        public long Due { get; private set; } = long.MaxValue;

        public long Setting { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (provider.gate)
            {
                if (disposed)
                    return false;
                Due = dueTime < TimeSpan.Zero ? long.MaxValue : provider.now + Nanoseconds(dueTime);
                Setting = provider.settings++;
                this.period = Math.Max(0, Nanoseconds(period));
                if (!provider.timers.Contains(this))
                    provider.timers.Add(this);
                return true;
            }
        }

        public void Took() => Due = period > 0 ? Due + period : long.MaxValue;

        public void Fire() => callback(state);

        public void Dispose()
        {
            lock (provider.gate)
            {
                disposed = true;
                provider.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
