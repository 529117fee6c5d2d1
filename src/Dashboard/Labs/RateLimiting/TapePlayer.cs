using Visualizer.Dashboard.Http;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>Plays a tape: every request at its exact instant of sandbox time, by the calls that anyone could make.</summary>
/// <remarks>
/// The clock stands while requests are sent, so that those of one instant fall on one instant, and is advanced from each to the next. The
/// queue tells turns at once (<c>wait=false</c>), because nobody leaves it on a standing clock. A run begins where a window and a whole
/// second begin, so that the tape's seconds are those of the axis. Its members are for one circuit, which calls them one after the other.
/// </remarks>
public sealed class TapePlayer(RateLimitingClient client, SandboxControl control, TimeProvider real, Func<Task> changed)
{
    /// <summary>Real time between two instants at most, and the gap's share of it: five times as fast as it happened.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromMilliseconds(400);

    private const int Hurry = 5;

    private Run? run;
    private object? turn; // whose play it is; without one it stands
    private Task last = Task.CompletedTask; // the instant that is being sent
    private int drops;

    /// <summary>It goes on by itself; otherwise it stands, between two instants or before the first.</summary>
    public bool Playing => turn is not null;

    /// <summary>A run has begun and has something left to send.</summary>
    public bool Underway => run is not null;

    /// <summary>The instant that is sent next, in milliseconds of the run; null where no run is under way.</summary>
    public int? NextMs => run?.Schedule.NextMs;

    /// <summary>Plays from where it stands to the end, or until it is paused.</summary>
    public Task PlayAsync(TapeOrder order) => TakeTurnAsync(order, toTheEnd: true);

    /// <summary>Plays the next instant alone.</summary>
    public Task StepAsync(TapeOrder order) => TakeTurnAsync(order, toTheEnd: false);

    /// <summary>Stands still after the instant that is being sent.</summary>
    public Task PauseAsync()
    {
        turn = null;
        return changed();
    }

    /// <summary>Leaves the run as it is: somebody reset the lab, or it is to begin anew.</summary>
    public void Drop()
    {
        (turn, run) = (null, null);
        drops++;
    }

    /// <summary>True where an epoch is not the one that this player's run began: somebody else reset the sandbox since.</summary>
    public bool IsOvertakenBy(int epoch) => run is { } current && epoch > current.Epoch;

    private async Task TakeTurnAsync(TapeOrder order, bool toTheEnd)
    {
        if (Playing)
            return;
        var mine = turn = new();
        await changed();
        while (turn == mine && await NextAsync(order) && toTheEnd && turn == mine)
            await Task.Delay(Rest, real);
        if (turn != mine)
            return; // paused, or another's turn
        turn = null;
        await changed();
    }

    /// <summary>Sends what is due next, once what is being sent is sent, and says whether anything is left.</summary>
    private Task<bool> NextAsync(TapeOrder order)
    {
        var next = SendAsync(last, order);
        last = next;
        return next;
    }

    private async Task<bool> SendAsync(Task before, TapeOrder order)
    {
        await before;
        var known = drops;
        var current = run ?? await BeginAsync(order);
        if (drops != known)
            return false;
        run = current;
        var sent = current is not null && await SendNextAsync(current);
        if (drops != known)
            return false;
        if (sent && current!.Schedule.NextMs is not null)
            return true;
        run = null;
        if (sent)
            await control.SetClockAsync(order.Rate, paused: false);
        return false;
    }

    private async Task<Run?> BeginAsync(TapeOrder order)
    {
        await control.SetClockAsync(order.Rate, paused: true);
        if (await control.ReadClockAsync() is not { } keyframe)
            return null;
        await control.AdvanceClockAsync(UntilStart(keyframe.Clock.Now, TimeSpan.FromMilliseconds(order.Limits.WindowMs)));
        if ((await control.ResetAsync("rate-limiting")).Read<SandboxReport>() is not { } reset)
            return null;
        foreach (var (algorithm, settings) in order.Limits.ChangesFrom(LimitSettings.Default))
            await client.ConfigureAsync(algorithm, settings);
        return new(reset.Clock.Now, reset.Epoch, new(order.Tape, order.Algorithms, order.Manners));
    }

    private async Task<bool> SendNextAsync(Run current)
    {
        if (current.Schedule.NextMs is not { } due || await control.ReadClockAsync() is not { } keyframe)
            return false;
        var ahead = current.Start.AddMilliseconds(due) - keyframe.Clock.Now;
        if (ahead > TimeSpan.Zero) // else somebody moved the clock on, and it is late
            await control.AdvanceClockAsync(ahead);
        var shots = current.Schedule.TakeNext();
        var answers = await client.SendAsync(shots);
        foreach (var (shot, answer) in shots.Zip(answers))
        {
            if (answer.Status == StatusCodes.Status429TooManyRequests)
                current.Schedule.Refused(shot, long.TryParse(answer.Header("Retry-After"), out var seconds) ? seconds : null);
        }
        current.Gap = (current.Schedule.NextMs ?? due) - due;
        return true;
    }

    private TimeSpan Rest => TimeSpan.FromMilliseconds(Math.Min(LongestRest.TotalMilliseconds, (run?.Gap ?? 0) / Hurry));

    /// <summary>How long until a window and a whole second begin at once, in whole milliseconds rounded up; windows are aligned to the Unix epoch.</summary>
    internal static TimeSpan UntilStart(DateTimeOffset now, TimeSpan window)
    {
        var (step, second) = (window.Ticks, TimeSpan.TicksPerSecond);
        step *= second / Gcd(step, second);
        var left = (step - ((now - DateTimeOffset.UnixEpoch).Ticks % step)) % step;
        return TimeSpan.FromMilliseconds(Math.Ceiling(left / (double)TimeSpan.TicksPerMillisecond));
    }

    private static long Gcd(long a, long b) => b == 0 ? a : Gcd(b, a % b);

    private sealed class Run(DateTimeOffset start, int epoch, TapeSchedule schedule)
    {
        public DateTimeOffset Start { get; } = start;

        public int Epoch { get; } = epoch;

        public TapeSchedule Schedule { get; } = schedule;

        /// <summary>Sandbox milliseconds from the last instant to the next.</summary>
        public int Gap { get; set; }
    }
}
