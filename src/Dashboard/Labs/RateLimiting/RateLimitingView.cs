using System.Globalization;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.RateLimiting;

namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>Five lanes and a tape, folded from the journal.</summary>
public sealed class RateLimitingView : LabView
{
    public const string Slug = "rate-limiting";

    private readonly IReadOnlyList<RateLimitingAlgorithm> algorithms;
    private EdgeCrossing crossing = Crossing(LimiterDefaults.Limit);
    private IReadOnlyList<(int Admitted, int Refused)> told = [];

    public RateLimitingView(IReadOnlyList<RateLimitingAlgorithm> algorithms)
        : base(Slug, RateLimitingMissions.All)
    {
        this.algorithms = algorithms;
        Begin(DateTimeOffset.UnixEpoch);
    }

    public IReadOnlyList<RateLimitingLane> Lanes { get; private set; } = [];

    /// <summary>What the lanes draw; another object after a reset.</summary>
    public LaneTape Tape { get; private set; } = new(DateTimeOffset.UnixEpoch);

    /// <summary>True once the fixed window's edge had a full burst on each side of it since the last reset.</summary>
    public bool CrossedEdge => crossing.Happened;

    /// <summary>True once somebody has set a limiter since the run began.</summary>
    public bool Configured { get; private set; }

    public override string? Measured =>
        CrossedEdge ? Lane(RateLimitingAlgorithm.FixedWindow.Key)?.MostInOneSecond.ToString(CultureInfo.InvariantCulture) : null;

    public RateLimitingLane? Lane(string algorithm) => Lanes.FirstOrDefault(l => l.Algorithm.Key == algorithm);

    public override string Telling(WireExchange exchange) => RateLimitingWords.Telling(exchange);

    public override string News()
    {
        var before = told;
        told = RateLimitingWords.Counts(this);
        return RateLimitingWords.Since(before, this);
    }

    protected override void Begin(DateTimeOffset at)
    {
        Tape = new(Origin);
        (crossing, Configured) = (Crossing(LimiterDefaults.Limit), false);
        Lanes = [.. algorithms.Select((a, i) => new RateLimitingLane(i, a))];
        told = RateLimitingWords.Counts(this);
        foreach (var lane in Lanes)
            lane.Configure(at, lane.Settings, Tape);
    }

    protected override void Happened(JournalEvent e)
    {
        switch (e.Data)
        {
            case LimiterConfigured configured: Configure(e, configured); break;
            case RequestAdmitted admitted: Decide(e, Lane(admitted.Algorithm), admitted); break;
            case RequestRejected rejected: Decide(e, Lane(rejected.Algorithm), rejected); break;
            case RequestDeparted departed: Depart(e, Lane(departed.Algorithm)); break;
        }
    }

    protected override void Exchanged(JournalEvent e, WireExchange exchange)
    {
        // What ends undecided (a fault, a client that left) is drawn lost; what was decided keeps the decision's mark.
        if (exchange.Decision is null && LaneOf(exchange) is { } lane && KindOf(exchange) is { } kind)
            Tape.Mark(lane.Index, kind, exchange.At, exchange.Number);
    }

    private void Configure(JournalEvent e, LimiterConfigured configured)
    {
        Configured = true;
        Lane(configured.Algorithm)?.Configure(e.At, configured, Tape);
        if (configured.Algorithm == RateLimitingAlgorithm.FixedWindow.Key)
            crossing = Crossing(configured.Limit);
        told = RateLimitingWords.Counts(this);
    }

    private void Decide(JournalEvent e, RateLimitingLane? lane, RequestAdmitted admitted)
    {
        if (lane is null || Wire.Find(e.RequestId) is not { } exchange)
            return;
        var before = lane.LevelOf(admitted.Client, admitted.Level.Count > 0 ? admitted.Level[0].AtMs : 0);
        lane.Admit(e.At, admitted, Tape);
        Cross(e, lane, admitted.Cost);
        Wire.Decide(e.RequestId, RateLimitingWords.Of(lane, admitted, before));
        Tape.Mark(lane.Index, MarkKind.Accepted, e.At, exchange.Number);
    }

    private void Decide(JournalEvent e, RateLimitingLane? lane, RequestRejected rejected)
    {
        if (lane is null || Wire.Find(e.RequestId) is not { } exchange)
            return;
        lane.Refuse(e.At, rejected, Tape);
        Cross(e, lane, rejected.Cost);
        Wire.Decide(e.RequestId, RateLimitingWords.Of(lane, rejected));
        Tape.Mark(lane.Index, MarkKind.Refused, e.At, exchange.Number);
    }

    private static EdgeCrossing Crossing(long limit) => new((int)Math.Min(limit, RequestTape.MostRequests / 2));

    /// <summary>A quota is counted in requests only where each costs one.</summary>
    private void Cross(JournalEvent e, RateLimitingLane lane, long cost)
    {
        if (lane.Algorithm == RateLimitingAlgorithm.FixedWindow && cost == 1)
            crossing.Add(e.At, TimeSpan.FromMilliseconds(lane.Settings.WindowMs));
    }

    private void Depart(JournalEvent e, RateLimitingLane? lane)
    {
        if (lane is null || Wire.Find(e.RequestId) is not { } exchange)
            return;
        lane.Depart();
        Tape.Mark(lane.Index, MarkKind.Departed, e.At, exchange.Number);
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
