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
        new(Algorithms.FixedWindow, "Fixed window", "counted", false, new(Algorithms.FixedWindow, 10, 10_000, 0), LimiterVessels.Counter, HasEdges: true);

    public static readonly RateLimitingAlgorithm SlidingLog =
        new(Algorithms.SlidingLog, "Sliding log", "remembered", false, new(Algorithms.SlidingLog, 10, 10_000, 0), LimiterVessels.Log);

    public static readonly RateLimitingAlgorithm SlidingCounter =
        new(Algorithms.SlidingCounter, "Sliding counter", "estimated", false, new(Algorithms.SlidingCounter, 10, 10_000, 0), LimiterVessels.Weights, HasEdges: true);

    public static readonly RateLimitingAlgorithm TokenBucket =
        new(Algorithms.TokenBucket, "Token bucket", "tokens left", true, new(Algorithms.TokenBucket, 10, 0, 1), LimiterVessels.Bucket);

    public static readonly RateLimitingAlgorithm LeakyBucket =
        new(Algorithms.LeakyBucket, "Leaky bucket", "waiting", false, new(Algorithms.LeakyBucket, 9, 0, 1), LimiterVessels.Funnel);

    /// <summary>The lanes in the order they are drawn.</summary>
    public static readonly IReadOnlyList<RateLimitingAlgorithm> All = [FixedWindow, SlidingLog, SlidingCounter, TokenBucket, LeakyBucket];
}
