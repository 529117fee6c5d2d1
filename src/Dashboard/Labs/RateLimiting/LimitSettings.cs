using System.Globalization;
using Visualizer.DemoApi.Labs.RateLimiting;

namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>What the five limiters are set to, as six dials say it; the three windows share theirs.</summary>
/// <remarks>Bounds are the contract's (<see cref="WindowLimit"/>, <see cref="TokenBucketLimit"/>, <see cref="LeakyBucketLimit"/>).</remarks>
public sealed record LimitSettings(long Limit, long WindowMs, long Capacity, decimal Refill, long Queue, decimal Leak)
{
    public static readonly LimitSettings Default = new(
        LimiterDefaults.Limit, LimiterDefaults.WindowMs, LimiterDefaults.Capacity, LimiterDefaults.RefillPerSecond, LimiterDefaults.Queue, LimiterDefaults.LeakPerSecond);

    /// <summary>What the limiters of a view are set to now. Windows set apart from one another by another client show the fixed window's setting.</summary>
    public static LimitSettings Of(RateLimitingView view)
    {
        var (window, bucket, queue) = (view.Lane(Algorithms.FixedWindow)!.Settings, view.Lane(Algorithms.TokenBucket)!.Settings, view.Lane(Algorithms.LeakyBucket)!.Settings);
        return new(window.Limit, window.WindowMs, bucket.Limit, bucket.PerSecond, queue.Limit, queue.PerSecond);
    }

    /// <summary>Reads an address's values, the window in seconds; what is missing or impossible is as a fresh sandbox has it.</summary>
    /// <param name="value">An address's value by its name, or null.</param>
    public static LimitSettings Read(Func<string, string?> value) => new(
        (long)Number(value("limit"), 1, 1000, 0, Default.Limit),
        (long)(1000 * Number(value("window"), 0.1m, 3600, 3, Default.WindowMs / 1000m)),
        (long)Number(value("capacity"), 1, 1000, 0, Default.Capacity),
        Number(value("refill"), 0, 1000, 3, Default.Refill),
        (long)Number(value("queue"), 0, 1000, 0, Default.Queue),
        Number(value("leak"), 0.001m, 1000, 3, Default.Leak));

    /// <summary>How the address says it: null for what is as in a fresh sandbox.</summary>
    public IReadOnlyList<(string Name, object? Value)> Address =>
    [
        ("limit", Limit == Default.Limit ? null : Limit),
        ("window", WindowMs == Default.WindowMs ? null : WindowMs / 1000m),
        ("capacity", Capacity == Default.Capacity ? null : Capacity),
        ("refill", Refill == Default.Refill ? null : Refill),
        ("queue", Queue == Default.Queue ? null : Queue),
        ("leak", Leak == Default.Leak ? null : Leak),
    ];

    /// <summary>True for the windows of a fresh sandbox, of which the lab's question speaks.</summary>
    public bool AsAsked => (Limit, WindowMs) == (Default.Limit, Default.WindowMs);

    /// <summary>What to send, and to which limiter, where something other is in force.</summary>
    public IEnumerable<(string Algorithm, object Body)> ChangesFrom(LimitSettings other)
    {
        if ((Limit, WindowMs) != (other.Limit, other.WindowMs))
        {
            foreach (var algorithm in (string[])[Algorithms.FixedWindow, Algorithms.SlidingLog, Algorithms.SlidingCounter])
                yield return (algorithm, new WindowLimit(Limit, WindowMs));
        }
        if ((Capacity, Refill) != (other.Capacity, other.Refill))
            yield return (Algorithms.TokenBucket, new TokenBucketLimit(Capacity, Refill));
        if ((Queue, Leak) != (other.Queue, other.Leak))
            yield return (Algorithms.LeakyBucket, new LeakyBucketLimit(Queue, Leak));
    }

    private static decimal Number(string? text, decimal least, decimal most, int places, decimal otherwise) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number >= least && number <= most && decimal.Round(number, places) == number
            ? number
            : otherwise;
}
