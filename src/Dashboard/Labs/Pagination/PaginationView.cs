using System.Globalization;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.Pagination;

namespace Visualizer.Dashboard.Labs.Pagination;

/// <summary>The list, two walkers on it, and what pages of the archive cost, folded from the journal.</summary>
public sealed class PaginationView : LabView
{
    public const string Slug = "pagination";

    /// <summary>Measured pages of the archive that are kept; the oldest make room.</summary>
    public const int MostPoints = 200;

    private readonly List<DepthPoint> depths = [];
    private readonly List<string> news = [];

    public PaginationView()
        : base(Slug, PaginationMissions.All) => Begin(DateTimeOffset.UnixEpoch);

    public WalkedList List { get; private set; } = new();

    public IReadOnlyList<Walker> Walkers => [List.ByOffset, List.ByCursor];

    /// <summary>Pages of the archive, oldest first.</summary>
    public IReadOnlyList<DepthPoint> Depths => depths;

    /// <summary>Counts what changed the picture of the list.</summary>
    public long Version { get; private set; }

    /// <summary>What the walk by offset brought while rows arrived; null until it has ended, and where none arrived on the way.</summary>
    public override string? Measured => List.ByOffset.Ended && List.Rows.Any(id => !List.ByOffset.WasThereAtTheStart(id))
        ? List.ByOffset.Returned.ToString(CultureInfo.InvariantCulture)
        : null;

    public override string Telling(WireExchange exchange) => PaginationWords.Telling(exchange);

    public override string News()
    {
        var told = string.Join(' ', news);
        news.Clear();
        return told;
    }

    protected override void Begin(DateTimeOffset at)
    {
        List = new();
        Version++;
        depths.Clear();
        news.Clear();
    }

    protected override void Happened(JournalEvent e)
    {
        if (List.Apply(e) is { } walker)
            news.Add(PaginationWords.Of(walker));
        switch (e.Data)
        {
            case PageRead page:
                Measure(page, Wire.Find(e.RequestId)?.Number ?? 0);
                Wire.Decide(e.RequestId, PaginationWords.Of(page, List.Rows.Count));
                break;
            case ItemAdded added:
                Wire.Decide(e.RequestId, PaginationWords.Of(added));
                break;
            case ItemRemoved removed:
                Wire.Decide(e.RequestId, PaginationWords.Of(removed));
                break;
        }

        Version++;
    }

    protected override void Exchanged(JournalEvent e, WireExchange exchange)
    {
        if (exchange is { Request.Method: "GET", Response: { } answer } && List.ByCursor.IsAnsweredBy(exchange.Request.Path))
            List.ByCursor.NextCursor = NextLink.CursorOf(answer.Header("Link"));
    }

    private void Measure(PageRead page, long exchange)
    {
        if (DepthPoint.Of(page, exchange) is not { } point)
            return;
        depths.Add(point);
        if (depths.Count > MostPoints)
            depths.RemoveAt(0);
    }
}
