namespace Visualizer.DemoApi.Tests.Support;

/// <summary>Real time that stands, with one timer that fires whenever the test likes, and a place to meddle whenever the time is read.</summary>
internal sealed class EagerTime : TimeProvider
{
    private TimerCallback callback = _ => { };

    public Action WhenRead { get; set; } = () => { };

    public void Fire() => callback(null);

    public override long GetTimestamp()
    {
        WhenRead();
        return 0;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        this.callback = callback;
        return new ManualTimeProvider().CreateTimer(callback, state, dueTime, period);
    }
}
