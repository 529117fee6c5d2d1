using Bunit;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Tests.Stage;

public class WireTests : BunitContext
{
    private readonly WireLog log = new();
    private readonly BunitJSModuleInterop rows;

    public WireTests()
    {
        rows = JSInterop.SetupModule("/js/wire.js").SetupModule("mount", _ => true);
        rows.SetupVoid("show", _ => true).SetVoidResult();
        rows.SetupVoid("mark", _ => true).SetVoidResult();
    }

    private IRenderedComponent<Wire> Draw() => Render<Wire>(p => p
        .Add(c => c.Log, log).Add(c => c.Origin, Journaled.Start).Add(c => c.Telling, x => x.Response is null ? "" : "r=9; t=1")
        .Add(c => c.Detail, x => $"<p class=\"detail-of\">{x.RequestId}</p>"));

    private void Happened(Journaled journal)
    {
        foreach (var e in journal.Events)
            log.Apply(e);
    }

    private (object? Begin, List<string> Words, double[] Numbers) Shown(int call)
    {
        var arguments = rows.Invocations["show"][call].Arguments;
        return (arguments[0], Assert.IsType<List<string>>(arguments[1]), Assert.IsType<double[]>(arguments[2]));
    }

    [Fact]
    public void Render_NoExchange_SaysWhatWillAppear() => Assert.Contains("from your own terminal", Draw().Find(".empty").TextContent, StringComparison.Ordinal);

    [Fact]
    public void Render_Exchange_IsNumbersAndWordsSentOnce()
    {
        Happened(new Journaled().Received("r1", 1500, "/limits/token-bucket").Answered("r1", 1501));
        var page = Draw();
        Happened(new Journaled().Received("r2", 1600, "/limits/token-bucket", page: false, agent: "curl/8").Answered("r2", 1601, 429));
        page.Render();

        Assert.Equal(["GET /limits/token-bucket", "r=9; t=1", "this page"], Shown(0).Words);
        Assert.Equal([1, 1500, 200, 1, 0, 1, 2, 0], Shown(0).Numbers);
        Assert.Equal(["curl/8"], Shown(1).Words);
        Assert.Equal([2, 1600, 429, 3, 0, 1, 3, 1], Shown(1).Numbers);
        Assert.Equal("1 exchange", page.Find("[data-testid=exchange-count]").TextContent); // as first rendered: js/wire.js counts on
    }

    [Fact]
    public void Render_NothingNew_CallsNothing()
    {
        Happened(new Journaled().Received("r1", 0, "/a"));
        var page = Draw();

        page.Render();

        Assert.Single(rows.Invocations["show"]);
    }

    [Fact]
    public void Render_AfterALostCall_SendsRowsAndWordsAgain()
    {
        Happened(new Journaled().Received("r1", 0, "/a"));
        rows.SetupVoid("show", _ => true).SetException(new Microsoft.JSInterop.JSDisconnectedException("away"));
        var page = Draw();
        rows.SetupVoid("show", _ => true).SetVoidResult();

        page.Render();

        Assert.Equal((true, "GET /a"), (Shown(1).Begin, Shown(1).Words[0]));
        Assert.Equal(Shown(0).Numbers, Shown(1).Numbers);
    }

    [Fact]
    public void Render_ThousandExchanges_SendsTheNewestOnly()
    {
        var journal = new Journaled();
        for (var i = 0; i < 1000; i++)
            journal.Received($"r{i}", i, "/a");
        Happened(journal);

        Draw();

        Assert.Equal((Wire.MostRows * 8, 801.0), (Shown(0).Numbers.Length, Shown(0).Numbers[0]));
    }

    [Fact]
    public async Task Select_Row_OpensItsExchangeAndClosesItAgain()
    {
        Happened(new Journaled().Received("r1", 0, "/a"));
        var page = Draw();

        await page.InvokeAsync(() => page.Instance.Select(1));
        Assert.Equal("r1", page.Find(".detail-of").TextContent);
        Assert.Equal([1L], rows.Invocations["mark"][^1].Arguments);

        await page.InvokeAsync(() => page.Instance.Select(1));
        Assert.Empty(page.FindAll(".detail-of"));
    }

    [Fact]
    public async Task Render_AfterAReset_BeginsAnewAndClosesWhatWasOpen()
    {
        Happened(new Journaled().Received("r1", 0, "/a"));
        var page = Draw();
        await page.InvokeAsync(() => page.Instance.Select(1));
        var fresh = new WireLog();
        fresh.Apply(new Journaled().Received("r7", 0, "/b").Events[0]);

        page.Render(p => p.Add(c => c.Log, fresh));

        Assert.Empty(page.FindAll(".detail-of"));
        Assert.Equal((true, "GET /b"), (rows.Invocations["show"][^1].Arguments[0], Assert.IsType<List<string>>(rows.Invocations["show"][^1].Arguments[1])[0]));
    }
}
