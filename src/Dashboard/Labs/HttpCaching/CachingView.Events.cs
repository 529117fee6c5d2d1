using System.Globalization;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.HttpCaching;

namespace Visualizer.Dashboard.Labs.HttpCaching;

/// <content>What each event means.</content>
public sealed partial class CachingView
{
    private Dictionary<string, string?> editors = new(StringComparer.Ordinal); // the tag that each editor read last
    private long lastNumber;

    /// <summary>Also a user's own page, which belongs to another chapter: it shows what <c>private</c> is for.</summary>
    public override bool Concerns(JournalEvent e) =>
        base.Concerns(e) || e.Data is RequestReceived { Path: CachingClient.PrivatePage } || (e.Data is ResponseSent or ConnectionAborted && Wire.Find(e.RequestId) is not null);

    protected override void Exchanged(JournalEvent e, WireExchange exchange)
    {
        var row = e.Data is RequestReceived ? Arrived(e, exchange) : rows.Find(r => r.RequestId == e.RequestId || r.OriginRequestId == e.RequestId);
        if (row is null)
            return;
        if (e.Data is ResponseSent sent && row.RequestId == e.RequestId)
            Answered(row, exchange, sent, e.At);
        Show(row);
    }

    protected override void Happened(JournalEvent e)
    {
        switch (e.Data)
        {
            case CachingConfigured set:
                (Settings, SharedCopy) = (new(set.CacheControl, set.Etag, set.Vary), null);
                setBeforeTheFirst = Browser.Asked == 0;
                break;
            case OriginSwitched switched:
                OriginIsReachable = switched.Reachable;
                break;
            case BrowserReported told:
                Told(told, e.At);
                break;
            case ProductChanged { Guard: null } changed:
                history.Changed(changed.Id, changed.Version, e.At);
                news = $"Product {changed.Id} has a new price behind the API; no cache heard of it.";
                break;
            default:
                if (rows.Find(r => r.RequestId == e.RequestId || r.OriginRequestId == e.RequestId) is { } row)
                {
                    HappenedTo(row, e);
                    Show(row);
                }
                break;
        }
    }

    private CachingRow Arrived(JournalEvent e, WireExchange exchange)
    {
        var request = exchange.Request;
        if (request.Path.StartsWith("/products/", StringComparison.Ordinal))
            AtOrigin++;
        if (request.Origin.AskedBy is { } askedBy && rows.Find(r => r.RequestId == askedBy) is { } asking)
        {
            asking.OriginRequestId = e.RequestId;
            return asking;
        }
        RoundTrips++;
        var attempt = request.Header(BrowserReport.Header);
        var row = (attempt is null ? null : rows.Find(r => r.Attempt == attempt)) ?? NewRow(e.At);
        (row.Attempt, row.RequestId) = (attempt, e.RequestId);
        if (row.Report is not null) // it answered out of its own copy, and asks behind the scenes
            Browser.SeenByServer++;
        HasEditors |= request.Header(CachingClient.EditorHeader) is not null;
        return row;
    }

    private void Answered(CachingRow row, WireExchange exchange, ResponseSent sent, DateTimeOffset at)
    {
        var tag = sent.Header("ETag");
        if (sent.Status == 200 && exchange.Request.Method == "GET")
        {
            Bodies++;
            BodyBytes += sent.ResponseBody.Bytes;
            row.BodySent = true;
            if (row.Report is not null)
                Browser.BodiesByServer++;
        }
        if (exchange.Request.Header(CachingClient.EditorHeader) is { } editor && exchange.Request.Method == "GET")
            editors[editor] = tag;
        if (row.Attempt is null && exchange.Request.Method == "GET" && CachingWords.VersionOf(tag) is { } version)
            StaleSeconds = row.StaleSeconds = history.StaleSeconds(ProductOf(exchange.Request.Path), version, at);
        if (exchange.Request.Path == CachingClient.PrivatePage)
            (row.AtOrigin, row.AtOriginOutcome) = ("for alice alone", WireRow.OutcomeOf(exchange));
        news = $"{exchange.Request.Method} {exchange.Request.Path}: {sent.Status}. {sent.Header("Cache-Status")}";
    }

    private void Told(BrowserReported told, DateTimeOffset at)
    {
        Browser.Add(told);
        var row = rows.Find(r => r.Attempt == told.Attempt) ?? NewRow(at);
        (row.Attempt, row.Report) = (told.Attempt, told);
        Browser.SeenByServer += row.RequestId is null ? 0 : 1;
        Browser.BodiesByServer += row.BodySent ? 1 : 0;
        if (told.Version is { } version)
            StaleSeconds = row.StaleSeconds = history.StaleSeconds(ProductOf(told.Path), version, at);
        if (!told.FromOwnCopy && told.Status == 200 && ProductOf(told.Path) == Product)
            BrowserCopy = CopyOf(told);
        news = told.FromOwnCopy ? "The browser answered out of its own copy; nobody was asked." : news;
        Show(row);
    }

    private CachingRow NewRow(DateTimeOffset at)
    {
        var row = new CachingRow(++lastNumber, at);
        rows.Add(row);
        if (rows.Count > TripLog.MostTrips)
            rows.RemoveAt(0);
        return row;
    }

    private static long ProductOf(string path) =>
        long.TryParse(path.Split('?')[0].Split('/')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
