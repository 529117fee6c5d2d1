using Bunit;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Tests.Stage;

public class RoundTripsTests : BunitContext
{
    private static readonly Actor[] Columns = [new("client", "Your client"), new("keys", "Key store", "by client and key"), new("ledger", "Ledger") { Mood = ActorMood.Stopped, MoodWords = "shut" }];

    private readonly TripLog log = new(Journaled.Start);
    private readonly BunitJSModuleInterop stage;

    public RoundTripsTests()
    {
        stage = JSInterop.SetupModule("/js/round-trips.js").SetupModule("mount", _ => true);
        stage.SetupVoid("show", _ => true).SetVoidResult();
        stage.SetupVoid("dispose").SetVoidResult();
    }

    private IRenderedComponent<RoundTrips> Draw(bool still = false) => Render<RoundTrips>(p => p
        .Add(c => c.Title, "Attempts").Add(c => c.Actors, Columns).Add(c => c.Log, log).Add(c => c.Still, still)
        .Add(c => c.Picture, actor => $"<svg data-of=\"{actor.Key}\"></svg>"));

    private (IReadOnlyList<string>? Columns, TripNews? News, bool Moves) Shown(int call)
    {
        var arguments = stage.Invocations["show"][call].Arguments;
        return ((IReadOnlyList<string>?)arguments[0], (TripNews?)arguments[1], (bool)arguments[2]!);
    }

    private void Put(long number) => log.Put(Trips.Of(number, Leg.Go(0, 1, "POST", LegEnd.Passes), Leg.Go(1, 2, note: "+ order 1"), Leg.Back(2, 0, WireOutcome.Cut, "connection reset", end: LegEnd.Lost)));

    [Fact]
    public void Render_Actors_AreColumnsWithPictureAndMoodInWords()
    {
        var page = Draw();

        Assert.Equal(["Your client", "Key store", "Ledger"], page.FindAll("h3 .full").Select(e => e.TextContent));
        Assert.Equal(["YC", "KS", "L"], page.FindAll("h3 .short").Select(e => e.TextContent));
        Assert.Equal(["client", "keys", "ledger"], page.FindAll(".actor svg").Select(e => e.GetAttribute("data-of")));
        Assert.Equal("shut", page.Find(".actor.stopped .says").TextContent);
        Assert.Contains("from your own terminal", page.Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Trip_IsToldInWords()
    {
        Put(1);

        Assert.Equal(
            "0.001 s, attempt 1 from this page: POST passes Key store; to Ledger (+ order 1); lost on the way to Your client, connection reset.",
            Draw().Find("[role=log] li").TextContent);
    }

    [Fact]
    public void Render_TripWithoutAnAnswer_IsToldWhenItHasOne()
    {
        log.Put(Trips.Of(1, Leg.Go(0, 1, end: LegEnd.Waits)));

        Assert.Empty(Draw().FindAll("[role=log] li"));
    }

    [Fact]
    public void FirstRender_WhatIsInTheLog_StandsWithoutMoving()
    {
        Put(1);

        Draw();

        Assert.Single(stage.Invocations["show"]);
        Assert.Equal(["Your client", "Key store", "Ledger"], Shown(0).Columns);
        Assert.Equal((18, false), (Shown(0).News!.Rows.Count, Shown(0).Moves));
    }

    [Fact]
    public void Render_NothingNew_CallsNothing()
    {
        var page = Draw();

        page.Render();

        Assert.Single(stage.Invocations["show"]);
    }

    [Fact]
    public async Task Draw_MoreInTheLog_ShowsOnlyWhatIsNewAndMoves()
    {
        Put(1);
        var page = Draw();
        Put(2);

        await page.InvokeAsync(page.Instance.DrawAsync);

        Assert.Equal((null, null, true), (Shown(1).Columns, Shown(1).News!.Begin, Shown(1).Moves));
        Assert.Equal(2, Shown(1).News!.Rows[0]);
    }

    [Fact]
    public void Render_ThePastAndBackToNow_BeginsAnewAndStandsStill()
    {
        Put(1);
        var page = Draw();

        page.Render(p => p.Add(c => c.Log, new TripLog(Journaled.Start)).Add(c => c.Still, true));
        page.Render(p => p.Add(c => c.Log, log).Add(c => c.Still, false));
        Put(2);
        page.Render();

        Assert.Equal([false, false, false, true], Enumerable.Range(0, 4).Select(i => Shown(i).Moves));
        Assert.NotNull(Shown(2).News!.Begin);
    }

    [Fact]
    public void Render_OtherTitles_SendsThemAlone()
    {
        var page = Draw();

        page.Render(p => p.Add(c => c.Actors, [.. Columns, new Actor("mail", "Mail")]));

        Assert.Equal("Mail", Shown(1).Columns![^1]);
        Assert.Null(Shown(1).News);
    }

    [Fact]
    public void Render_OtherMood_SendsNothing()
    {
        var page = Draw();

        page.Render(p => p.Add(c => c.Actors, [Columns[0], Columns[1] with { Mood = ActorMood.Lit }, Columns[2]]));

        Assert.Single(stage.Invocations["show"]);
    }

    [Fact]
    public void Render_AfterALostCall_SendsAllAgainWithoutMoving()
    {
        Put(1);
        stage.SetupVoid("show", _ => true).SetException(new Microsoft.JSInterop.JSDisconnectedException("away"));
        var page = Draw();
        stage.SetupVoid("show", _ => true).SetVoidResult();

        page.Render();

        Assert.Equivalent(Shown(0), Shown(1), strict: true);
    }

    [Fact]
    public async Task Select_Row_TellsThePageItsNumber()
    {
        long? opened = null;
        var page = Render<RoundTrips>(p => p.Add(c => c.Title, "Attempts").Add(c => c.Actors, Columns).Add(c => c.Log, log).Add(c => c.Opened, n => opened = n));

        await page.InvokeAsync(() => page.Instance.Select(7));

        Assert.Equal(7, opened);
    }

    [Fact]
    public async Task Render_OnALabsPage_StandsAndIsDrawnWithTheOthers()
    {
        var stands = 0;
        var pictures = new Pictures(() => stands++);
        Render<RoundTrips>(p => p.AddCascadingValue(pictures).Add(c => c.Title, "Attempts").Add(c => c.Actors, Columns).Add(c => c.Log, log));
        Put(1);

        await pictures.DrawAsync();

        Assert.Equal((1, true, 1.0), (stands, pictures.AllStand, Shown(1).News!.Rows[0]));
    }

    [Fact]
    public async Task Dispose_Mounted_LetsGoOfTheStage()
    {
        await Draw().Instance.DisposeAsync();

        Assert.Single(stage.Invocations["dispose"]);
    }
}
