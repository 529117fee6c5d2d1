using Visualizer.DemoApi.Labs.RateLimiting.Core;

namespace Visualizer.DemoApi.Labs.RateLimiting;

/// <summary>What one algorithm of a sandbox is set to: makes its limiters, and tells itself to the wire and to the journal.</summary>
internal sealed record LimiterSettings(string Algorithm, object Contract, LimiterConfigured Event, long MaxCost, Func<ILimiter> NewLimiter)
{
    public static LimiterSettings Window(string algorithm, WindowSettings settings) => new(
        algorithm,
        new WindowLimit(settings.Limit, settings.WindowMs),
        new LimiterConfigured(algorithm, settings.Limit, settings.WindowMs, 0),
        settings.Policy.Quota,
        algorithm switch
        {
            Algorithms.FixedWindow => () => new FixedWindow(settings),
            Algorithms.SlidingLog => () => new SlidingLog(settings),
            Algorithms.SlidingCounter => () => new SlidingCounter(settings),
            _ => throw new ArgumentOutOfRangeException(nameof(algorithm), algorithm, "not a window"),
        });

    public static LimiterSettings Bucket(TokenBucketSettings settings) => new(
        Algorithms.TokenBucket,
        new TokenBucketLimit(settings.Capacity, settings.RefillPerSecond),
        new LimiterConfigured(Algorithms.TokenBucket, settings.Capacity, 0, settings.RefillPerSecond),
        settings.Policy.Quota,
        () => new TokenBucket(settings));

    public static LimiterSettings Queue(LeakyBucketSettings settings) => new(
        Algorithms.LeakyBucket,
        new LeakyBucketLimit(settings.Queue, settings.LeakPerSecond),
        new LimiterConfigured(Algorithms.LeakyBucket, settings.Queue, 0, settings.LeakPerSecond),
        1, // a request cannot take half a place or two
        () => new LeakyBucket(settings));

    /// <summary>What a fresh sandbox starts with.</summary>
    public static IEnumerable<LimiterSettings> Defaults()
    {
        var window = new WindowSettings(LimiterDefaults.Limit, LimiterDefaults.WindowMs);
        return
        [
            Window(Algorithms.FixedWindow, window), Window(Algorithms.SlidingLog, window), Window(Algorithms.SlidingCounter, window),
            Bucket(new TokenBucketSettings(LimiterDefaults.Capacity, LimiterDefaults.RefillPerSecond)),
            Queue(new LeakyBucketSettings(LimiterDefaults.Queue, LimiterDefaults.LeakPerSecond)),
        ];
    }
}
