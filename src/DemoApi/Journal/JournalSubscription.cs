using System.Threading.Channels;

namespace Visualizer.DemoApi.Journal;

/// <summary>One reader of a journal, at its own pace.</summary>
/// <remarks>
/// The channel holds at most one "there is more": a burst of a thousand events is one wake-up, and a slow reader costs the
/// writer nothing. The continuation runs on the pool, never on the thread of the request that wrote.
/// </remarks>
public sealed class JournalSubscription : IDisposable
{
    /// <summary>Most events of one read.</summary>
    public const int PageSize = Journal.DefaultCapacity;

    private readonly Journal _journal;
    private readonly Channel<bool> _more = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true, AllowSynchronousContinuations = false });

    private long _after;

    internal JournalSubscription(Journal journal, long after) => (_journal, _after) = (journal, after);

    /// <summary>Waits for something new, then gives it; null when the journal has ended.</summary>
    public async ValueTask<JournalPage?> ReadAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var page = _journal.After(_after, PageSize);
            if (page.Events.Count > 0)
            {
                _after = page.NextAfter;
                return page;
            }

            if (!await _more.Reader.WaitToReadAsync(cancellation))
                return null;
            _more.Reader.TryRead(out _);
        }
    }

    /// <summary>What is new by now, perhaps nothing.</summary>
    public JournalPage Read()
    {
        var page = _journal.After(_after, PageSize);
        _after = page.NextAfter;
        return page;
    }

    public void Dispose() => _journal.Forget(this);

    internal void Wake() => _more.Writer.TryWrite(true);

    internal void Complete() => _more.Writer.TryComplete();
}
