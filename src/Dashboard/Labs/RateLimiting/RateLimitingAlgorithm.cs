using Visualizer.DemoApi.Labs.RateLimiting;

namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>One variant of the lab, by the name its address has.</summary>
/// <param name="Key">The algorithm as events and <c>/limits/{algorithm}</c> name it.</param>
/// <param name="FullAtStart">True where the level counts what is left, false where it counts what was taken.</param>
/// <param name="Defaults">The settings of a fresh sandbox.</param>
public sealed record RateLimitingAlgorithm(string Key, string Title, string LevelWord, bool FullAtStart, LimiterConfigured Defaults)
{
    public static readonly RateLimitingAlgorithm FixedWindow =
        new("fixed-window", "Fixed window", "counted", false, new("fixed-window", 10, 10_000, 0));

    public static readonly RateLimitingAlgorithm TokenBucket =
        new("token-bucket", "Token bucket", "tokens left", true, new("token-bucket", 10, 0, 1));

    /// <summary>The lanes in the order they are drawn.</summary>
    public static readonly IReadOnlyList<RateLimitingAlgorithm> All = [FixedWindow, TokenBucket];
}
