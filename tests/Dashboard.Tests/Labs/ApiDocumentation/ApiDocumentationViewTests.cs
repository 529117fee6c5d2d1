using Bunit;
using Visualizer.Dashboard.Labs.ApiDocumentation;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.ApiDocumentation;

namespace Visualizer.Dashboard.Tests.Labs.ApiDocumentation;

public sealed class ApiDocumentationViewTests : BunitContext
{
    private static StrangerReport Report(int works, int contradicts = 0, int findings = 0) => new(
        [.. Enumerable.Range(0, 7).Select(i => new StrangerCall($"call{i}", "GET", $"/things/{i}", $"GET /things/{i}", null, i < works ? 200 : 404,
            i < works ? Verdicts.Works : i < works + contradicts ? Verdicts.Contradicts : Verdicts.Refused, i < works ? "" : "404: no"))],
        works, contradicts, [.. Enumerable.Range(0, findings).Select(i => new LintFinding("operation-tags", $"/paths/~1things~1{i}/get", "no tag"))], []);

    private static ApiDocumentationView Fold(params StrangerReport[] reports)
    {
        var journal = new Journaled().Started().Add(0, new RequestReceived("POST", "/documents/stranger", "HTTP/1.1", [], new(true, "Visualizer-Page/1.0")), ApiDocumentationView.Slug, "r1");
        foreach (var report in reports)
            journal.Add(1, new StrangerReturned(report), ApiDocumentationView.Slug, "r1");
        return new ApiDocumentationView().Fold(journal.Events);
    }

    [Fact]
    public void Measured_IsWhatTheFirstStrangerCouldCall()
    {
        var view = Fold(Report(3, 1), Report(7));

        Assert.Equal(("3", 7, 2), (view.Measured, view.Report!.Callable, view.Strangers));
        Assert.Equal("Stranger 2: 7 of 7 operations could be called, 0 replies contradicted the document.", view.News());
        Assert.Equal("", view.News());
    }

    [Fact]
    public void Stranger_SentBeforeAReset_ComesBackTooLate()
    {
        var view = new ApiDocumentationView().Fold(new Journaled().Started().Add(1, new StrangerReturned(Report(3)), ApiDocumentationView.Slug, "of-the-run-before").Events);

        Assert.Equal((null, 0, ""), (view.Report, view.Strangers, view.News()));
    }

    [Fact]
    public void StrangersCalls_OfAnyLab_AreOnTheWire()
    {
        var view = new ApiDocumentationView().Fold(new Journaled().Started()
            .Add(1, new RequestReceived("GET", "/items", "HTTP/1.1", [], new(false, "Visualizer-Stranger/1.0")), "pagination", "r1").Events);

        Assert.Equal("the stranger", view.Telling(Assert.Single(view.Wire.Exchanges)));
    }

    [Theory]
    [InlineData("seven", 7, 0, 3, true)]
    [InlineData("seven", 6, 1, 0, false)]
    [InlineData("clean-and-wrong", 5, 1, 0, true)]
    [InlineData("clean-and-wrong", 7, 0, 0, false)]
    [InlineData("clean-and-wrong", 5, 1, 1, false)]
    public void Mission_IsProvenByAReport(string key, int works, int contradicts, int findings, bool solved) =>
        Assert.Equal(solved, Fold(Report(works, contradicts, findings)).Missions.Single(m => m.Mission.Key == key).Solved);

    [Fact]
    public void Conflict_OfPlacingAnOrder_SolvesItsMission()
    {
        var journal = new Journaled().Started()
            .Add(1, new RequestReceived("POST", "/orders", "HTTP/1.1", [], new(false, "curl")), "idempotency", "r1")
            .Add(2, new ResponseSent(409, [], CapturedBody.None, CapturedBody.None, 1), "idempotency", "r1");

        Assert.True(new ApiDocumentationView().Fold(journal.Events).Missions.Single(m => m.Mission.Key == "conflict").Solved);
    }

    [Fact]
    public void Table_ShowsAVerdictWithItsReason()
    {
        var table = Render<StrangerTable>(p => p.Add(c => c.Of, Report(3, 1)).Add(c => c.Number, 1));

        Assert.Equal(7, table.FindAll("[data-verdict]").Count);
        Assert.Equal(["≠ contradicts"], table.FindAll("[data-verdict=contradicts] .verdict b").Select(e => e.TextContent));
        Assert.Equal("no", table.Find("[data-verdict=refused] .verdict span").TextContent); // the 404 stands beside it
    }

    [Fact]
    public void Table_Empty_SaysWhatWillAppear() => Assert.Contains("No stranger was sent yet", Render<StrangerTable>().Markup, StringComparison.Ordinal);
}
