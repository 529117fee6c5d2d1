namespace Visualizer.Dashboard.Stage;

/// <summary>Does something once nothing has asked for it for a while: what a hand set goes into the address when the hand rests.</summary>
public sealed class Settling(TimeProvider real, TimeSpan rest, Func<Task> act) : IDisposable
{
    private ITimer? waiting;

    /// <summary>Asks, and starts the wait anew.</summary>
    public void Ask()
    {
        waiting ??= real.CreateTimer(_ => _ = act(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        waiting.Change(rest, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => waiting?.Dispose();
}
