namespace Visualizer.DemoApi.Sandboxes;

/// <summary>What a sandbox clock shows at one instant: sandbox time (UTC), sandbox seconds per real second (0.01 to 100), and whether it stands.</summary>
public sealed record ClockState(DateTimeOffset Now, decimal Rate, bool Paused);
