namespace Visualizer.DemoApi.Labs.RateLimiting.Core;

/// <summary>
/// A queue that lets requests out at even distances: the first at once, each later one in its turn, and no more wait than fit.
/// Only what leaves is free of bursts; what arrives need not be.
/// </summary>
internal sealed class LeakyBucket(LeakyBucketSettings settings) : ILimiter
{
    private readonly long _queue = settings.Queue * Rate.Token;
    private readonly Rate _leak = Rate.PerSecond(settings.LeakPerSecond);

    private readonly Lock _gate = new(); // guards the two fields below
    private long _level; // what must leak out before the next one leaves
    private long _latest = long.MinValue;

    public QuotaPolicy Policy { get; } = settings.Policy;

    public Decision Take(long now, long cost)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(cost, 1); // nobody waits half or twice

        lock (_gate)
        {
            (_level, _latest) = (LevelAt(now), Math.Max(_latest, now));
            var behind = _latest - now; // a clock that went back must catch up before anything leaks

            var overfull = _level - _queue;
            if (overfull > 0)
                return new(false, Remaining: 0, _leak.TicksFor(overfull, behind), ResetTicks: _leak.TicksFor(_level, behind));

            var wait = _leak.TicksFor(_level, behind);
            _level += Rate.Token;
            var places = _level > _queue ? 0 : (_queue - _level) / Rate.Token + 1;
            return new(true, places, RetryAfterTicks: 0, ResetTicks: _leak.TicksFor(_level, behind), wait);
        }
    }

    /// <summary>How many wait, drawn as a fluid that drains: true whenever one leaves. The one who leaves does not wait.</summary>
    public IReadOnlyList<LevelPoint> Forecast(long now)
    {
        lock (_gate)
        {
            var (waiting, resumes) = (LevelAt(now) - Rate.Token, Math.Max(_latest, now));
            if (waiting <= 0)
                return [new(now, 0)];
            var length = waiting / (double)Rate.Token;
            LevelPoint empty = new(resumes + _leak.TicksFor(waiting), 0);
            return resumes > now ? [new(now, length), new(resumes, length), empty] : [new(now, length), empty];
        }
    }

    private long LevelAt(long now) => _level - _leak.Flow(_latest, now, limit: _level);
}
