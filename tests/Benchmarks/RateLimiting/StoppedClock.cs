namespace Visualizer.Benchmarks.RateLimiting;

/// <summary>An injected clock that costs nothing to read, so that what remains is the limiter.</summary>
internal sealed class StoppedClock : TimeProvider
{
    private readonly DateTimeOffset _now = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => _now;
}
