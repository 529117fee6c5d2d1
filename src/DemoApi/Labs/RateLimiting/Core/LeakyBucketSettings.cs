namespace Visualizer.DemoApi.Labs.RateLimiting.Core;

/// <summary>A queue for so many waiting requests, from which so many leave a second (at most three decimal places).</summary>
internal sealed record LeakyBucketSettings(long Queue, decimal LeakPerSecond)
{
    public const long MinQueue = 0, MaxQueue = 1000;
    public const decimal MinLeakPerSecond = 0.001m, MaxLeakPerSecond = 1000;

    /// <summary>One leaves at once and the queue takes the others.</summary>
    public QuotaPolicy Policy => new(Queue + 1, (long)decimal.Ceiling((Queue + 1) / LeakPerSecond));
}
