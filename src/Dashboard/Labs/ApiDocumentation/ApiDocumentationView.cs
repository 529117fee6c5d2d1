using System.Globalization;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.ApiDocumentation;

namespace Visualizer.Dashboard.Labs.ApiDocumentation;

/// <summary>What the strangers brought back, folded from the journal.</summary>
public sealed class ApiDocumentationView() : LabView(Slug, ApiDocumentationMissions.All)
{
    public const string Slug = "api-documentation";

    private string news = "";

    /// <summary>The newest stranger's report; null before the first.</summary>
    public StrangerReport? Report { get; private set; }

    /// <summary>The first report of the run: what the document was worth as it was.</summary>
    public StrangerReport? First { get; private set; }

    /// <summary>How many strangers were sent.</summary>
    public int Strangers { get; private set; }

    public override string? Measured => First is { Operations.Count: > 0 } first ? first.Callable.ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>The lab's own calls, and the stranger's, which are calls of every lab.</summary>
    public override bool Concerns(JournalEvent e) => base.Concerns(e) || e.Data is RequestReceived or ResponseSent or ConnectionAborted;

    public override string News()
    {
        var said = news;
        news = "";
        return said;
    }

    public override string Telling(WireExchange exchange) => exchange.Request.Origin.UserAgent.StartsWith("Visualizer-Stranger", StringComparison.Ordinal) ? "the stranger" : "";

    protected override void Begin(DateTimeOffset at) => (Report, First, Strangers, news) = (null, null, 0, "");

    protected override void Happened(JournalEvent e)
    {
        if (e.Data is not StrangerReturned returned || Wire.Find(e.RequestId) is null) // who was sent before a reset comes back too late
            return;
        (Report, First, Strangers) = (returned.Report, First ?? returned.Report, Strangers + 1);
        news = $"Stranger {Strangers}: {Report.Callable} of {Report.Operations.Count} operations could be called, {Report.Contradictions} replies contradicted the document.";
        Wire.Decide(e.RequestId, new(
            $"{Report.Callable} of {Report.Operations.Count} work",
            "One request for each operation was built from the document alone, sent, and its reply held against the document.",
            "OpenAPI 3.1, JSON Schema 2020-12",
            "a document",
            string.Join(", ", Report.Operations.GroupBy(o => o.Verdict, StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}"))));
    }
}
