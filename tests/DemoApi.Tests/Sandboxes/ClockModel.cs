namespace Visualizer.DemoApi.Tests.Sandboxes;

/// <summary>What a test does to a clock and its model alike. Times in ticks, relative to sandbox time at that moment.</summary>
public abstract record ClockStep
{
    /// <summary>Registers a timer that, when it fires, registers the next of its chain.</summary>
    public sealed record Register(long In, int Links, long Gap) : ClockStep;

    /// <summary>Disposes the timer registered as number Which (of the first links), if there is one.</summary>
    public sealed record Cancel(int Which) : ClockStep;

    public sealed record Set(decimal Rate, bool Paused) : ClockStep;

    public sealed record Advance(long By) : ClockStep;

    /// <summary>Real time passes, noticed at once or late.</summary>
    public sealed record Pass(int RealMilliseconds, bool Late) : ClockStep;
}

/// <summary>A firing: which timer, which link of its chain, the due time it was told and the time the clock showed meanwhile (UTC ticks).</summary>
public sealed record Firing(int Timer, int Link, long Told, long Shown);

/// <summary>The clock as one would do it with a pencil: decimals, a list, no threads.</summary>
internal sealed class ClockModel(DateTimeOffset start, decimal rate, bool paused)
{
    private readonly List<(long Due, int Order, int Timer, int Link, ClockStep.Register Step)> pending = [];
    private decimal now = start.UtcTicks; // fractions of a tick included
    private decimal rate = rate;
    private bool paused = paused;
    private int order;
    private int timers;

    public List<Firing> Fired { get; } = [];

    public long Now => (long)decimal.Floor(now);

    public void Do(ClockStep step)
    {
        switch (step)
        {
            case ClockStep.Register register:
                Add(Math.Max(Now, Now + register.In), timers++, 1, register);
                break;
            case ClockStep.Cancel cancel:
                pending.RemoveAll(timer => timer.Timer == cancel.Which && timer.Link == 1);
                break;
            case ClockStep.Set set:
                (rate, paused) = (set.Rate, set.Paused);
                break;
            case ClockStep.Advance advance:
                now += advance.By;
                Fire();
                break;
            case ClockStep.Pass pass:
                now += paused ? 0 : pass.RealMilliseconds * TimeSpan.TicksPerMillisecond * rate;
                Fire();
                break;
        }
    }

    private void Add(long due, int timer, int link, ClockStep.Register step) => pending.Add((due, order++, timer, link, step));

    private void Fire()
    {
        while (pending.Count > 0 && pending.Min() is var next && next.Due <= Now)
        {
            pending.Remove(next);
            Fired.Add(new(next.Timer, next.Link, next.Due, next.Due));
            if (next.Link < next.Step.Links)
                Add(next.Due + next.Step.Gap, next.Timer, next.Link + 1, next.Step);
        }
    }
}
