namespace Visualizer.DemoApi.Labs.RateLimiting.Core;

/// <summary>A queue that lets requests out one by one, at even distances: the first at once, the others when it is their turn, and no more than fit.</summary>
internal sealed class LeakyBucket(LeakyBucketSettings settings) : ILimiter
{
    private readonly long _room = settings.Queue * Rate.Token;
    private readonly Rate _leak = Rate.PerSecond(settings.LeakPerSecond);

    private readonly Lock _gate = new(); // guards the two fields below
    private long _level; // what must leak out before the next one may leave
    private long _latest = long.MinValue;

    public QuotaPolicy Policy { get; } = settings.Policy;

    public Decision Take(long now, long cost)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(cost, 1); // a place in the queue cannot be had half or double

        lock (_gate)
        {
            _level = LevelAt(now);
            _latest = Math.Max(_latest, now);

            var admitted = _level <= _room;
            var wait = admitted ? Until(0, now) : 0;
            if (admitted) _level += Rate.Token;

            var remaining = Math.Max(0, (_room - _level + Rate.Token) / Rate.Token);
            return new(admitted, remaining, admitted ? 0 : Until(_room, now), Until(0, now), wait);
        }
    }

    /// <summary>The number of requests that wait. It is drawn as a fluid and is exact whenever one leaves.</summary>
    public IReadOnlyList<LevelPoint> Forecast(long now)
    {
        lock (_gate)
        {
            var level = LevelAt(now);
            if (level <= Rate.Token) return [new(now, 0)]; // the one that is leaving does not wait
            var waiting = (level - Rate.Token) / (double)Rate.Token;
            var moves = Math.Max(now, _latest);
            LevelPoint start = new(now, waiting), empty = new(moves + _leak.TicksFor(level - Rate.Token), 0);
            return now < moves ? [start, new(moves, waiting), empty] : [start, empty];
        }
    }

    private long LevelAt(long now)
    {
        if (now <= _latest) return _level; // a clock that went back drains nothing
        // Compare before multiplying: after years of rest the product would overflow. Unsigned, the difference cannot.
        return (ulong)(now - _latest) >= (ulong)_leak.TicksFor(_level) ? 0 : _level - (now - _latest) * _leak.PartsPerTick;
    }

    private long Until(long level, long now) => _level <= level ? 0 : _latest - now + _leak.TicksFor(_level - level);
}
