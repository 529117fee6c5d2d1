using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.RateLimiting;

namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>
/// The lab's state, folded from the journal and from nothing else: the same events give the same view, and a prefix of them
/// gives the view at an earlier time.
/// </summary>
public sealed class RateLimitingView
{
    private const string Slug = "rate-limiting";

    private readonly IReadOnlyList<RateLimitingAlgorithm> algorithms;
    private EdgeCrossing crossing = new(EdgeScenario.Burst);

    public RateLimitingView(IReadOnlyList<RateLimitingAlgorithm> algorithms)
    {
        this.algorithms = algorithms;
        Begin(DateTimeOffset.UnixEpoch);
    }

    public IReadOnlyList<RateLimitingLane> Lanes { get; private set; } = [];

    public WireLog Wire { get; private set; } = new();

    /// <summary>What the lanes draw; another object after a reset.</summary>
    public LaneTape Tape { get; private set; } = new(DateTimeOffset.UnixEpoch);

    public ClockReading Clock { get; private set; } = new(DateTimeOffset.UnixEpoch, 1, true);

    /// <summary>True once the fixed window's edge had a full burst on each side of it since the last reset.</summary>
    public bool CrossedEdge => crossing.Happened;

    /// <summary>Counts resets of the sandbox; -1 before its first event.</summary>
    public int Epoch { get; private set; } = -1;

    /// <summary>The last event taken in; 0 before the first.</summary>
    public long LastEvent { get; private set; }

    public static RateLimitingView Fold(IReadOnlyList<RateLimitingAlgorithm> algorithms, IEnumerable<JournalEvent> events)
    {
        var view = new RateLimitingView(algorithms);
        foreach (var e in events)
            view.Apply(e);
        return view;
    }

    public void Apply(JournalEvent e)
    {
        if (e.Id <= LastEvent)
            return;
        LastEvent = e.Id;
        switch (e.Data)
        {
            case SandboxStarted started: Start(e.At, started); break;
            case ClockChanged changed: Clock = changed.Clock; break;
            case LimiterConfigured configured: Lane(configured.Algorithm)?.Configure(e.At, configured, Tape); break;
            case RequestAdmitted admitted: Decide(e, Lane(admitted.Algorithm), admitted); break;
            case RequestRejected rejected: Decide(e, Lane(rejected.Algorithm), rejected); break;
            case RequestDeparted departed: Depart(e, Lane(departed.Algorithm)); break;
            default: Exchange(e); break;
        }
    }

    public RateLimitingLane? Lane(string algorithm) => Lanes.FirstOrDefault(l => l.Algorithm.Key == algorithm);

    private void Start(DateTimeOffset at, SandboxStarted started)
    {
        (Epoch, Clock) = (started.Epoch, started.Clock);
        if (started.Lab is null or Slug)
            Begin(at);
    }

    private void Begin(DateTimeOffset at)
    {
        Tape = new(WholeSecond(at)); // so that windows, which are aligned to whole seconds, end on the axis's numbers
        Wire = new();
        crossing = new(EdgeScenario.Burst);
        Lanes = [.. algorithms.Select((a, i) => new RateLimitingLane(i, a))];
        foreach (var lane in Lanes)
            lane.Configure(at, lane.Settings, Tape);
    }

    private static DateTimeOffset WholeSecond(DateTimeOffset at) => at.AddTicks(-(at.UtcTicks % TimeSpan.TicksPerSecond));

    private void Decide(JournalEvent e, RateLimitingLane? lane, RequestAdmitted admitted)
    {
        if (lane is null || Wire.Find(e.RequestId) is not { } exchange)
            return;
        var before = lane.LevelOf(admitted.Client, admitted.Level.Count > 0 ? admitted.Level[0].AtMs : 0);
        lane.Admit(e.At, admitted, Tape);
        Cross(e, lane);
        Wire.Decide(e.RequestId, RateLimitingWords.Of(lane, admitted, before));
        Tape.Mark(lane.Index, MarkKind.Accepted, e.At, exchange.Number);
    }

    private void Decide(JournalEvent e, RateLimitingLane? lane, RequestRejected rejected)
    {
        if (lane is null || Wire.Find(e.RequestId) is not { } exchange)
            return;
        lane.Refuse(e.At, rejected, Tape);
        Cross(e, lane);
        Wire.Decide(e.RequestId, RateLimitingWords.Of(lane, rejected));
        Tape.Mark(lane.Index, MarkKind.Refused, e.At, exchange.Number);
    }

    private void Cross(JournalEvent e, RateLimitingLane lane)
    {
        if (lane.Algorithm == RateLimitingAlgorithm.FixedWindow)
            crossing.Add(e.At, TimeSpan.FromMilliseconds(lane.Settings.WindowMs));
    }

    private void Depart(JournalEvent e, RateLimitingLane? lane)
    {
        if (lane is null || Wire.Find(e.RequestId) is not { } exchange)
            return;
        lane.Depart();
        Tape.Mark(lane.Index, MarkKind.Departed, e.At, exchange.Number);
    }

    private void Exchange(JournalEvent e)
    {
        // What ends undecided (a fault, a client that left) is drawn lost; what was decided keeps the decision's mark.
        if (Wire.Apply(e) is { Decision: null } exchange && LaneOf(exchange) is { } lane && KindOf(exchange) is { } kind)
            Tape.Mark(lane.Index, kind, exchange.At, exchange.Number);
    }

    private static MarkKind? KindOf(WireExchange exchange) => exchange switch
    {
        { Aborted: not null } => MarkKind.Lost,
        { Response: null } => MarkKind.InFlight,
        { Response.Status: >= 500 } => MarkKind.Failed,
        { Response.Status: >= 400 } => MarkKind.Refused,
        _ => MarkKind.Accepted,
    };

    private RateLimitingLane? LaneOf(WireExchange exchange)
    {
        const string prefix = "/limits/";
        var path = exchange.Request.Path.AsSpan();
        if (!path.StartsWith(prefix))
            return null;
        path = path[prefix.Length..];
        var query = path.IndexOf('?');
        return Lane((query < 0 ? path : path[..query]).ToString());
    }
}
