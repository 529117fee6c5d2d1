using System.ComponentModel.DataAnnotations;

namespace Visualizer.DemoApi.Sandboxes;

/// <summary>The outer door: how much of this process strangers may use. Section <c>Sandboxes</c> of the configuration.</summary>
public sealed class SandboxOptions
{
    public const string Section = "Sandboxes";

    /// <summary>Most sandboxes alive at a time.</summary>
    [Range(1, 1_000_000)]
    public int MaxAlive { get; set; } = 10_000;

    /// <summary>Most sandboxes that one address may make in a minute (a class sits behind one router).</summary>
    [Range(1, 1_000_000)]
    public int CreationsPerMinute { get; set; } = 1_000;

    /// <summary>Real time without a request after which a sandbox expires.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan IdleTime { get; set; } = TimeSpan.FromHours(4);

    /// <summary>A folder that keeps sandboxes beyond the end of the process, or null: then they live in memory and end with it.</summary>
    public string? Path { get; set; }

    /// <summary>Most memory for all sandboxes together, in MiB; above it those idle for longest go.</summary>
    [Range(16, 1_048_576)]
    public int MemoryMegabytes { get; set; } = 2_048;
}
