using Bunit;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Tests.Stage;

public class TimeLanesTests : BunitContext
{
    private static readonly Lane Bucket = new("token-bucket", "Token bucket", "capacity 10", "Token bucket: 4 of 10 tokens left.", 10);
    private static readonly Lane Window = new("fixed-window", "Fixed window", "10 per 10 s", "Fixed window: 3 of 10 counted.", 10, 10_000);

    private readonly LaneTape tape = new(Journaled.Start);
    private readonly BunitJSModuleInterop stage;

    public TimeLanesTests()
    {
        var module = JSInterop.SetupModule("/js/time-lanes.js");
        stage = module.SetupModule("mount", _ => true);
        stage.SetupVoid("show", _ => true).SetVoidResult();
        stage.SetupVoid("seek", _ => true).SetVoidResult();
        stage.SetupVoid("dispose").SetVoidResult();
    }

    private IRenderedComponent<TimeLanes> Draw(params Lane[] lanes) => Render<TimeLanes>(p => p
        .Add(c => c.Title, "Requests").Add(c => c.Lanes, lanes).Add(c => c.Tape, tape)
        .Add(c => c.Story, [(1, "10.1 s: Fixed window passed 10.")])
        .Add(c => c.Picture, lane => $"<svg data-of=\"{lane.Key}\"></svg>").Add(c => c.Number, lane => $"<b>{lane.Bound}</b>"));

    private IReadOnlyList<object?> Shown(int call) => stage.Invocations["show"][call].Arguments;

    [Fact]
    public void Render_Lanes_EachSaysItsStateInWords()
    {
        var page = Draw(Window, Bucket);

        Assert.Equal([Window.Words, Bucket.Words], page.FindAll("[role=group]").Select(e => e.GetAttribute("aria-label")));
        Assert.Equal(["fixed-window", "token-bucket"], page.FindAll("[data-lane] svg").Select(e => e.GetAttribute("data-of")));
        Assert.Equal("10.1 s: Fixed window passed 10.", page.Find("[role=log] li").TextContent);
    }

    [Fact]
    public void FirstRender_WhatIsOnTheTape_IsShownInOneCall()
    {
        tape.Mark(0, MarkKind.Accepted, Journaled.At(100), 1);

        Draw(Window);

        var call = Assert.Single(stage.Invocations["show"]);
        Assert.Equal([1, 100, 1], Assert.IsAssignableFrom<IEnumerable<double>>(call.Arguments[2]));
        Assert.Equal($$"""{"origin":{{Journaled.Start.ToUnixTimeMilliseconds()}},"span":20000}""", System.Text.Json.JsonSerializer.Serialize(call.Arguments[0]));
        Assert.Equal("""[{"bound":10,"period":10000}]""", System.Text.Json.JsonSerializer.Serialize(call.Arguments[1]));
    }

    [Fact]
    public void Render_NothingNew_CallsNothing()
    {
        var page = Draw(Window);

        page.Render();

        Assert.Single(stage.Invocations["show"]);
    }

    [Fact]
    public void Render_MoreOnTheTape_ShowsOnlyWhatIsNew()
    {
        var page = Draw(Window);
        tape.Mark(0, MarkKind.Refused, Journaled.At(200), 2);

        page.Render();

        Assert.Equal([null, null], Shown(1).Take(2));
        Assert.Equal([3, 200, 2], Assert.IsAssignableFrom<IEnumerable<double>>(Shown(1)[2]));
    }

    [Fact]
    public void Render_OtherBound_AdjustsWithoutBeginningAnew()
    {
        var page = Draw(Window);

        page.Render(p => p.Add(c => c.Lanes, [Window with { Bound = 20 }]));

        Assert.Null(Shown(1)[0]);
        Assert.Equal("""[{"bound":20,"period":10000}]""", System.Text.Json.JsonSerializer.Serialize(Shown(1)[1]));
    }

    [Fact]
    public void Render_OtherTape_BeginsAnew()
    {
        var page = Draw(Window);
        tape.Mark(0, MarkKind.Accepted, Journaled.At(1), 1);

        page.Render(p => p.Add(c => c.Tape, new LaneTape(Journaled.At(5000))));

        Assert.NotNull(Shown(1)[0]);
        Assert.Empty(Assert.IsAssignableFrom<IEnumerable<double>>(Shown(1)[2]));
    }

    [Fact]
    public void StandAt_EarlierTime_GoesToTheBrowser_AndNullReturnsToNow()
    {
        var page = Draw(Window);
        Assert.Empty(stage.Invocations["seek"]);

        page.Render(p => p.Add(c => c.StandAt, 1500));
        page.Render(p => p.Add(c => c.StandAt, null));

        Assert.Equal([1500.0, null], stage.Invocations["seek"].Select(call => call.Arguments[0]));
    }

    [Fact]
    public void StandAt_WithAnotherTape_StandsAfterThePictureBeganAnew()
    {
        var page = Draw(Window);

        page.Render(p => p.Add(c => c.StandAt, 700).Add(c => c.Tape, new LaneTape(Journaled.Start)));

        Assert.Equal(2, stage.Invocations["show"].Count);
        Assert.Equal([700.0], Assert.Single(stage.Invocations["seek"]).Arguments);
    }

    [Fact]
    public async Task Dispose_Mounted_LetsGoOfTheStage()
    {
        await Draw(Window).Instance.DisposeAsync();

        Assert.Single(stage.Invocations["dispose"]);
    }
}
