namespace Visualizer.DemoApi.Labs.Consistency.Core;

/// <summary>What became known of one key, and when: at most the newest 64 steps of it.</summary>
internal sealed class KeyHistory
{
    private const int Most = 64;

    private readonly List<(long At, long Version)> _written = []; // by version
    private readonly List<(long At, long Version)> _known = []; // rising in both

    public long Bytes => 100 + (16L * (_written.Capacity + _known.Capacity));

    public void Wrote(long version, long at)
    {
        _written.Add((at, version));
        Trim(_written);
        Showed(version, at);
    }

    /// <summary>From then on everyone could know of this version.</summary>
    public void Showed(long version, long at)
    {
        if (version <= NewestKnownAt(at))
            return;
        _known.RemoveAll(step => step.At >= at && step.Version <= version);
        _known.Add((at, version));
        _known.Sort();
        Trim(_known);
    }

    /// <summary>The newest version that was written or shown by then. At one instant, what is told first comes first.</summary>
    public long NewestKnownAt(long time)
    {
        var newest = 0L;
        foreach (var (at, version) in _known)
            newest = at <= time ? version : newest;
        return newest;
    }

    /// <summary>When the version that follows was answered.</summary>
    public long? OutdatedSince(long version)
    {
        foreach (var (at, newer) in _written)
        {
            if (newer > version)
                return at;
        }

        return null;
    }

    private static void Trim(List<(long At, long Version)> steps)
    {
        if (steps.Count > Most)
            steps.RemoveAt(0);
    }
}

/// <summary>A dictionary that forgets what was set longest ago.</summary>
internal sealed class Recent<TKey, TValue>(int most)
    where TKey : notnull
    where TValue : class
{
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _known = [];
    private readonly LinkedList<(TKey Key, TValue Value)> _order = [];

    public IEnumerable<TValue> Values => _order.Select(known => known.Value);

    public TValue? Find(TKey key) => _known.TryGetValue(key, out var node) ? node.Value.Value : null;

    public void Set(TKey key, TValue value)
    {
        if (_known.TryGetValue(key, out var node))
            _order.Remove(node);
        _known[key] = _order.AddFirst((key, value));
        if (_order.Count > most)
        {
            _known.Remove(_order.Last!.Value.Key);
            _order.RemoveLast();
        }
    }
}
