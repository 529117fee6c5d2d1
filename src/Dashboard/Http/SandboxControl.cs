using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.Dashboard.Http;

/// <summary>A clock at one instant of the server's real time.</summary>
/// <param name="RealMs">Milliseconds since the Unix epoch when the clock was read; on a paused clock it does not matter.</param>
public sealed record ClockKeyframe(ClockReading Clock, double RealMs);

/// <summary>The remote control of the page's sandbox, by the same calls as from a terminal.</summary>
public sealed class SandboxControl(ApiClient api, TimeProvider real)
{
    private const int Readings = 3;
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(2);

    private int resets;

    /// <summary>Reads the clock: of a few readings the quickest, whose instant is known best. Null where the sandbox is gone.</summary>
    public async Task<ClockKeyframe?> ReadClockAsync()
    {
        (ClockKeyframe? Keyframe, TimeSpan Trip) best = (null, TimeSpan.MaxValue);
        for (var i = 0; i < Readings && best.Trip > Quick && best.Keyframe is not { Clock.Paused: true }; i++)
        {
            var (sent, start) = (real.GetUtcNow(), real.GetTimestamp());
            var answer = await api.SendAsync(HttpMethod.Get, "sandbox/clock");
            var trip = real.GetElapsedTime(start);
            if (answer.Read<ClockReading>() is { } clock && answer.Succeeded && trip < best.Trip)
                best = (new(clock, Milliseconds(sent + (trip / 2))), trip);
        }
        return best.Keyframe;
    }

    public Task<Exchange> SetClockAsync(decimal rate, bool paused) => api.SendAsync(HttpMethod.Put, "sandbox/clock", new { rate, paused });

    public Task<Exchange> AdvanceClockAsync(TimeSpan by) =>
        api.SendAsync(HttpMethod.Post, "sandbox/clock/advance", new { milliseconds = (long)by.TotalMilliseconds });

    /// <summary>The newest epoch that this page began itself; -1 before the first.</summary>
    public int OwnEpoch { get; private set; } = -1;

    /// <summary>A reset of this page's own is under way: the epoch that the journal tells of may be its.</summary>
    public bool IsResetting => resets > 0;

    /// <summary>Resets one lab by its slug, or the whole sandbox.</summary>
    public async Task<Exchange> ResetAsync(string? lab)
    {
        resets++;
        try
        {
            var answer = await api.SendAsync(HttpMethod.Post, "sandbox/reset", new { lab });
            if (answer.Succeeded && answer.Read<SandboxReport>() is { } begun)
                OwnEpoch = Math.Max(OwnEpoch, begun.Epoch);
            return answer;
        }
        finally
        {
            resets--;
        }
    }

    /// <summary>Resets one lab, and answers the epoch that its new run has; null where that was refused.</summary>
    public async Task<int?> BeginAsync(string lab) => (await ResetAsync(lab)) is { Succeeded: true } reset ? reset.Read<SandboxReport>()?.Epoch : null;

    /// <summary>The server's real time, as <see cref="ClockKeyframe.RealMs"/> counts it.</summary>
    public double RealMs => Milliseconds(real.GetUtcNow());

    private static double Milliseconds(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).TotalMilliseconds;
}
