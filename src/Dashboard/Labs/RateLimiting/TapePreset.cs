namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>A tape worth playing, made for the limits that are set.</summary>
/// <param name="Key">Its name in an address.</param>
public sealed record TapePreset(string Key, Func<LimitSettings, string> Title, Func<LimitSettings, RequestTape> Make)
{
    /// <summary>The lab's scenario: a full quota a tenth of a second before a window's edge, and another a tenth of a second behind it.</summary>
    public static readonly TapePreset Edge = new(
        "edge",
        limits => $"{Burst(limits)} + {Burst(limits)} around the edge",
        limits => RequestTape.Of(new(EdgeMs(limits) - RequestTape.StepMs, Burst(limits)), new(EdgeMs(limits) + RequestTape.StepMs, Burst(limits))));

    public static readonly IReadOnlyList<TapePreset> All =
    [
        Edge,
        Fixed("at-once", "20 at once", new TapeStop(1_000, 20)),
        Fixed("one-a-second", "one a second", Every(1_000, 20)),
        Fixed("two-bursts", "two bursts of 10", new(2_000, 10), new(8_000, 10)),
        Fixed("trickle", "a trickle at twice the rate", Every(500, 30)),
    ];

    public static TapePreset? Find(string key) => All.FirstOrDefault(p => p.Key == key);

    /// <summary>Half a tape at most, so that both bursts are whole.</summary>
    private static int Burst(LimitSettings limits) => (int)Math.Min(limits.Limit, RequestTape.MostRequests / 2);

    /// <summary>The first edge that leaves room on both sides of it; a window too long for the tape plays as the usual one.</summary>
    private static int EdgeMs(LimitSettings limits)
    {
        var window = limits.WindowMs is > 2 * RequestTape.StepMs and < RequestTape.LongestMs - RequestTape.StepMs ? limits.WindowMs : LimitSettings.Default.WindowMs;
        return (int)window;
    }

    private static TapePreset Fixed(string key, string title, params TapeStop[] stops) => new(key, _ => title, _ => RequestTape.Of(stops));

    private static TapeStop[] Every(int ms, int times) => [.. Enumerable.Range(0, times).Select(i => new TapeStop(i * ms))];
}
