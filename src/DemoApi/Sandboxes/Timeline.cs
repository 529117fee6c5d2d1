namespace Visualizer.DemoApi.Sandboxes;

/// <summary>
/// Where sandbox time stands at a real timestamp: anchor + elapsed × rate, in integers.
/// Times are counted in parts of a tick (one part = 1 / real timestamp frequency), so that no change of rate, however often, loses or invents anything.
/// </summary>
internal readonly record struct Timeline(long Frequency, Int128 Anchor, long AnchoredAt, long Millionths, bool Paused)
{
    // Real timers take at most 49 days; a day is soon enough to look again.
    private static readonly Int128 LongestWaitInMilliseconds = 24 * 60 * 60 * 1000;

    public Int128 Latest => (Int128)DateTimeOffset.MaxValue.Ticks * Frequency;

    public decimal Rate => Millionths / 1_000_000m;

    // elapsed / Frequency real seconds × Millionths / 10^6 × 10^7 ticks × Frequency parts: the frequency cancels out.
    private Int128 PartsPerTimestamp => (Int128)Millionths * 10;

    public static Timeline Starting(DateTimeOffset start, decimal rate, bool paused, long frequency, long timestamp) =>
        new(frequency, (Int128)start.UtcTicks * frequency, timestamp, ToMillionths(rate), paused);

    public static long ToMillionths(decimal rate) => rate is >= 0.01m and <= 100m
        ? (long)decimal.Round(rate * 1_000_000m)
        : throw new ArgumentOutOfRangeException(nameof(rate), rate, "The rate of a sandbox clock is 0.01 to 100 sandbox seconds per real second.");

    /// <summary>Sandbox time in parts; stands still at the end of year 9999.</summary>
    public Int128 At(long timestamp) =>
        Paused ? Anchor : Int128.Min(Anchor + (timestamp - AnchoredAt) * PartsPerTimestamp, Latest);

    public Timeline MovedTo(Int128 parts, long timestamp) => this with { Anchor = parts, AnchoredAt = timestamp };

    public Int128 ToParts(long ticks) => (Int128)ticks * Frequency;

    public long ToTicks(Int128 parts) => (long)(parts / Frequency);

    /// <summary>The real time from a timestamp until a due time (UTC ticks), rounded up to the whole milliseconds that real timers count; infinite on a clock that stands.</summary>
    public TimeSpan RealTimeUntil(long dueTicks, long timestamp)
    {
        var missing = ToParts(dueTicks) - At(timestamp);
        if (missing <= 0)
            return TimeSpan.Zero;
        if (Paused)
            return Timeout.InfiniteTimeSpan;
        var milliseconds = DivideUp(DivideUp(missing, PartsPerTimestamp) * 1000, Frequency);
        return TimeSpan.FromMilliseconds((long)Int128.Min(milliseconds, LongestWaitInMilliseconds));
    }

    private static Int128 DivideUp(Int128 dividend, Int128 divisor) => (dividend + divisor - 1) / divisor;
}
