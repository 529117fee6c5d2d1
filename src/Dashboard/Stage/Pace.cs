namespace Visualizer.Dashboard.Stage;

/// <summary>Does something at once, and then at most every so often: what was asked for in between is done once, at the end.</summary>
/// <param name="least">Least real time from one doing to the next.</param>
public sealed class Pace(TimeProvider real, TimeSpan least, Func<Task> act) : IDisposable
{
    private readonly Lock gate = new(); // the timer fires beside the callers
    private long? last;
    private ITimer? waiting;

    public Task AskAsync()
    {
        lock (gate)
        {
            if (waiting is not null)
                return Task.CompletedTask;
            var left = last is { } then ? least - real.GetElapsedTime(then) : TimeSpan.Zero;
            if (left > TimeSpan.Zero)
            {
                waiting = real.CreateTimer(_ => _ = ActAsync(), null, left, Timeout.InfiniteTimeSpan);
                return Task.CompletedTask;
            }
        }
        return ActAsync();
    }

    public void Dispose()
    {
        lock (gate)
            waiting?.Dispose();
    }

    private Task ActAsync()
    {
        lock (gate)
        {
            waiting?.Dispose();
            (waiting, last) = (null, real.GetTimestamp());
        }
        return act();
    }
}
