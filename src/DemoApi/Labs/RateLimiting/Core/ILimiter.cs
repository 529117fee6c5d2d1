namespace Visualizer.DemoApi.Labs.RateLimiting.Core;

/// <summary>
/// One algorithm, counting for one client. Time is handed in, in ticks (100 ns) since the Unix epoch;
/// a clock that goes back counts as one that stands still.
/// </summary>
internal interface ILimiter
{
    /// <summary>What the algorithm promises, in the words of the <c>RateLimit-Policy</c> header.</summary>
    QuotaPolicy Policy { get; }

    /// <summary>
    /// Asks for <paramref name="cost"/> (1 to the quota) and spends it if admitted; a refusal spends nothing.
    /// Look and spend are one step, whatever other threads do.
    /// </summary>
    Decision Take(long now, long cost);

    /// <summary>
    /// The level to draw from <paramref name="now"/> on if nobody asks again: at most 64 corners, joined by straight
    /// lines, the first one now. Looking changes nothing.
    /// </summary>
    IReadOnlyList<LevelPoint> Forecast(long now);
}
