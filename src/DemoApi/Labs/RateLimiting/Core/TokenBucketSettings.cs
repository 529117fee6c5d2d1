namespace Visualizer.DemoApi.Labs.RateLimiting.Core;

/// <summary>A bucket for so many tokens, refilled with so many a second (at most three decimal places; 0 never refills).</summary>
internal sealed record TokenBucketSettings(long Capacity, decimal RefillPerSecond)
{
    public const long MinCapacity = 1, MaxCapacity = 1000;
    public const decimal MinRefillPerSecond = 0, MaxRefillPerSecond = 1000;

    public QuotaPolicy Policy => new(Capacity, RefillPerSecond == 0 ? null : (long)decimal.Ceiling(Capacity / RefillPerSecond));
}
