namespace Visualizer.DemoApi.Sandboxes;

/// <summary>How a hold on sandbox time ended.</summary>
public enum HoldEnd
{
    /// <summary>The sandbox clock reached the due time.</summary>
    Released,

    /// <summary>Real time ran out first, on a slow or paused clock: 503.</summary>
    Overdue,

    /// <summary>The sandbox was reset or deleted: 503.</summary>
    Interrupted,

    /// <summary>The sandbox holds as many requests as it may: 503 at once.</summary>
    Full,
}

/// <summary>How a hold ended, and the sandbox time it was meant to end at, whenever that was noticed.</summary>
public readonly record struct HoldOutcome(HoldEnd End, DateTimeOffset Due);

/// <summary>
/// The requests of one sandbox that wait for sandbox time: at most 64 at a time, each at most 60 real seconds.
/// Nothing that was held continues on the clock's thread.
/// </summary>
public sealed class HeldRequests(SandboxClock clock, TimeProvider real, int most = HeldRequests.Most, TimeSpan? longest = null) : IDisposable
{
    /// <summary>Requests held at a time in one sandbox.</summary>
    public const int Most = 64;

    /// <summary>Real time after which a hold ends whatever the sandbox clock shows.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    // Two writers (the clock, the callers): this table, under its lock, decides who ends a hold.
    private readonly Dictionary<TaskCompletionSource<HoldOutcome>, DateTimeOffset> holds = [];
    private readonly TimeSpan longest = longest ?? Longest;
    private bool closed;

    /// <summary>Requests held now.</summary>
    public int Count
    {
        get
        {
            lock (holds)
                return holds.Count;
        }
    }

    /// <summary>
    /// Holds the caller until sandbox time reaches <paramref name="due"/>; not at all when it has. A paused clock holds.
    /// Throws <see cref="OperationCanceledException"/> when the client goes away.
    /// </summary>
    public async ValueTask<HoldOutcome> Until(DateTimeOffset due, CancellationToken aborted)
    {
        aborted.ThrowIfCancellationRequested();
        var hold = new TaskCompletionSource<HoldOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (holds)
        {
            if (closed)
                return new(HoldEnd.Interrupted, due);
            if (due <= clock.GetUtcNow())
                return new(HoldEnd.Released, due);
            if (holds.Count >= most)
                return new(HoldEnd.Full, due);
            holds.Add(hold, due);
        }
        using var onTime = clock.Schedule(due, _ => End(hold, new(HoldEnd.Released, due)));
        using var tooLate = real.CreateTimer(_ => End(hold, new(HoldEnd.Overdue, due)), null, longest, Timeout.InfiniteTimeSpan);
        using var gone = aborted.UnsafeRegister(_ =>
        {
            if (Leave(hold))
                hold.SetCanceled(aborted);
        }, null);
        return await hold.Task;
    }

    /// <summary>Ends every hold as interrupted. A reset calls it before and after it resets the clock, which forgets the holds that came in between.</summary>
    public void ReleaseAll()
    {
        KeyValuePair<TaskCompletionSource<HoldOutcome>, DateTimeOffset>[] interrupted;
        lock (holds)
        {
            interrupted = [.. holds];
            holds.Clear();
        }
        foreach (var (hold, due) in interrupted)
            hold.SetResult(new(HoldEnd.Interrupted, due));
    }

    /// <summary>Releases all, and holds nothing any more: what still comes is interrupted at once.</summary>
    public void Dispose()
    {
        lock (holds)
            closed = true;
        ReleaseAll();
    }

    private void End(TaskCompletionSource<HoldOutcome> hold, HoldOutcome outcome)
    {
        if (Leave(hold))
            hold.SetResult(outcome);
    }

    // The place is free the moment the hold is decided, not when its request gets to continue.
    private bool Leave(TaskCompletionSource<HoldOutcome> hold)
    {
        lock (holds)
            return holds.Remove(hold);
    }
}
