using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.DemoApi.Labs.NPlusOne;

/// <summary>What a sandbox keeps for the lab: how far away its database pretends to be.</summary>
internal sealed class NPlusOneState : ILabState<NPlusOneState>
{
    /// <summary>Longest added wait for one command, in real milliseconds.</summary>
    public const long MaxLatencyMs = 50;

    private long _latencyMs;

    public static string Lab => NPlusOneLab.Slug;

    /// <summary>Added to every command of the report, 0 to 50 milliseconds of real time.</summary>
    public long LatencyMs
    {
        get => Interlocked.Read(ref _latencyMs);
        set => Interlocked.Exchange(ref _latencyMs, value);
    }

    public static NPlusOneState Create(Sandbox sandbox) => new();
}
