namespace Visualizer.DemoApi.Journal;

/// <summary>The first event of a sandbox's life and of each life after a reset: what a fold starts from.</summary>
/// <param name="Epoch">Counts resets: 0 for the first life.</param>
/// <param name="Lab">The lab that was reset alone, or null where the whole sandbox was.</param>
public sealed record SandboxStarted(int Epoch, int Seed, string? Lab, ClockReading Clock) : IEventData
{
    /// <summary>True where the process was restarted: data and clock are as they were, what happened before is not in this journal.</summary>
    public bool Restored { get; init; }
}

/// <summary>The clock was set, paused, resumed or advanced; the reading is the one after it.</summary>
public sealed record ClockChanged(ClockReading Clock) : IEventData;

/// <summary>A sandbox clock at one instant: sandbox time (UTC), which from here on runs at <c>rate</c> (0.01 to 100 sandbox seconds a real second) unless paused.</summary>
public sealed record ClockReading(DateTimeOffset Now, decimal Rate, bool Paused);
