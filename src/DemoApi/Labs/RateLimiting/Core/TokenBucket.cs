namespace Visualizer.DemoApi.Labs.RateLimiting.Core;

/// <summary>
/// A bucket of tokens that fills at a steady rate; a request takes its cost out, or is refused.
/// Who rests saves up for a burst, but never more than the bucket holds.
/// </summary>
internal sealed class TokenBucket(TokenBucketSettings settings) : ILimiter
{
    private readonly long _capacity = settings.Capacity * Rate.Token;
    private readonly Rate _refill = Rate.PerSecond(settings.RefillPerSecond);

    private Gate _gate; // guards the two fields below
    private long _level = settings.Capacity * Rate.Token; // it starts full
    private long _latest = long.MinValue;

    public QuotaPolicy Policy { get; } = settings.Policy;

    public Decision Take(long now, long cost)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cost, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cost, Policy.Quota);
        var price = cost * Rate.Token;

        _gate.Enter(); // fill up and spend are one step, or two threads would spend the same token
        var level = LevelAt(now);
        var latest = Math.Max(_latest, now);
        var admitted = price <= level;
        if (admitted)
            level -= price;
        (_level, _latest) = (level, latest);
        _gate.Leave();

        var behind = latest - now; // a clock that went back must catch up before anything flows
        return new(
            admitted,
            Remaining: level / Rate.Token,
            RetryAfterTicks: admitted ? 0 : _refill.TicksFor(price - level, behind),
            ResetTicks: _refill.TicksFor(_capacity - level, behind));
    }

    public IReadOnlyList<LevelPoint> Forecast(long now)
    {
        _gate.Enter();
        var (level, resumes) = (LevelAt(now), Math.Max(_latest, now));
        _gate.Leave();

        var tokens = level / (double)Rate.Token;
        var untilFull = _refill.TicksFor(_capacity - level);
        if (untilFull is 0 or Decision.Never)
            return [new(now, tokens)];
        LevelPoint full = new(resumes + untilFull, _capacity / Rate.Token);
        return resumes > now ? [new(now, tokens), new(resumes, tokens), full] : [new(now, tokens), full];
    }

    private long LevelAt(long now) => _level + _refill.Flow(_latest, now, limit: _capacity - _level);
}
