using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.Consistency.Core;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.DemoApi.Labs.Consistency;

/// <summary>Three nodes of one sandbox: the cluster that decides, a database for each node, and the one timer that lets the log arrive.</summary>
/// <remarks>
/// One lock makes decision, data and journal one step. The clock's callback takes it, so nobody may hold it and wait for the clock; nobody does.
/// Reads that wait are completed in here, at the very moment at which the entry arrives, and not when their request gets to run again.
/// </remarks>
internal sealed partial class ConsistencyState : ILabState<ConsistencyState>, IHeavyState, IDisposable
{
    /// <summary>Most posts of a sandbox.</summary>
    public const long MostPosts = 1_000;

    private readonly Lock _gate = new();
    private readonly Sandbox _sandbox;
    private readonly Cluster _cluster = new(Replication.Defaults);
    private readonly Dictionary<string, PostStore> _stores = ConsistencyWords.Nodes.ToDictionary(n => n, _ => new PostStore(), StringComparer.Ordinal);
    private readonly SortedDictionary<long, Post> _log = []; // by lsn: what some node still lacks
    private readonly GuaranteeChecker _checker = new(Replication.Ticks(ConsistencyWords.StalenessBoundMs));
    private readonly List<WaitingRead> _waiting = [];
    private IDisposable? _wake;
    private bool _closed;

    private ConsistencyState(Sandbox sandbox)
    {
        _sandbox = sandbox;
        var at = sandbox.Clock.GetUtcNow();
        foreach (var post in PostSeed.Posts(at))
        {
            var written = (WriteDecision.Accepted)_cluster.Write(at.UtcTicks, post.Id);
            _checker.Observe(new(true, "seed", ConsistencyWords.Primary, post.Id, 1, written.Entry.Lsn, at.UtcTicks, at.UtcTicks));
            foreach (var store in _stores.Values)
                store.Apply(post);
        }

        _cluster.Receive(long.MaxValue); // everybody has what was there from the beginning
    }

    public static string Lab => ConsistencyLab.Slug;

    public static ConsistencyState Create(Sandbox sandbox) => new(sandbox);

    public ReplicationSetting Setting
    {
        get
        {
            lock (_gate)
                return Replication.Setting(_cluster.Settings);
        }
    }

    /// <summary>The three databases, what is on its way between them, and what the checker remembers, in bytes.</summary>
    public long Bytes
    {
        get
        {
            lock (_gate)
                return _closed ? 0 : _stores.Values.Sum(s => s.Bytes) + _log.Values.Sum(post => 200 + (2L * (post.Title.Length + post.Body.Length))) + _checker.Bytes;
        }
    }

    /// <summary>Whether the primary has the post: writes go there. Of a state that a reset took away nobody can tell; the write will say so.</summary>
    public bool Exists(long post)
    {
        lock (_gate)
            return _closed || _stores[ConsistencyWords.Primary].Find(post) is not null;
    }

    public ReplicationSetting Configure(ClusterSettings settings)
    {
        lock (_gate)
        {
            if (_closed)
                return Replication.Setting(settings);
            var now = Begin();
            var before = _cluster.Settings.Nodes.Where(n => n.CutOff).Select(n => n.Name).ToList();
            var cut = settings.Nodes.Where(n => n.CutOff).Select(n => n.Name).ToList();
            _cluster.Configure(now, settings);
            var setting = Replication.Setting(settings);
            Tell(now, new ReplicationConfigured(setting, Replication.OnTheWay(_cluster)));
            if (!cut.SequenceEqual(before))
                Tell(now, cut.Count > 0 ? new Partitioned(cut) : new Healed());
            Settle(now);
            return setting;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _wake?.Dispose();
            foreach (var read in _waiting) // no entry will ever arrive for them, and who does not wait yet would wait in vain
                read.Outcome.SetResult(Interrupted);
            _waiting.Clear();
            foreach (var store in _stores.Values)
                store.Dispose();
        }
    }

    // All below: under the lock.

    /// <summary>Sandbox time, with everything arrived that is due by then: a timer of this very instant may not have fired yet.</summary>
    private long Begin()
    {
        var now = _sandbox.Clock.GetUtcNow().UtcTicks;
        Settle(now);
        return now;
    }

    /// <summary>Lets arrive what is due, answers the reads that waited for it, and sets the timer for what comes next.</summary>
    private void Settle(long now)
    {
        foreach (var arrival in _cluster.Receive(now))
            Arrive(arrival);
        AnswerWaiting(now);
        while (_log.Count > 0 && _log.Keys.First() is var oldest && _cluster.Nodes.All(n => n.Waiting.All(d => d.Entry.Lsn != oldest)))
            _log.Remove(oldest);

        _wake?.Dispose();
        long?[] next = [_cluster.NextArrival, _waiting.Count > 0 ? _waiting.Min(w => w.Deadline) : null];
        _wake = next.Min() is { } due ? _sandbox.Clock.Schedule(Replication.Moment(due), Wake) : null;
    }

    private void Wake(DateTimeOffset due)
    {
        lock (_gate)
        {
            if (!_closed)
                Settle(due.UtcTicks);
        }
    }

    private void Arrive(Arrival arrival)
    {
        var (entry, superseded) = (arrival.Entry, arrival.Superseded);
        if (!superseded)
            _stores[arrival.Node].Apply(_log[entry.Lsn]);
        Tell(arrival.At, new EntryReplicated(arrival.Node, entry.Lsn, entry.Key, entry.Version, Replication.Milliseconds(arrival.At - entry.At), superseded));
    }

    private void Tell(long at, IEventData data, string? requestId = null) => _sandbox.Journal.Append(Replication.Moment(at), data, Lab, requestId);
}
