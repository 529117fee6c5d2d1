namespace Visualizer.DemoApi.Labs.RateLimiting.Core;

/// <summary>
/// A steady flow in whole numbers, so that no fraction of a token is ever lost: a token is 10^10 parts, and every tick
/// (100 ns) brings <paramref name="PartsPerTick"/> of them.
/// </summary>
internal readonly record struct Rate(long PartsPerTick)
{
    public const long Token = 10_000_000_000;

    /// <summary>
    /// One token a second is 10^10 parts in 10^7 ticks, 1000 parts a tick.
    /// So three decimal places come out whole, and more are an error.
    /// </summary>
    public static Rate PerSecond(decimal tokens)
    {
        var parts = tokens * 1000;
        if (parts < 0 || parts != decimal.Truncate(parts))
            throw new ArgumentOutOfRangeException(nameof(tokens), tokens, "A rate is 0 or more, with at most three decimal places.");
        return new((long)parts);
    }

    /// <summary>How many parts flow between two instants, at most <paramref name="limit"/>: nothing if the clock went back.</summary>
    public long Flow(long from, long to, long limit)
    {
        if (to <= from)
            return 0;
        var ticks = (ulong)(to - from); // unsigned, because the first rest has no beginning
        var overflow = Math.BigMul(ticks, (ulong)PartsPerTick, out var parts); // a rest of years needs more than 64 bits
        return overflow == 0 && parts < (ulong)limit ? (long)parts : limit;
    }

    /// <summary>The fewest ticks until so many parts have flowed, if that begins after some; or <see cref="Decision.Never"/>.</summary>
    public long TicksFor(long parts, long after = 0)
    {
        if (parts <= 0)
            return 0;
        if (PartsPerTick == 0)
            return Decision.Never;
        return after + (parts + PartsPerTick - 1) / PartsPerTick; // rounded up: a tick sooner it is not quite there
    }
}
