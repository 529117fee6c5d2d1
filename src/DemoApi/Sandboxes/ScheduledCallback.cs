namespace Visualizer.DemoApi.Sandboxes;

/// <summary>One entry of a sandbox clock's queue (due in UTC ticks); disposing takes it out.</summary>
internal sealed class ScheduledCallback(SandboxClock clock, long due, long registration, Action<DateTimeOffset> callback) : IDisposable
{
    /// <summary>By due time, then by registration.</summary>
    public static readonly IComparer<ScheduledCallback> Order =
        Comparer<ScheduledCallback>.Create((a, b) => (a.Due, a.Registration).CompareTo((b.Due, b.Registration)));

    public long Due => due;

    private long Registration => registration;

    public void Run() => callback(new DateTimeOffset(due, TimeSpan.Zero));

    public void Dispose() => clock.Withdraw(this);
}
