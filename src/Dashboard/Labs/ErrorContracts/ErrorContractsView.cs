using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.ErrorContracts;

namespace Visualizer.Dashboard.Labs.ErrorContracts;

/// <summary>Eight gates and what they said, folded from the journal; and what one client's parser made of the answers.</summary>
public sealed class ErrorContractsView : LabView
{
    public const string Slug = "error-contracts";

    /// <summary>The three faults that the prediction speaks of.</summary>
    public static readonly IReadOnlyList<Fault> Asked = [Fault.NoToken, Fault.UnknownId, Fault.InvalidField];

    private readonly Dictionary<string, GateWalked> underway = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MistakeAnswered> mistakes = new(StringComparer.Ordinal);
    private readonly int[] stops = new int[GateCatalogue.All.Count];
    private readonly List<string> news = [];
    private int? measured;
    private long window; // of the quota, when it was last asked

    public ErrorContractsView()
        : base(Slug, ErrorContractsMissions.All) => Begin(DateTimeOffset.UnixEpoch);

    public TripLog Trips { get; private set; } = new(DateTimeOffset.UnixEpoch);

    /// <summary>How far the latest request came; null before the first.</summary>
    public GateWalked? Latest { get; private set; }

    public bool HidesExistence { get; private set; }

    /// <summary>True once somebody has set the lab since the run began.</summary>
    public bool Configured { get; private set; }

    /// <summary>What was left of the administrator's quota when it was last asked; null before.</summary>
    public int? QuotaLeft { get; private set; }

    public ContractScore Messy { get; private set; } = new();

    public ContractScore Clean { get; private set; } = new();

    public override string? Measured => measured?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>How many requests a gate has stopped, 1 to 8.</summary>
    public int StopsAt(int gate) => stops[gate - 1];

    /// <summary>Reading a user belongs to another lab, but it is where a tag comes from, and where an unknown id is asked for.</summary>
    public override bool Concerns(JournalEvent e) => base.Concerns(e) || e.Data switch
    {
        RequestReceived request => IsReading(request),
        ResponseSent or ConnectionAborted => Wire.Find(e.RequestId) is not null,
        _ => false,
    };

    public override string Telling(WireExchange exchange) => ErrorContractsWords.Telling(exchange);

    public override string News()
    {
        var told = string.Join(" ", news);
        news.Clear();
        return told;
    }

    protected override void Begin(DateTimeOffset at)
    {
        (Trips, Latest, HidesExistence, Configured, QuotaLeft) = (new(Origin), null, false, false, null);
        (Messy, Clean, measured, window) = (new(), new(), null, 0);
        Array.Clear(stops);
        underway.Clear();
        mistakes.Clear();
        news.Clear();
    }

    protected override void Happened(JournalEvent e)
    {
        switch (e.Data)
        {
            case ErrorsConfigured set:
                (HidesExistence, Configured) = (set.HideExistence, true);
                break;
            case StoppedAtGate stop when Wire.Find(e.RequestId) is { } exchange:
                stops[stop.Gate - 1]++;
                Walk(exchange, GateWalked.Of(stop, CarriedBy(exchange)), stop.Left);
                break;
            case GatesPassed passed when Wire.Find(e.RequestId) is { } exchange:
                Walk(exchange, GateWalked.Of(passed, CarriedBy(exchange)), passed.Left);
                break;
            case MistakeAnswered mistake when e.RequestId is { } id:
                mistakes[id] = mistake;
                break;
        }
    }

    protected override void Exchanged(JournalEvent e, WireExchange exchange)
    {
        if (exchange is { Response: null, Aborted: null })
        {
            if (!IsReading(exchange.Request))
                Trips.Put(GateTrips.Arriving(exchange, Origin));
            return;
        }
        underway.Remove(exchange.RequestId, out var walked);
        if (mistakes.Remove(exchange.RequestId, out var mistake))
            Read(exchange, mistake.Messy ? Messy : Clean, mistake.Mistake);
        else if (IsReading(exchange.Request) && exchange.Response is { Status: 404 })
            Read(exchange, Clean, Mistakes.UnknownId);
        if (!IsReading(exchange.Request))
        {
            Trips.Put(GateTrips.Ended(exchange, Origin, walked));
            news.Add(ErrorContractsWords.News(exchange, walked));
        }
    }

    private void Walk(WireExchange exchange, GateWalked walked, int? left)
    {
        underway[exchange.RequestId] = Latest = walked;
        Wire.Decide(exchange.RequestId, ErrorContractsWords.Decision(walked, left));
        if (left is { } l)
            CountDown(exchange.At, l);
        if (walked.Stop is { } stop && walked.Carried.Count == Asked.Count && Asked.All(walked.Carried.Contains))
            measured ??= stop.Status;
    }

    /// <summary>Requests that were sent at once are told in the order in which they ended: within one window the least is the latest.</summary>
    private void CountDown(DateTimeOffset at, int left)
    {
        var before = window;
        window = at.ToUnixTimeMilliseconds() / (long)GateCatalogue.QuotaWindow.TotalMilliseconds;
        QuotaLeft = window == before && QuotaLeft < left ? QuotaLeft : left;
    }

    private static void Read(WireExchange exchange, ContractScore score, string mistake)
    {
        if (exchange.Response is { } response)
            score.Add(mistake, ProblemReader.Read(response.Status, response.Header("Content-Type"), response.ResponseBody.Text ?? ""), exchange.Number);
    }

    private static IReadOnlyList<Fault> CarriedBy(WireExchange exchange) =>
        Fault.Read(exchange.Request.Headers.FirstOrDefault(h => h.Name.Equals(Fault.Header, StringComparison.OrdinalIgnoreCase))?.Value);

    private static bool IsReading(RequestReceived request) => request.Method is "GET" or "HEAD"
        && (request.Path.StartsWith("/users/", StringComparison.Ordinal) || request.Path.StartsWith("/v1/users/", StringComparison.Ordinal) || request.Path.StartsWith("/v2/users/", StringComparison.Ordinal));
}
