using Visualizer.DemoApi.Labs.Consistency.Core;

namespace Visualizer.DemoApi.Labs.Consistency;

/// <summary>Eight features that every shop has, by who must see a change and how late.</summary>
internal static class Features
{
    public static readonly IReadOnlyList<Feature> All =
    [
        new("balance", EveryoneMust: true),
        new("cart", EveryoneMust: false),
        new("likes", EveryoneMust: true, Seconds(30)),
        new("photo", EveryoneMust: true, Seconds(60)),
        new("stock", EveryoneMust: true),
        new("reviews", EveryoneMust: true, Seconds(60)),
        new("login", EveryoneMust: true),
        new("search", EveryoneMust: true, Seconds(30)),
    ];

    public static FeatureVerdict? Try(string name, int seed)
    {
        if (All.FirstOrDefault(f => f.Name == name) is not { } feature)
            return null;
        var results = FeatureTrial.Run(feature, seed);
        return new(
            name,
            feature.EveryoneMust ? "everyone" : "its author",
            feature.ToleratedTicks / TimeSpan.TicksPerSecond,
            NameOf(FeatureTrial.Weakest(results)),
            [.. results.Select(r => new FeatureResult(NameOf(r.Strictness), r.Reads, r.Harmed, Replication.Milliseconds(r.OldestTicks), Replication.Milliseconds(r.MedianTicks), r.ReadsApart, r.RefusedApart))]);
    }

    private static string NameOf(Strictness strictness) => ConsistencyWords.Strictness[(int)strictness];

    private static long Seconds(long seconds) => seconds * TimeSpan.TicksPerSecond;
}
