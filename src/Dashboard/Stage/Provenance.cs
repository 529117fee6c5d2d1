namespace Visualizer.Dashboard.Stage;

/// <summary>Where a number on a stage comes from.</summary>
public enum Provenance
{
    /// <summary>Counted or timed from recorded exchanges, in real time.</summary>
    Measured,

    /// <summary>Measured in sandbox time.</summary>
    SandboxClock,

    /// <summary>Measured, but with a wait in it that was added on purpose.</summary>
    AddedDelay,
}
