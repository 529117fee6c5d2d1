namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>Notices that a window's edge had so many requests on each side of it within one second, whoever sent them.</summary>
/// <param name="burst">How many: the window's quota, at most what half a tape can send.</param>
public sealed class EdgeCrossing(int burst)
{
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(1);

    private readonly Queue<DateTimeOffset> within = new();

    /// <summary>True once it happened.</summary>
    public bool Happened { get; private set; }

    /// <summary>Counts one more decided request; instants come in order, windows are aligned to the Unix epoch.</summary>
    public void Add(DateTimeOffset at, TimeSpan window)
    {
        if (Happened || window <= TimeSpan.Zero)
            return;
        while (within.TryPeek(out var first) && at - first >= Span)
            within.Dequeue();
        within.Enqueue(at);
        var edge = at.AddTicks(-((at - DateTimeOffset.UnixEpoch).Ticks % window.Ticks));
        Happened = within.Count(t => t >= edge) >= burst && within.Count(t => t < edge) >= burst;
    }
}
