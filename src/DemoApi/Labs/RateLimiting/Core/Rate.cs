namespace Visualizer.DemoApi.Labs.RateLimiting.Core;

/// <summary>A steady flow in whole numbers, so that no fraction is ever lost: a token is 10^10 parts, and each tick brings <paramref name="PartsPerTick"/> of them.</summary>
internal readonly record struct Rate(long PartsPerTick)
{
    public const long Token = 10_000_000_000;

    /// <summary>One token a second is 10^10 parts in 10^7 ticks: 1000 parts a tick. Hence three decimal places are exact, and more are an error.</summary>
    public static Rate PerSecond(decimal tokens)
    {
        var parts = tokens * 1000;
        if (parts < 0 || parts != decimal.Truncate(parts))
            throw new ArgumentOutOfRangeException(nameof(tokens), tokens, "A rate is not negative and has at most three decimal places.");
        return new((long)parts);
    }

    /// <summary>The shortest time in which <paramref name="parts"/> have flowed, or <see cref="Decision.Never"/>.</summary>
    public long TicksFor(long parts) =>
        parts <= 0 ? 0
        : PartsPerTick == 0 ? Decision.Never
        : (parts + PartsPerTick - 1) / PartsPerTick; // a part too few is not a token: round up
}
