using System.Globalization;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.Consistency;

namespace Visualizer.Dashboard.Labs.Consistency;

/// <summary>Three nodes, one post on them, and what was read of it: folded from the journal.</summary>
public sealed class ConsistencyView : LabView
{
    public const string Slug = "consistency";

    private readonly Dictionary<long, int> acknowledged = []; // by post; what was there from the beginning is everywhere

    private TenReads ten = new();
    private (int Reads, int Old, int Backwards, int Writes, int Refused) told;

    public ConsistencyView()
        : base(Slug, ConsistencyMissions.All) => Begin(DateTimeOffset.UnixEpoch);

    public IReadOnlyList<ConsistencyNode> Nodes { get; private set; } = [];

    public LaneTape Tape { get; private set; } = new(DateTimeOffset.UnixEpoch);

    public ReplicationSetting Setting { get; private set; } = ConsistencySettings.Fresh;

    public ConsistencyTally Tally { get; private set; } = new();

    /// <summary>The post whose versions are drawn: the one written last.</summary>
    public long Post { get; private set; } = 1;

    /// <summary>The newest version of it.</summary>
    public long Newest => Nodes[0].VersionOf(Post);

    /// <summary>The newest state that the page has read, as an lsn.</summary>
    public long Seen { get; private set; }

    /// <summary>The newest state that the page has written.</summary>
    public long Written { get; private set; }

    /// <summary>When something last happened.</summary>
    public DateTimeOffset LastAt { get; private set; }

    public override string? Measured => ten.Measured?.ToString(CultureInfo.InvariantCulture);

    /// <summary>What the page shows with a read.</summary>
    public long TokenFor(ReadChoice choice) => choice.Token is ReadToken.SeenAndWritten ? Math.Max(Seen, Written) : Seen;

    public override string Telling(WireExchange exchange) => ConsistencyWording.Telling(exchange);

    public override string News()
    {
        var before = told;
        told = Counts();
        return ConsistencyWording.Since(before, told, this);
    }

    protected override void Begin(DateTimeOffset at)
    {
        (Tape, Tally, ten) = (new(Origin), new(), new());
        (Setting, Post, Seen, Written, LastAt) = (ConsistencySettings.Fresh, 1, 0, 0, at);
        acknowledged.Clear();
        Nodes = [.. ConsistencyWords.Nodes.Select((name, i) => new ConsistencyNode(i, name))];
        told = Counts();
        DrawAll(at);
    }

    protected override void Happened(JournalEvent e)
    {
        LastAt = e.At;
        switch (e.Data)
        {
            case WriteAccepted write: Write(e, write); break;
            case WriteRefused refused: Refuse(e, refused); break;
            case EntryReplicated entry: Arrive(e, entry); break;
            case ReadHeld held: Mark(Node(held.Node), MarkKind.InFlight, e); break;
            case ReadServed read: Read(e, read); break;
            case ReadRefused refused: Refuse(e, refused); break;
            case ReplicationConfigured set: Configure(e, set); break;
        }
    }

    private ConsistencyNode Node(string name) => Nodes.FirstOrDefault(n => n.Name == name) ?? Nodes[0];

    private void Write(JournalEvent e, WriteAccepted write)
    {
        var (before, had) = (Nodes[0].VersionOf(write.Post), Nodes.Select(n => n.VersionOf(write.Post)).ToList());
        Tally.Wrote();
        acknowledged[write.Post] = acknowledged[0] = write.Acknowledged.Count; // 0 stands for the list
        ten.Wrote(write, e.At);
        if (write.Client == ConsistencyClient.Page)
            Written = Math.Max(Written, write.Lsn);
        Nodes[0].Have(write.Post, write.Version);
        foreach (var entry in write.OnTheWay)
            Send(e.At, entry);
        foreach (var node in write.Acknowledged.Skip(1).Select(Node))
        {
            node.Have(write.Post, write.Version);
            Tape.Link(0, e.At, LinkId(write.Lsn, node), node.Index, e.At, write.Version);
        }

        var isAnother = Post != write.Post; // then its past is drawn too, from before the axis begins
        Post = write.Post;
        foreach (var node in Nodes)
            Tape.Level(node.Index, node.Forecast(Post, e.At, isAnother ? (Origin.AddSeconds(-1), had[node.Index]) : null));
        Mark(Nodes[0], MarkKind.Written, e);
        Wire.Decide(e.RequestId, ConsistencyWording.Of(write, before));
    }

    private void Send(DateTimeOffset at, EntryDue entry)
    {
        var node = Node(entry.Node);
        node.Expect(entry);
        if (entry.AtMs is { } due)
            Tape.Link(0, at, LinkId(entry.Lsn, node), node.Index, DateTimeOffset.UnixEpoch.AddMilliseconds(due), entry.Version);
    }

    private void Arrive(JournalEvent e, EntryReplicated entry)
    {
        var node = Node(entry.Node);
        node.Receive(entry);
        Draw(node, e.At);
    }

    private void Read(JournalEvent e, ReadServed read)
    {
        var (node, old) = (Node(read.Node), read.Version < read.Newest);
        Tally.Read(read, acknowledged.GetValueOrDefault(read.Post, Nodes.Count));
        ten.Read(read, e.At);
        node.Count(old);
        if (read.Client == ConsistencyClient.Page)
            Seen = Math.Max(Seen, read.Lsn);
        foreach (var (name, version) in read.Post == 0 ? [] : read.Nodes)
            Node(name).Have(read.Post, version);
        Mark(node, read.Backwards ? MarkKind.Backwards : old ? MarkKind.Stale : MarkKind.Accepted, e);
        Wire.Decide(e.RequestId, ConsistencyWording.Of(read));
    }

    private void Refuse(JournalEvent e, WriteRefused refused)
    {
        Tally.RefusedWrite();
        Mark(Nodes[0], MarkKind.Failed, e);
        Wire.Decide(e.RequestId, ConsistencyWording.Of(refused));
    }

    private void Refuse(JournalEvent e, ReadRefused refused)
    {
        Tally.RefusedRead();
        Mark(Node(refused.Node), MarkKind.Failed, e);
        Wire.Decide(e.RequestId, ConsistencyWording.Of(refused));
    }

    private void Configure(JournalEvent e, ReplicationConfigured set)
    {
        Setting = set.Setting;
        foreach (var node in Nodes)
            node.ExpectNothing();
        foreach (var entry in set.OnTheWay)
            Send(e.At, entry);
        DrawAll(e.At);
    }

    private void Mark(ConsistencyNode node, MarkKind kind, JournalEvent e)
    {
        if (Wire.Find(e.RequestId) is { } exchange)
            Tape.Mark(node.Index, kind, e.At, exchange.Number);
    }

    private void DrawAll(DateTimeOffset at)
    {
        foreach (var node in Nodes)
            Draw(node, at);
    }

    private void Draw(ConsistencyNode node, DateTimeOffset at) => Tape.Level(node.Index, node.Forecast(Post, at));

    private static long LinkId(long lsn, ConsistencyNode node) => (lsn * 4) + node.Index;

    private (int, int, int, int, int) Counts() => (Tally.Reads, Tally.Old, Tally.Backwards, Tally.Writes, Tally.WritesRefused + Tally.ReadsRefused);
}
