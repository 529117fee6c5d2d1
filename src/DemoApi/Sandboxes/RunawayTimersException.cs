namespace Visualizer.DemoApi.Sandboxes;

/// <summary>An advance was given up because timers kept coming; the clock stands where it got to.</summary>
public sealed class RunawayTimersException(int fired, DateTimeOffset stoppedAt) : InvalidOperationException(
    $"The advance stopped at {stoppedAt:O} after {fired} timers had fired and more were due; advance in smaller steps.")
{
    /// <summary>Timers that this advance fired.</summary>
    public int Fired => fired;

    /// <summary>The sandbox time at which the clock stands now.</summary>
    public DateTimeOffset StoppedAt => stoppedAt;
}
