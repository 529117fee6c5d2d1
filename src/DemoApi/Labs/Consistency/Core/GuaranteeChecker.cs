using System.Collections.Immutable;

namespace Visualizer.DemoApi.Labs.Consistency.Core;

/// <summary>
/// Reads a history, one exchange after the other, and names each guarantee that a read broke. It knows what clients know and nothing
/// of the cluster, so it judges any store whose writes have versions. It forgets the oldest: what it names was broken, what it does not name may have been.
/// </summary>
internal sealed class GuaranteeChecker(long boundTicks)
{
    private const int MostClients = 100;
    private const int MostWrites = 1_000;

    private readonly Dictionary<long, KeyHistory> _keys = [];
    private readonly Recent<string, Session> _sessions = new(MostClients);
    private readonly Recent<(long Key, long Version), Session> _authors = new(MostWrites); // what the author of a write knew before it
    private readonly Dictionary<(string Node, long Key), (long Version, Guarantee Because)> _owed = [];

    /// <summary>An estimate of what it remembers, in bytes; what authors knew before a write is mostly shared with their sessions.</summary>
    public long Bytes => _keys.Values.Sum(key => key.Bytes) + _sessions.Values.Sum(session => session.Bytes) + (200L * _authors.Values.Count()) + (64L * _owed.Count);

    public IReadOnlyList<Breach> Observe(Observation seen)
    {
        var session = _sessions.Find(seen.Client) ?? Session.New;
        if (seen.IsWrite)
        {
            _authors.Set((seen.Key, seen.Version), session);
            KeyOf(seen.Key).Wrote(seen.Version, seen.Returned);
            KeyOf(Cluster.EveryKey).Wrote(seen.Lsn, seen.Returned);
            _sessions.Set(seen.Client, session.Wrote(seen.Key, seen.Version).Wrote(Cluster.EveryKey, seen.Lsn));
            return [];
        }

        Breach[] breaches = [.. Judge(seen, session)];
        if (seen.Version > 0)
            KeyOf(seen.Key).Showed(seen.Version, seen.Returned);
        _sessions.Set(seen.Client, session.Saw(seen.Key, seen.Version));
        NoteWhatTheNodeOwes(seen);
        return breaches;
    }

    /// <summary>How long the version that was read had been outdated, in ticks, by the answers to later writes; 0 where it was not.</summary>
    public long Staleness(Observation read) => _keys.GetValueOrDefault(read.Key)?.OutdatedSince(read.Version) is { } since ? Math.Max(0, read.Invoked - since) : 0;

    private IEnumerable<Breach> Judge(Observation read, Session session)
    {
        if (_keys.GetValueOrDefault(read.Key)?.NewestKnownAt(read.Invoked) is { } known && read.Version < known)
            yield return new(Guarantee.Linearizable, known, read.Version);
        if (session.Written.GetValueOrDefault(read.Key) is var own && read.Version < own)
            yield return new(Guarantee.ReadYourWrites, own, read.Version);
        if (session.Seen.GetValueOrDefault(read.Key) is var before && read.Version < before)
            yield return new(Guarantee.MonotonicReads, before, read.Version);
        if (_owed.TryGetValue((read.Node, read.Key), out var owed) && read.Version < owed.Version)
            yield return new(owed.Because, owed.Version, read.Version);
        if (Staleness(read) > boundTicks)
            yield return new(Guarantee.BoundedStaleness, read.Version + 1, read.Version);
    }

    /// <summary>A node that has shown a write owes what its author wrote or had read before it.</summary>
    private void NoteWhatTheNodeOwes(Observation read)
    {
        if (_authors.Find((read.Key, read.Version)) is not { } author)
            return;
        foreach (var (key, version) in author.Seen)
            Owe(key, version, Guarantee.WritesFollowReads);
        foreach (var (key, version) in author.Written)
            Owe(key, version, Guarantee.MonotonicWrites);

        void Owe(long key, long version, Guarantee because)
        {
            if (key != Cluster.EveryKey && _owed.GetValueOrDefault((read.Node, key)).Version < version)
                _owed[(read.Node, key)] = (version, because);
        }
    }

    private KeyHistory KeyOf(long key) => _keys.TryGetValue(key, out var known) ? known : _keys[key] = new();

    /// <summary>What one client has written and seen, newest version by key.</summary>
    private sealed record Session(ImmutableDictionary<long, long> Written, ImmutableDictionary<long, long> Seen)
    {
        public static readonly Session New = new(ImmutableDictionary<long, long>.Empty, ImmutableDictionary<long, long>.Empty);

        public long Bytes => 100 + (64L * (Written.Count + Seen.Count));

        public Session Wrote(long key, long version) => this with { Written = Raise(Written, key, version) };

        public Session Saw(long key, long version) => this with { Seen = Raise(Seen, key, version) };

        private static ImmutableDictionary<long, long> Raise(ImmutableDictionary<long, long> versions, long key, long version) =>
            versions.GetValueOrDefault(key) < version ? versions.SetItem(key, version) : versions;
    }
}
