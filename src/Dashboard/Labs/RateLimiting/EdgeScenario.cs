using Visualizer.Dashboard.Http;

namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>The lab's scenario: ten requests a tenth of a second before a window's edge, ten more a tenth of a second behind it.</summary>
/// <remarks>
/// All by the calls that anyone could make. The clock stands while a burst is sent, so that its requests fall on one instant of sandbox
/// time; the queue tells turns at once (<c>wait=false</c>), because nobody leaves it on a standing clock.
/// </remarks>
public static class EdgeScenario
{
    public const int Burst = 10;

    private static readonly TimeSpan ToTheEdge = TimeSpan.FromMilliseconds(100);

    public static async Task PlayAsync(RateLimitingClient client, SandboxControl control, RateLimitingView view)
    {
        IReadOnlyList<string> algorithms = [.. view.Lanes.Select(l => l.Algorithm.Key)];
        var window = TimeSpan.FromMilliseconds(view.Lane(RateLimitingAlgorithm.FixedWindow.Key)!.Settings.WindowMs);
        await control.SetClockAsync(1, paused: true);
        if (await control.ReadClockAsync() is not { } keyframe)
            return;
        await control.AdvanceClockAsync(UntilEdge(keyframe.Clock.Now, window));
        await control.ResetAsync("rate-limiting");
        await control.AdvanceClockAsync(window - ToTheEdge);
        await client.BurstAsync(Burst, algorithms, wait: false);
        await control.AdvanceClockAsync(2 * ToTheEdge);
        await client.BurstAsync(Burst, algorithms, wait: false);
        await control.SetClockAsync(1, paused: false);
    }

    /// <summary>How long until the next window begins, in whole milliseconds rounded up; windows are aligned to the Unix epoch.</summary>
    internal static TimeSpan UntilEdge(DateTimeOffset now, TimeSpan window)
    {
        var left = (window.Ticks - ((now - DateTimeOffset.UnixEpoch).Ticks % window.Ticks)) % window.Ticks;
        return TimeSpan.FromMilliseconds(Math.Ceiling(left / (double)TimeSpan.TicksPerMillisecond));
    }
}
