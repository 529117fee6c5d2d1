namespace Visualizer.DemoApi.Labs.RateLimiting.Core;

/// <summary>A bucket of tokens that fills at a steady rate; a request takes its cost out or is refused. A rest saves up a burst, never more than the capacity.</summary>
internal sealed class TokenBucket(TokenBucketSettings settings) : ILimiter
{
    private readonly long _capacity = settings.Capacity * Rate.Token;
    private readonly Rate _refill = Rate.PerSecond(settings.RefillPerSecond);

    private readonly Lock _gate = new(); // guards the two fields below
    private long _level = settings.Capacity * Rate.Token;
    private long _latest = long.MinValue;

    public QuotaPolicy Policy { get; } = settings.Policy;

    public Decision Take(long now, long cost)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cost, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cost, Policy.Quota);

        lock (_gate)
        {
            _level = LevelAt(now);
            _latest = Math.Max(_latest, now);

            var price = cost * Rate.Token;
            var admitted = price <= _level;
            if (admitted) _level -= price;

            return new(admitted, _level / Rate.Token, admitted ? 0 : Until(price, now), Until(_capacity, now));
        }
    }

    public IReadOnlyList<LevelPoint> Forecast(long now)
    {
        lock (_gate)
        {
            var level = LevelAt(now);
            LevelPoint start = new(now, Tokens(level)), standing = new(_latest, Tokens(level));
            if (level == _capacity || _refill.PartsPerTick == 0) return [start];
            LevelPoint full = new(Math.Max(now, _latest) + _refill.TicksFor(_capacity - level), Tokens(_capacity));
            return now < _latest ? [start, standing, full] : [start, full];
        }
    }

    private long LevelAt(long now)
    {
        if (now <= _latest) return _level; // a clock that went back brings nothing
        var missing = _capacity - _level;
        var untilFull = _refill.TicksFor(missing);
        // Compare before multiplying: after years of rest the product would overflow. Unsigned, the difference cannot.
        return untilFull >= 0 && (ulong)(now - _latest) >= (ulong)untilFull
            ? _capacity
            : _level + (_refill.PartsPerTick == 0 ? 0 : (now - _latest) * _refill.PartsPerTick);
    }

    private long Until(long level, long now)
    {
        var ticks = _refill.TicksFor(level - _level);
        return ticks <= 0 ? ticks : _latest - now + ticks;
    }

    private static double Tokens(long parts) => parts / (double)Rate.Token;
}
