namespace Visualizer.DemoApi.Journal;

/// <summary>The bounded, numbered record of everything that happened in one sandbox.</summary>
/// <remarks>
/// Writers never wait for readers: a reader asks for what came after the last event it has, and is told how many events the
/// ring has dropped in the meantime. One lock guards the ring; nothing else happens inside it.
/// </remarks>
public sealed class Journal
{
    /// <summary>Most events kept.</summary>
    public const int DefaultCapacity = 8_192;

    /// <summary>Most bytes kept, by the events' own estimate: 1 MiB.</summary>
    public const int DefaultBudget = 1 << 20;

    /// <summary>Most subscribers at a time.</summary>
    public const int MaxSubscribers = 64;

    private readonly Lock _gate = new();
    private readonly JournalEvent?[] _ring;
    private readonly long _budget;
    private readonly List<JournalSubscription> _subscribers = [];
    private JournalSubscription[] _listening = [];
    private long _first = 1; // id of the oldest event kept
    private long _next = 1; // id of the event to come
    private long _weight;
    private bool _closed;

    public Journal(int capacity = DefaultCapacity, long budget = DefaultBudget)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(budget);
        (_ring, _budget) = (new JournalEvent?[capacity], budget);
    }

    /// <summary>Id of the newest event; 0 before the first.</summary>
    public long LastId
    {
        get
        {
            lock (_gate)
            {
                return _next - 1;
            }
        }
    }

    /// <summary>What the kept events hold on to, in bytes, by their own estimate.</summary>
    public long Weight => Interlocked.Read(ref _weight);

    /// <summary>Writes one event and wakes the subscribers; the oldest events make room.</summary>
    public JournalEvent Append(DateTimeOffset at, IEventData data, string? lab = null, string? requestId = null)
    {
        JournalEvent written;
        JournalSubscription[] listening;
        lock (_gate)
        {
            written = new JournalEvent(_next, at, lab, requestId, data);
            if (_next - _first == _ring.Length)
                DropOldest();
            _ring[_next % _ring.Length] = written;
            _next++;
            _weight += data.Weight;
            while (_weight > _budget && _next - _first > 1)
                DropOldest();
            listening = _listening;
        }

        foreach (var subscription in listening)
            subscription.Wake();
        return written;
    }

    /// <summary>The events after an id, oldest first.</summary>
    /// <param name="after">Id of the last event the reader has; 0 is from the start. An id beyond the newest gives an empty page.</param>
    /// <param name="limit">Most events in the page, 1 or more.</param>
    public JournalPage After(long after, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        lock (_gate)
        {
            var from = Math.Max(after + 1, _first);
            var count = (int)Math.Clamp(_next - from, 0, limit);
            var events = new JournalEvent[count];
            for (var i = 0; i < count; i++)
                events[i] = _ring[(from + i) % _ring.Length]!;
            return new JournalPage(events, count > 0 ? from + count - 1 : Math.Min(after, _next - 1), Math.Max(0, _first - after - 1));
        }
    }

    /// <summary>Listens from an id on; dispose the subscription to stop. Null when <see cref="MaxSubscribers"/> listen already.</summary>
    public JournalSubscription? Subscribe(long after)
    {
        lock (_gate)
        {
            if (_subscribers.Count == MaxSubscribers)
                return null;
            var subscription = new JournalSubscription(this, after);
            _subscribers.Add(subscription);
            _listening = [.. _subscribers];
            if (_closed)
                subscription.Complete();
            return subscription;
        }
    }

    /// <summary>Ends every subscription: the sandbox is gone.</summary>
    public void Close()
    {
        JournalSubscription[] listening;
        lock (_gate)
        {
            _closed = true;
            listening = _listening;
        }

        foreach (var subscription in listening)
            subscription.Complete();
    }

    internal void Forget(JournalSubscription subscription)
    {
        lock (_gate)
        {
            if (_subscribers.Remove(subscription))
                _listening = [.. _subscribers];
        }
    }

    private void DropOldest()
    {
        ref var oldest = ref _ring[_first % _ring.Length];
        _weight -= oldest!.Data.Weight;
        oldest = null;
        _first++;
    }
}

/// <summary>A stretch of the journal.</summary>
/// <param name="Events">Oldest first.</param>
/// <param name="NextAfter">What to ask <c>after</c> next time.</param>
/// <param name="Missed">How many events after the asked id the ring had already dropped.</param>
public sealed record JournalPage(IReadOnlyList<JournalEvent> Events, long NextAfter, long Missed);
