using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Labs.RateLimiting;

namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>One variant of the lab, by the name its address has.</summary>
/// <param name="Key">The algorithm as events and <c>/limits/{algorithm}</c> name it.</param>
/// <param name="LevelWord">What the level counts.</param>
/// <param name="FullAtStart">True where the level counts what is left, false where it counts what was taken.</param>
/// <param name="Defaults">The settings of a fresh sandbox.</param>
/// <param name="HasEdges">True where windows begin and end at fixed instants.</param>
public sealed record RateLimitingAlgorithm(
    string Key, string Title, string LevelWord, bool FullAtStart, LimiterConfigured Defaults, Vessel Vessel, bool HasEdges = false)
{
    public static readonly RateLimitingAlgorithm FixedWindow =
        new(Algorithms.FixedWindow, "Fixed window", "counted", false, Window(Algorithms.FixedWindow), LimiterVessels.Counter, HasEdges: true);

    public static readonly RateLimitingAlgorithm SlidingLog =
        new(Algorithms.SlidingLog, "Sliding log", "remembered", false, Window(Algorithms.SlidingLog), LimiterVessels.Log);

    public static readonly RateLimitingAlgorithm SlidingCounter =
        new(Algorithms.SlidingCounter, "Sliding counter", "estimated", false, Window(Algorithms.SlidingCounter), LimiterVessels.Weights, HasEdges: true);

    public static readonly RateLimitingAlgorithm TokenBucket =
        new(Algorithms.TokenBucket, "Token bucket", "tokens left", true, new(Algorithms.TokenBucket, LimiterDefaults.Capacity, 0, LimiterDefaults.RefillPerSecond), LimiterVessels.Bucket);

    public static readonly RateLimitingAlgorithm LeakyBucket =
        new(Algorithms.LeakyBucket, "Leaky bucket", "waiting", false, new(Algorithms.LeakyBucket, LimiterDefaults.Queue, 0, LimiterDefaults.LeakPerSecond), LimiterVessels.Funnel);

    /// <summary>The lanes in the order they are drawn.</summary>
    public static readonly IReadOnlyList<RateLimitingAlgorithm> All = [FixedWindow, SlidingLog, SlidingCounter, TokenBucket, LeakyBucket];

    private static LimiterConfigured Window(string algorithm) => new(algorithm, LimiterDefaults.Limit, LimiterDefaults.WindowMs, 0);
}
