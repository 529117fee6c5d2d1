namespace Visualizer.DemoApi.Labs.Consistency.Core;

/// <summary>What one node has of the log, and what is still on its way to it.</summary>
internal sealed class Node(string name)
{
    private readonly Dictionary<long, LogEntry> _newest = []; // by key
    private readonly List<Delivery> _waiting = []; // by lsn
    private long _last; // the newest entry that the node has or will get

    public string Name => name;

    public IReadOnlyList<Delivery> Waiting => _waiting;

    /// <summary>Every entry up to this one is here; beyond it some may be missing.</summary>
    public long Prefix => _waiting.Count == 0 ? _last : _waiting[0].Entry.Lsn - 1;

    /// <summary>Since when something is missing, in ticks; null where nothing is.</summary>
    public long? BehindSince => _waiting.Count == 0 ? null : _waiting[0].Entry.At;

    public LogEntry? Newest(long key) => _newest.GetValueOrDefault(key);

    public long Version(long key) => _newest.TryGetValue(key, out var entry) ? entry.Version : 0;

    /// <summary>Since when what the node knows of a key is outdated, in ticks; null where it is not.</summary>
    public long? OutdatedSince(long key)
    {
        foreach (var (entry, _) in _waiting)
        {
            if (entry.Key == key && entry.Version > Version(key))
                return entry.At;
        }

        return null;
    }

    public void Send(LogEntry entry, long? due)
    {
        _waiting.Add(new(entry, due));
        _last = entry.Lsn;
    }

    /// <summary>What has not arrived is sent once more, to arrive at another time.</summary>
    public void SendAgain(Func<LogEntry, long?> due)
    {
        for (var i = 0; i < _waiting.Count; i++)
            _waiting[i] = new(_waiting[i].Entry, due(_waiting[i].Entry));
    }

    /// <summary>Applies what has arrived by now, in the order of arrival.</summary>
    public IEnumerable<Arrival> Receive(long now)
    {
        var arrived = _waiting.Where(d => d.Due <= now).OrderBy(d => d.Due).ThenBy(d => d.Entry.Lsn).ToList();
        _waiting.RemoveAll(d => d.Due <= now);
        return [.. arrived.Select(d => Apply(d.Entry, d.Due!.Value))];
    }

    /// <summary>Takes an entry at once, within the write; in order, all that is missing before it comes along.</summary>
    public IEnumerable<Arrival> Take(LogEntry entry, bool inOrder)
    {
        LogEntry[] missing = inOrder ? [.. _waiting.Select(d => d.Entry)] : [];
        if (inOrder)
            _waiting.Clear();
        _last = entry.Lsn;
        return [.. missing.Append(entry).Select(e => Apply(e, entry.At))];
    }

    private Arrival Apply(LogEntry entry, long at)
    {
        var superseded = Version(entry.Key) >= entry.Version; // versions decide, never clocks
        if (!superseded)
            _newest[entry.Key] = entry;
        return new(name, entry, at, superseded);
    }
}
