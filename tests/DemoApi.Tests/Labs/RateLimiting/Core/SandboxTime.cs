namespace Visualizer.DemoApi.Tests.Labs.RateLimiting.Core;

/// <summary>Instants and durations in the tests' own words: seconds, as ticks.</summary>
internal static class SandboxTime
{
    /// <summary>11:00:00 sharp, so a window of 10 s begins here.</summary>
    public static readonly long Start = Ticks(new(2026, 1, 23, 11, 0, 0, TimeSpan.Zero));

    public static long At(decimal seconds) => Start + Seconds(seconds);

    public static long Ticks(DateTimeOffset instant) => instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks;

    public static long Seconds(decimal seconds) => (long)(seconds * TimeSpan.TicksPerSecond);
}
