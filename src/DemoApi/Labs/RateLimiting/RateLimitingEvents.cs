using Visualizer.DemoApi.Journal;

namespace Visualizer.DemoApi.Labs.RateLimiting;

/// <summary>One corner of a limiter's level over time; between two corners the level runs straight, two at one instant are a jump.</summary>
/// <param name="AtMs">Sandbox time, milliseconds since the Unix epoch.</param>
/// <param name="Level">Tokens left (token bucket), requests counted (windows), requests waiting (leaky bucket).</param>
public readonly record struct LevelCorner(double AtMs, double Level);

/// <summary>A limiter let a request pass.</summary>
/// <param name="Remaining">What is left now, as the <c>RateLimit</c> header says it.</param>
/// <param name="WaitMs">Sandbox milliseconds until it leaves the queue; 0 everywhere but in the leaky bucket.</param>
/// <param name="Level">The level from now on if nothing else happens: the first corner is now.</param>
public sealed record RequestAdmitted(
    string Algorithm, string Client, long Cost, long Remaining, double WaitMs, IReadOnlyList<LevelCorner> Level) : IEventData;

/// <summary>A limiter refused a request with 429.</summary>
/// <param name="RetryAfterSeconds">Whole sandbox seconds after which the same request is admitted; null where it never is.</param>
public sealed record RequestRejected(
    string Algorithm, string Client, long Cost, long Remaining, long? RetryAfterSeconds, IReadOnlyList<LevelCorner> Level) : IEventData;

/// <summary>The leaky bucket let a waiting request go; the event's time is its due time.</summary>
public sealed record RequestDeparted(string Algorithm, string Client) : IEventData;

/// <summary>A limiter was configured, and starts afresh.</summary>
/// <param name="Limit">Requests (windows), tokens (token bucket) or waiting places (leaky bucket).</param>
/// <param name="WindowMs">Length of the window in milliseconds; 0 for the buckets.</param>
/// <param name="PerSecond">Refill or leak per second; 0 for the windows.</param>
public sealed record LimiterConfigured(string Algorithm, long Limit, long WindowMs, decimal PerSecond) : IEventData;
