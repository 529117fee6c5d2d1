using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Labs.HttpCaching;

namespace Visualizer.Dashboard.Labs.HttpCaching;

/// <summary>The lab's state: every request's way, what the caches hold, and what was counted where.</summary>
public sealed partial class CachingView() : LabView(Slug, CachingMissions.All)
{
    public const string Slug = "http-caching";

    private const int Products = 100; // seeded
    public const int Gets = 5;

    private readonly List<CachingRow> rows = [];
    private ProductHistory history = new();
    private string news = "";

    public TripLog Log { get; private set; } = new(DateTimeOffset.UnixEpoch);

    public CachingSettings Settings { get; private set; } = CachingSettings.Default;

    public CacheControlField CacheControl => CacheControlField.Of(Settings.CacheControl ?? "");

    public bool OriginIsReachable { get; private set; } = true;

    /// <summary>The product that this run asks for: a page cannot empty its browser's cache, so each run takes one that the browser does not know yet.</summary>
    public long Product { get; private set; } = 1;

    /// <summary>The epoch stands in the event that begins a run, so a look back at that run finds the same product.</summary>
    public static long ProductOf(int epoch) => (epoch % Products) + 1;

    public CopyState? SharedCopy { get; private set; }

    public CopyState? BrowserCopy { get; private set; }

    public long? PresentVersion => history.Present(Product);

    /// <summary>Requests that reached the origin, by the journal.</summary>
    public int AtOrigin { get; private set; }

    /// <summary>Requests of clients that went over the wire, by the journal.</summary>
    public int RoundTrips { get; private set; }

    /// <summary>Bodies that were sent to clients, by the journal, and how long they were.</summary>
    public int Bodies { get; private set; }

    public long BodyBytes { get; private set; }

    /// <summary>What the browser itself says about its requests.</summary>
    public BrowserCount Browser { get; } = new();

    /// <summary>Seconds for which the latest answer has not been the present state; null before one.</summary>
    public double? StaleSeconds { get; private set; }

    /// <summary>Changes that another writer overwrote without having seen them.</summary>
    public int Lost { get; private set; }

    /// <summary>Writes that were refused because their writer had not seen the present state.</summary>
    public int Refused { get; private set; }

    public bool HasEditors { get; private set; }

    /// <summary>The prediction speaks of five Gets under <c>no-cache</c> with an ETag, by this browser.</summary>
    public override string? Measured =>
        Browser.Asked == Gets && setBeforeTheFirst && CacheControl.Directives is ["no-cache"] && Settings.Etag != EtagKinds.None ? $"{AtOrigin} and {Browser.Bodies}" : null;

    private bool setBeforeTheFirst;

    public override string News()
    {
        var told = news;
        news = "";
        return told;
    }

    public override string Telling(WireExchange exchange) =>
        exchange.Response?.Header("Cache-Status") ?? (exchange.Response?.Header("ETag") is { } tag ? $"ETag: {tag}" : "");

    /// <summary>The exchange that a row of the stage opens in the wire; null where the request never left the browser.</summary>
    public long? ExchangeOf(long row) => Wire.Find(rows.Find(r => r.Number == row)?.RequestId)?.Number;

    protected override void Begin(DateTimeOffset at)
    {
        rows.Clear();
        (editors, history, Log) = (new(StringComparer.Ordinal), new(), new(Origin));
        (Settings, OriginIsReachable, SharedCopy, BrowserCopy) = (CachingSettings.Default, true, null, null);
        (AtOrigin, RoundTrips, Bodies, BodyBytes, StaleSeconds, Lost, Refused, HasEditors, setBeforeTheFirst) = (0, 0, 0, 0, null, 0, 0, false, false);
        Browser.Clear();
        (lastNumber, sharedNow, Product) = (0, null, ProductOf(Epoch));
    }

    private void Show(CachingRow row) => Log.Put(row.Trip(Wire, Origin));
}
