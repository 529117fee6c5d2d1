using Visualizer.DemoApi.Journal;

namespace Visualizer.Dashboard.Stage;

/// <summary>Follows a journal for one page: everything from the start, then what is new, at most ten deliveries a second.</summary>
/// <remarks>A burst waits in the journal, not here: a slow page gets one larger delivery, and is told what it missed.</remarks>
public sealed class JournalFeed : IAsyncDisposable
{
    /// <summary>Least real time between two deliveries.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>How long an exchange that has just begun is waited for, so that most are delivered whole: once, not twice.</summary>
    private static readonly TimeSpan Whole = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _following;

    private JournalFeed(JournalSubscription subscription, TimeProvider real, Func<JournalPage, Task> deliver, Func<Task> ended) =>
        _following = FollowAsync(subscription, real, deliver, ended, _stop.Token);

    /// <summary>Starts to follow.</summary>
    /// <param name="deliver">Gets each delivery, one after the other; a component brings it onto its dispatcher.</param>
    /// <param name="ended">Called once where the sandbox has ended.</param>
    /// <returns>Null where the journal has too many readers already.</returns>
    public static JournalFeed? Follow(Journal journal, TimeProvider real, Func<JournalPage, Task> deliver, Func<Task> ended) =>
        journal.Subscribe(after: 0) is { } subscription ? new JournalFeed(subscription, real, deliver, ended) : null;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private static async Task FollowAsync(
        JournalSubscription subscription, TimeProvider real, Func<JournalPage, Task> deliver, Func<Task> ended, CancellationToken stop)
    {
        using (subscription)
        {
            while (await subscription.ReadAsync(stop) is { } page)
            {
                if (LeavesOpen(page))
                {
                    await Task.Delay(Whole, real, stop);
                    page = Join(page, subscription.Read());
                }

                await deliver(page);
                await Task.Delay(Interval, real, stop);
            }

            await ended();
        }
    }

    private static bool LeavesOpen(JournalPage page) =>
        page.Events.Count(e => e.Data is RequestReceived) > page.Events.Count(e => e.Data is ResponseSent or ConnectionAborted);

    private static JournalPage Join(JournalPage first, JournalPage then) =>
        new([.. first.Events, .. then.Events], then.NextAfter, first.Missed + then.Missed);
}
