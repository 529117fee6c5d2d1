using System.Globalization;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.NPlusOne;
using Visualizer.DemoApi.Queries;

namespace Visualizer.Dashboard.Labs.NPlusOne;

/// <summary>A repetition that the detector suspects, and the request that sent it.</summary>
public sealed record Suspicion(long Event, string Request, RepetitionSuspected Told);

/// <summary>The newest run of every loading, folded from the journal.</summary>
public sealed class NPlusOneView() : LabView(Slug, NPlusOneMissions.All)
{
    public const string Slug = "n-plus-one";

    /// <summary>The report that the prediction speaks of.</summary>
    public const int AskedOrders = 20;

    private const int MostSuspicions = 20;

    private readonly Dictionary<string, LoadingRun> newest = new(StringComparer.Ordinal);
    private readonly List<Suspicion> suspicions = [];
    private readonly List<string> told = [];
    private string? measured;

    /// <summary>Added to each command, in real milliseconds.</summary>
    public long LatencyMs { get; private set; }

    /// <summary>What the detector suspects, newest first, on any call of the API.</summary>
    public IReadOnlyList<Suspicion> Suspicions => suspicions;

    /// <summary>The lazy loop's commands for 20 orders of 20 customers, once it ran.</summary>
    public override string? Measured => measured;

    /// <summary>How much time the lanes show, in real milliseconds: as long as the slowest run took.</summary>
    public double SpanMs => newest.Count == 0 ? 1 : newest.Values.Max(run => run.Told.Milliseconds);

    /// <summary>Whether the newest runs of the same report had the same bytes; null while there are fewer than two.</summary>
    public bool? SameBytes => Comparable is { Count: > 1 } runs ? runs.Select(run => run.Told.Sha256).Distinct(StringComparer.Ordinal).Count() == 1 : null;

    /// <summary>The newest runs that answered the newest question.</summary>
    public IReadOnlyList<LoadingRun> Comparable
    {
        get
        {
            var last = newest.Values.MaxBy(run => run.Number);
            return last is null ? [] : [.. newest.Values.Where(run => run.Question == last.Question)];
        }
    }

    /// <summary>Whether a run moved more rows than each other of the same report.</summary>
    public bool MovedMost(LoadingRun run) => Comparable.Contains(run) && Comparable.Count > 1 && Comparable.All(other => other == run || other.Told.Rows < run.Told.Rows);

    public LoadingRun? RunOf(string loading) => newest.GetValueOrDefault(loading);

    public override bool Concerns(JournalEvent e) => base.Concerns(e) || e.Data is RepetitionSuspected;

    public override string News()
    {
        var news = string.Join("; ", told);
        told.Clear();
        return news.Length == 0 ? "" : news + ".";
    }

    public override string Telling(WireExchange exchange) =>
        exchange.Response?.Header("Demo-Query-Count") is { } count ? $"Demo-Query-Count: {count}" : "";

    protected override void Begin(DateTimeOffset at)
    {
        newest.Clear();
        suspicions.Clear();
        (LatencyMs, measured) = (0, null);
    }

    protected override void Happened(JournalEvent e)
    {
        switch (e.Data)
        {
            case LatencySet set:
                LatencyMs = set.MillisecondsPerCommand;
                break;
            case OrdersReported reported when Wire.Find(e.RequestId) is { } exchange:
                Report(new(exchange.Number, reported), exchange);
                break;
            case RepetitionSuspected suspected:
                suspicions.Insert(0, new(e.Id, Wire.Find(e.RequestId) is { } x ? $"{x.Request.Method} {x.Request.Path}" : "a request of another lab", suspected));
                if (suspicions.Count > MostSuspicions)
                    suspicions.RemoveAt(MostSuspicions);
                break;
        }
    }

    private void Report(LoadingRun run, WireExchange exchange)
    {
        newest[run.Told.Loading] = run;
        if (run.Told is { Loading: Loadings.Lazy, Orders: AskedOrders, Customers: AskedOrders, Parcels: false })
            measured = run.Told.Commands.ToString(CultureInfo.InvariantCulture);
        told.Add(run.Words(Loading.All.First(l => l.Key == run.Told.Loading).Title));
        Wire.Decide(exchange.RequestId, NPlusOneWords.Of(run));
    }
}
