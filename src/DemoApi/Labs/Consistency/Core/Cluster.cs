namespace Visualizer.DemoApi.Labs.Consistency.Core;

/// <summary>
/// One primary, its replicas, and the log between them: who has a write when, and which node answers a read.
/// Time is handed in, in ticks, and never goes back. One caller at a time.
/// </summary>
internal sealed class Cluster
{
    /// <summary>Stands for all keys at once; its version is the log's own number.</summary>
    public const long EveryKey = 0;

    /// <summary>Entries that may wait for one replica; then the primary takes no more writes until it catches up.</summary>
    public const int MostWaiting = 1_000;

    private readonly List<Node> _nodes;
    private long _lsn;
    private int _turn;

    public Cluster(ClusterSettings settings)
    {
        Settings = settings;
        _nodes = [.. settings.Nodes.Select(n => new Node(n.Name))];
    }

    public ClusterSettings Settings { get; private set; }

    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>The newest entry of the log.</summary>
    public long Lsn => _lsn;

    /// <summary>When the next entry arrives somewhere; null while nothing travels.</summary>
    public long? NextArrival => _nodes.SelectMany(n => n.Waiting).Min(d => d.Due);

    private Node Primary => _nodes[0];

    /// <summary>Writes a key as far as the policy wants; the rest gets it from the log.</summary>
    public WriteDecision Write(long now, long key)
    {
        var (needed, voters) = (Settings.Acknowledgements, Voters());
        if (voters.Count < needed)
            return new WriteDecision.Refused(needed, [.. voters.Select(v => v.Name)]);
        if (_nodes.Find(n => n.Waiting.Count >= MostWaiting) is { } full)
            return new WriteDecision.Backlogged(full.Name);

        var entry = new LogEntry(++_lsn, key, Primary.Version(key) + 1, now);
        voters.RemoveRange(needed, voters.Count - needed);
        var arrived = voters.SelectMany(v => v.Take(entry, Settings.InOrder)).Where(a => a.Node != Primary.Name).ToList();
        foreach (var node in _nodes.Except(voters))
            node.Send(entry, DueAt(node, entry, now));
        return new WriteDecision.Accepted(entry, [.. voters.Select(v => v.Name)], arrived, voters.Max(v => Of(v).DistanceTicks));
    }

    /// <summary>Chooses who answers, and what that answer is.</summary>
    public ReadDecision Read(long now, ReadQuestion question)
    {
        switch (question.Policy)
        {
            case ReadPolicy.Primary:
                return Serve(now, question.Key, [Primary]);
            case ReadPolicy.Quorum:
                var reachable = InTurn().Where(n => !Of(n).CutOff).ToList(); // on the side where most clients are
                if (reachable.Count < Settings.ReadQuorum)
                    return new ReadDecision.Unreachable(Settings.ReadQuorum, [.. reachable.Select(n => n.Name)]);
                var asked = reachable.GetRange(0, Settings.ReadQuorum);
                PassTurnBehind(asked[^1]);
                return Serve(now, question.Key, asked);
            default:
                var node = Choose(now, question);
                var mustHave = question.Policy is ReadPolicy.Session || question.Monotonic ? question.Token : 0;
                return node.Prefix < mustHave
                    ? new ReadDecision.Behind(node.Name, ExpectedAt(node, mustHave))
                    : Serve(now, question.Key, [node]);
        }
    }

    /// <summary>Lets everything arrive that is due by now, in the order of arrival.</summary>
    public IReadOnlyList<Arrival> Receive(long now) =>
        [.. _nodes.SelectMany(n => n.Receive(now)).OrderBy(a => a.At).ThenBy(a => a.Entry.Lsn)];

    /// <summary>New settings from now on: what has not arrived is sent again, and the turn begins at the primary.</summary>
    public void Configure(long now, ClusterSettings settings)
    {
        (Settings, _turn) = (settings, 0);
        foreach (var node in _nodes)
            node.SendAgain(entry => IsFed(node) ? now + settings.LagOf(Of(node), entry) : null);
    }

    /// <summary>The version of a key on a node, without asking it.</summary>
    public static long VersionAt(Node node, long key) => key == EveryKey ? node.Prefix : node.Version(key);

    private NodeSettings Of(Node node) => Settings.Nodes[_nodes.IndexOf(node)];

    /// <summary>Whether the log reaches the node: it takes entries, and stands on the primary's side of a partition.</summary>
    private bool IsFed(Node node) => !Of(node).Paused && Of(node).CutOff == Of(Primary).CutOff;

    /// <summary>The nodes that can take a write now: the primary, then the nearest first.</summary>
    private List<Node> Voters() => [Primary, .. _nodes.Skip(1).Where(IsFed).OrderBy(n => Of(n).DistanceTicks)];

    private long? DueAt(Node node, LogEntry entry, long now)
    {
        if (!IsFed(node))
            return null;
        var due = now + Settings.LagOf(Of(node), entry);
        return Settings.InOrder && node.Waiting.Count > 0 ? Math.Max(due, node.Waiting[^1].Due ?? due) : due;
    }

    private IEnumerable<Node> InTurn() => Enumerable.Range(_turn, _nodes.Count).Select(i => _nodes[i % _nodes.Count]);

    private void PassTurnBehind(Node node) => _turn = (_nodes.IndexOf(node) + 1) % _nodes.Count;

    /// <summary>The named node, else the next in turn that is new enough, else the next in turn.</summary>
    private Node Choose(long now, ReadQuestion question)
    {
        if (question.Node is { } name)
            return _nodes.Find(n => n.Name == name)!;
        var chosen = InTurn().FirstOrDefault(n => IsNewEnough(n, now, question)) ?? InTurn().First();
        PassTurnBehind(chosen);
        return chosen;
    }

    private static bool IsNewEnough(Node node, long now, ReadQuestion question) =>
        (!question.Monotonic || node.Prefix >= question.Token) && now - (node.BehindSince ?? now) <= question.MaxAgeTicks;

    private ReadDecision.Served Serve(long now, long key, IReadOnlyList<Node> asked)
    {
        var best = asked.MaxBy(n => VersionAt(n, key))!;
        var outdated = key == EveryKey ? best.BehindSince : best.OutdatedSince(key);
        var token = Math.Max(best.Prefix, best.Newest(key)?.Lsn ?? 0);
        return new(
            best.Name, [.. asked.Select(n => n.Name)], VersionAt(best, key), VersionAt(Primary, key), now - (outdated ?? now), asked.Max(n => Of(n).DistanceTicks), token);
    }

    private static long? ExpectedAt(Node node, long token)
    {
        var missing = node.Waiting.Where(d => d.Entry.Lsn <= token).ToList();
        var known = missing.Count > 0 && missing[^1].Entry.Lsn == token && missing.TrueForAll(d => d.Due is not null);
        return known ? missing.Max(d => d.Due) : null;
    }
}
