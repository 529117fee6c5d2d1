namespace Visualizer.DemoApi.Labs.RateLimiting.Core;

/// <summary>A bucket of tokens that fills at a steady rate; a request takes its cost out or is refused. Rest saves up for a burst, up to the capacity.</summary>
internal sealed class TokenBucket(TokenBucketSettings settings) : ILimiter
{
    private readonly long _capacity = settings.Capacity * Rate.Token;
    private readonly Rate _refill = Rate.PerSecond(settings.RefillPerSecond);
    private readonly long _timeToFill = Rate.PerSecond(settings.RefillPerSecond).TicksFor(settings.Capacity * Rate.Token);

    private Gate _gate; // guards the two fields below
    private long _level = settings.Capacity * Rate.Token; // it starts full
    private long _latest = long.MinValue;

    public QuotaPolicy Policy { get; } = settings.Policy;

    public Decision Take(long now, long cost)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cost, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cost, Policy.Quota);
        var price = cost * Rate.Token;

        _gate.Enter(); // refill and spend are one step, or two threads would spend the same token
        var level = LevelAt(now);
        var latest = Math.Max(_latest, now);
        var admitted = price <= level;
        if (admitted) level -= price;
        (_level, _latest) = (level, latest);
        _gate.Leave();

        var behind = latest - now; // a clock that went back must catch up before anything flows
        return new(admitted, level / Rate.Token, admitted ? 0 : Until(price - level, behind), Until(_capacity - level, behind));
    }

    public IReadOnlyList<LevelPoint> Forecast(long now)
    {
        _gate.Enter();
        var (level, flows) = (LevelAt(now), Math.Max(_latest, now));
        _gate.Leave();

        var tokens = level / (double)Rate.Token;
        if (level == _capacity || _refill.PartsPerTick == 0) return [new(now, tokens)];
        LevelPoint full = new(flows + _refill.TicksFor(_capacity - level), settings.Capacity);
        return flows > now ? [new(now, tokens), new(flows, tokens), full] : [new(now, tokens), full];
    }

    private long LevelAt(long now)
    {
        if (now <= _latest) return _level;
        var rest = (ulong)(now - _latest); // unsigned, since the first rest is endless; so is Never, the longest time to fill
        if (rest >= (ulong)_timeToFill) return _capacity; // after years of rest the product below would overflow
        return Math.Min(_capacity, _level + (long)rest * _refill.PartsPerTick);
    }

    private long Until(long missing, long behind)
    {
        var ticks = _refill.TicksFor(missing);
        return ticks > 0 ? behind + ticks : ticks;
    }
}
