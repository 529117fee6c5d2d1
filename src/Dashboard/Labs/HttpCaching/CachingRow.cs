using System.Globalization;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Labs.HttpCaching;
using Visualizer.DemoApi.SharedCache;

namespace Visualizer.Dashboard.Labs.HttpCaching;

/// <summary>One request as a learner sees it: from the page to whoever answered, and back. What is known of it grows event by event.</summary>
/// <param name="number">Counts rows: an answer out of the browser's own copy is one too, and no exchange.</param>
internal sealed class CachingRow(long number, DateTimeOffset at)
{
    public const int Page = 0, BrowserCache = 1, SharedCache = 2, Origin = 3;

    public long Number { get; } = number;

    /// <summary>What the page's script called it; null where it came from elsewhere.</summary>
    public string? Attempt { get; set; }

    /// <summary>The exchange that the client's request became, once it left the browser.</summary>
    public string? RequestId { get; set; }

    /// <summary>The exchange by which the shared cache asked the origin for it.</summary>
    public string? OriginRequestId { get; set; }

    public BrowserReported? Report { get; set; }

    /// <summary>The server sent it a body.</summary>
    public bool BodySent { get; set; }

    public CacheConsulted? Consulted { get; set; }

    /// <summary>What the shared cache did with the origin's answer.</summary>
    public string Kept { get; set; } = "";

    public string AtOrigin { get; set; } = "";

    public WireOutcome AtOriginOutcome { get; set; }

    /// <summary>How old the state was that the client was given, in seconds since it was no longer the present one; null where that is not known.</summary>
    public double? StaleSeconds { get; set; }

    public Trip Trip(WireLog wire, DateTimeOffset origin)
    {
        var client = wire.Find(RequestId);
        var legs = Legs(client, wire.Find(OriginRequestId)).ToList();
        var editor = client?.Request.Header(CachingClient.EditorHeader);
        var title = Attempt is not null ? $"get {Number}" : client is null ? "request"
            : editor is not null ? $"{editor} {(client.Request.Method == "GET" ? "reads" : "writes")}"
            : client.Request.Path == CachingClient.PrivatePage ? $"{client.Request.Method} /me"
            : $"{client.Request.Method} product {client.Request.Path.Split('/')[^1]}";
        return client is null
            ? new(Number, (at - origin).TotalMilliseconds, title, "this page", Outside: false, legs)
            : Stage.Trip.Of(client, origin, title, legs) with { Number = Number, Group = client.Request.Header(CachingClient.SceneHeader) ?? "" };
    }

    // The browser's own copy answers first where it may; everything else follows the wire.
    private IEnumerable<Leg> Legs(WireExchange? client, WireExchange? asked)
    {
        if (Attempt is null)
            return client is null ? [] : OnTheWire(client, asked, Page);
        var enters = Leg.Go(Page, BrowserCache, "GET", note: client is null ? "has a copy" : client.Request.Header("If-None-Match") is null ? "no copy" : "asks first");
        if (client is null)
            return [enters, .. Delivered()];
        return Report is { FromOwnCopy: true }
            ? [enters, .. Delivered(), .. OnTheWire(client, asked, BrowserCache)]
            : [enters, .. OnTheWire(client, asked, BrowserCache), .. Delivered()];
    }

    private IEnumerable<Leg> Delivered() => Report switch
    {
        null => [],
        { Status: 0 } => [Leg.Back(BrowserCache, Page, WireOutcome.Cut, "network error", note: "no answer", noteOutcome: WireOutcome.Failed)],
        { } told =>
        [
            Leg.Back(BrowserCache, Page, told.Status < 400 ? WireOutcome.Ok : told.Status < 500 ? WireOutcome.Refused : WireOutcome.Failed,
                told.Version is { } version ? $"{told.Status} · v{version}" : $"{told.Status}", note: FreshnessWords, noteOutcome: StaleSeconds > 0 ? WireOutcome.Refused : WireOutcome.Ok),
        ],
    };

    private IEnumerable<Leg> OnTheWire(WireExchange client, WireExchange? asked, int from)
    {
        if (!client.Request.Path.StartsWith("/cdn/", StringComparison.Ordinal))
            return [.. Call(client, from, Origin, AtOrigin, AtOriginOutcome, from == Page ? FreshnessWords : "")];
        var goes = Leg.Go(from, SharedCache, CachingWords.Asks(client.Request), note: Consulted is null ? "" : CachingWords.Consulted(Consulted));
        var behind = asked is null ? [] : Call(asked, SharedCache, Origin, AtOrigin, AtOriginOutcome, Kept);
        var back = Answer(client, SharedCache, from, from == Page ? FreshnessWords : "");
        return Consulted?.Step == "serve_stale_and_ask" ? [goes, .. back, .. behind] : [goes, .. behind, .. back];
    }

    private IEnumerable<Leg> Call(WireExchange exchange, int from, int to, string note, WireOutcome outcome, string noteBack) => exchange.Aborted is null
        ? [Leg.Go(from, to, CachingWords.Asks(exchange.Request), note: note, noteOutcome: outcome), .. Answer(exchange, to, from, noteBack)]
        : [Leg.Go(from, to, "cut off", end: LegEnd.Lost)];

    private IEnumerable<Leg> Answer(WireExchange exchange, int from, int to, string note) => exchange switch
    {
        { Response: { } response } =>
        [
            Leg.Back(from, to, WireRow.OutcomeOf(exchange), CachingWords.Answers(response), CachingWords.WeightOf(response), note: note,
                noteOutcome: to == Page && StaleSeconds > 0 ? WireOutcome.Refused : WireOutcome.InFlight),
        ],
        { Aborted: not null } => [Leg.Back(from, to, WireOutcome.Cut, "connection cut", end: LegEnd.Lost)],
        _ => [],
    };

    private string FreshnessWords => StaleSeconds switch
    {
        null => "",
        0 => "up to date",
        { } seconds => $"{seconds.ToString("0.#", CultureInfo.InvariantCulture)} s out of date",
    };
}
