namespace Visualizer.DemoApi.Labs.RateLimiting.Core;

/// <summary>A queue that lets requests out at even distances: the first at once, each later one in its turn, and no more wait than fit.</summary>
internal sealed class LeakyBucket(LeakyBucketSettings settings) : ILimiter
{
    private readonly long _queue = settings.Queue * Rate.Token;
    private readonly Rate _leak = Rate.PerSecond(settings.LeakPerSecond);

    private readonly Lock _gate = new(); // guards the two fields below
    private long _level; // what must leak before the next one leaves: its own wait, counted in requests
    private long _latest = long.MinValue;

    public QuotaPolicy Policy { get; } = settings.Policy;

    public Decision Take(long now, long cost)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(cost, 1); // nobody waits half or twice

        lock (_gate)
        {
            (_level, _latest) = (LevelAt(now), Math.Max(_latest, now));

            var behind = _latest - now; // a clock that went back must catch up before anything leaks
            if (_level > _queue) return new(false, 0, Until(_level - _queue, behind), Until(_level, behind));

            var wait = Until(_level, behind);
            _level += Rate.Token;
            return new(true, Places(), 0, Until(_level, behind), wait);
        }
    }

    /// <summary>How many wait, drawn as a fluid that drains: right whenever one leaves, and the one who leaves no longer waits.</summary>
    public IReadOnlyList<LevelPoint> Forecast(long now)
    {
        lock (_gate)
        {
            var (waiting, flows) = (LevelAt(now) - Rate.Token, Math.Max(_latest, now));
            if (waiting <= 0) return [new(now, 0)];
            var length = waiting / (double)Rate.Token;
            LevelPoint empty = new(flows + _leak.TicksFor(waiting), 0);
            return flows > now ? [new(now, length), new(flows, length), empty] : [new(now, length), empty];
        }
    }

    private long Places() => _level > _queue ? 0 : (_queue - _level) / Rate.Token + 1;

    private long LevelAt(long now)
    {
        if (now <= _latest) return _level;
        var rest = (ulong)(now - _latest); // unsigned, since the first rest is endless
        if (rest >= (ulong)_leak.TicksFor(_level)) return 0; // after years of rest the product below would overflow
        return _level - (long)rest * _leak.PartsPerTick;
    }

    private long Until(long leaked, long behind) => leaked == 0 ? 0 : behind + _leak.TicksFor(leaked);
}
