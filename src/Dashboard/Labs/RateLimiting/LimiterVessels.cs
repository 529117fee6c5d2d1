using System.Globalization;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>What each limiter looks like.</summary>
internal static class LimiterVessels
{
    /// <summary>A counter that fills up and is emptied at the window's edge.</summary>
    public static readonly Vessel Counter = new("M7 8H45Q48 8 48 11V35Q48 38 45 38H7Q4 38 4 35V11Q4 8 7 8Z", "M7 6H45Q50 6 50 11V35Q50 40 45 40H7Q2 40 2 35V11Q2 6 7 6Z", 8, 38, Counts: true);

    /// <summary>Ten time stamps, forgotten one by one.</summary>
    public static readonly Vessel Log = new(Dots(columns: 5, rows: 2), "M2 41H50", 6, 38);

    /// <summary>Two windows side by side, the earlier one weighing less and less.</summary>
    public static readonly Vessel Weights = new("M4 8H48V38H4Z", "M2 6H50V40H2ZM26 6V40M2 6L26 40", 8, 38);

    /// <summary>A bucket of tokens.</summary>
    public static readonly Vessel Bucket = new("M6 6 10 37Q10 40 14 40L38 40Q42 40 42 37L46 6Z", "M6 6 10 37Q10 40 14 40L38 40Q42 40 42 37L46 6", 8, 40);

    /// <summary>A funnel that drips.</summary>
    public static readonly Vessel Funnel = new("M8 6V28L23 37H29L44 28V6Z", "M8 6V28L23 37V43M29 43V37L44 28V6", 8, 37);

    private static string Dots(int columns, int rows) => string.Concat(
        from row in Enumerable.Range(0, rows)
        from column in Enumerable.Range(0, columns)
        select string.Create(CultureInfo.InvariantCulture, $"M{2 + (10 * column)} {14 + (16 * row)}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0"));
}
