namespace Visualizer.DemoApi.Sandboxes;

/// <summary>What a new sandbox is to be.</summary>
/// <param name="Start">Sandbox time at its birth.</param>
public sealed record SandboxOrder(int Seed, DateTimeOffset Start, bool Paused)
{
    public static readonly SandboxOrder Default = new(42, new DateTimeOffset(2026, 1, 23, 11, 0, 0, TimeSpan.Zero), Paused: false);
}
