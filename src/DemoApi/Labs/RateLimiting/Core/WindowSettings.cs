namespace Visualizer.DemoApi.Labs.RateLimiting.Core;

/// <summary>So much in a window of so many milliseconds, for the three algorithms that count in windows.</summary>
internal sealed record WindowSettings(long Limit, long WindowMs)
{
    public const long MinLimit = 1, MaxLimit = 1000;
    public const long MinWindowMs = 100, MaxWindowMs = 3_600_000;

    public long WindowTicks => WindowMs * TimeSpan.TicksPerMillisecond;

    public QuotaPolicy Policy => new(Limit, (WindowMs + 999) / 1000);

    /// <summary>
    /// Where the window around <paramref name="now"/> begins. Windows lie end to end from the Unix epoch and are half-open:
    /// the end of one is already the next.
    /// </summary>
    public long StartOf(long now)
    {
        var intoWindow = now % WindowTicks;
        return now - (intoWindow < 0 ? intoWindow + WindowTicks : intoWindow); // before 1970 the remainder is negative
    }
}
