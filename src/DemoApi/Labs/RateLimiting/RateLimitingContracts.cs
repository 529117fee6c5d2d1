namespace Visualizer.DemoApi.Labs.RateLimiting;

/// <summary>The five algorithms by their names in addresses, headers and events.</summary>
public static class Algorithms
{
    public const string FixedWindow = "fixed-window";
    public const string SlidingLog = "sliding-log";
    public const string SlidingCounter = "sliding-counter";
    public const string TokenBucket = "token-bucket";
    public const string LeakyBucket = "leaky-bucket";

    public static readonly IReadOnlyList<string> All = [FixedWindow, SlidingLog, SlidingCounter, TokenBucket, LeakyBucket];
}

/// <summary>What a fresh sandbox's limiters are set to.</summary>
public static class LimiterDefaults
{
    public const long Limit = 10;
    public const long WindowMs = 10_000;
    public const long Capacity = 10;
    public const decimal RefillPerSecond = 1;
    public const long Queue = 9;
    public const decimal LeakPerSecond = 1;
}

/// <summary>The answer of a limiter that let the request pass.</summary>
/// <param name="Client">The partition asked, or null for the anonymous one.</param>
/// <param name="Remaining">What is left of the quota now.</param>
/// <param name="QueueWaitMs">Sandbox milliseconds spent in the queue; 0 everywhere but in the leaky bucket.</param>
public sealed record Permission(string Algorithm, string? Client, long Cost, long Remaining, long QueueWaitMs);

/// <summary>Settings of a window: so many requests in so many milliseconds.</summary>
/// <param name="Limit">1 to 1000 requests.</param>
/// <param name="WindowMs">100 to 3,600,000 milliseconds of sandbox time, aligned to the Unix epoch.</param>
public sealed record WindowLimit(long? Limit, long? WindowMs);

/// <summary>Settings of the token bucket.</summary>
/// <param name="Capacity">1 to 1000 tokens.</param>
/// <param name="RefillPerSecond">0 to 1000 tokens a second, up to three decimal places; 0 never refills.</param>
public sealed record TokenBucketLimit(long? Capacity, decimal? RefillPerSecond);

/// <summary>Settings of the leaky bucket.</summary>
/// <param name="Queue">0 to 1000 requests that may wait.</param>
/// <param name="LeakPerSecond">0.001 to 1000 requests a second, up to three decimal places.</param>
public sealed record LeakyBucketLimit(long? Queue, decimal? LeakPerSecond);
