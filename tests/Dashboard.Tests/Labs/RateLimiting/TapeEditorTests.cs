using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Visualizer.Dashboard.Labs.RateLimiting;

namespace Visualizer.Dashboard.Tests.Labs.RateLimiting;

public sealed class TapeEditorTests : BunitContext
{
    private TapeChoice choice = TapeChoice.Usual(LimitSettings.Default);

    public TapeEditorTests() => Services.AddSingleton(TimeProvider.System);

    private IRenderedComponent<TapeEditor> Edit(string? text = null)
    {
        choice = TapeChoice.Read(text, LimitSettings.Default);
        IRenderedComponent<TapeEditor> editor = null!;
        editor = Render<TapeEditor>(p => p.Add(e => e.Choice, choice).Add(e => e.ChoiceChanged, changed =>
        {
            choice = changed;
            editor.Render(q => q.Add(e => e.Choice, changed));
        }));
        return editor;
    }

    private static IReadOnlyList<string?> Names(IRenderedComponent<TapeEditor> editor) => [.. editor.FindAll("[role=slider]").Select(s => s.GetAttribute("aria-label"))];

    [Fact]
    public void Scenario_IsTwoControlsWithTheirInstants()
    {
        var editor = Edit();

        Assert.Equal(["requests 1 to 10 at 9.9 s", "requests 11 to 20 at 10.1 s"], Names(editor));
        Assert.Equal(["9.9", "10.1"], editor.FindAll("[role=slider]").Select(s => s.GetAttribute("aria-valuenow")));
        Assert.Equal("20 requests", editor.Find("[data-testid=tape-sum]").TextContent);
        Assert.Equal(20, editor.FindAll(".dots i").Count);
    }

    [Theory]
    [InlineData("ArrowRight", false, "5.1_8")]
    [InlineData("ArrowLeft", false, "4.9_8")]
    [InlineData("ArrowRight", true, "6_8")]
    [InlineData("+", false, "5x2_8")]
    [InlineData("Insert", false, "5x2_8")]
    [InlineData("Delete", false, "8")]
    [InlineData("-", false, "8")]
    [InlineData("x", false, "5_8")]
    public void Key_OnAStop_ChangesTheTape(string key, bool shift, string expected)
    {
        var editor = Edit("5_8");

        editor.Find("[role=slider]").KeyDown(new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = key, ShiftKey = shift });

        Assert.Equal(expected, choice.Tape.ToString());
    }

    [Fact]
    public void Keys_PastAnother_KeepTheControlInItsPlaceOfTheDocument()
    {
        var editor = Edit("5_5.1_8");
        var stop = editor.Find("[role=slider]").GetAttribute("data-stop");

        editor.Find("[role=slider]").KeyDown("ArrowRight");

        Assert.Equal("5.1_5.2_8", choice.Tape.ToString());
        Assert.Equal((stop, "5.2"), (editor.Find("[role=slider]").GetAttribute("data-stop"), editor.Find("[role=slider]").GetAttribute("aria-valuenow")));
    }

    [Fact]
    public void Key_BeforeThePageAnswers_ShowsTheChangeAlready()
    {
        var editor = Render<TapeEditor>(p => p.Add(e => e.Choice, TapeChoice.Read("5_8", LimitSettings.Default)));

        editor.Find("[role=slider]").KeyDown("ArrowRight");

        Assert.Equal(["request 1 at 5.1 s", "request 2 at 8 s"], Names(editor));
    }

    [Fact]
    public void Preset_BeforeThePageAnswers_IsShownAlready()
    {
        var editor = Render<TapeEditor>(p => p.Add(e => e.Choice, TapeChoice.Usual(LimitSettings.Default)));

        editor.Find("select").Change("two-bursts");

        Assert.Equal(["requests 1 to 10 at 2 s", "requests 11 to 20 at 8 s"], Names(editor));
    }

    [Fact]
    public void Pointer_DroppedOnAnother_JoinsIt()
    {
        var editor = Edit("5_8x2");

        editor.Find("lab-tape input").Change($"{editor.Find("[role=slider]").GetAttribute("data-stop")} 8000");

        Assert.Equal(["requests 1 to 3 at 8 s"], Names(editor));
    }

    [Fact]
    public void Pointer_OnTheLine_AddsARequestThere()
    {
        var editor = Edit("5");

        editor.Find("lab-tape input").Change("new 7300");

        Assert.Equal(["request 1 at 5 s", "request 2 at 7.3 s"], Names(editor));
    }

    [Theory]
    [InlineData("new 99999")]
    [InlineData("77 100")]
    [InlineData("new")]
    [InlineData("new -5")]
    [InlineData("")]
    public void Pointer_ToldNonsense_ChangesNothing(string told)
    {
        var editor = Edit("5");
        editor.Find("lab-tape input").Change(told);
        Assert.Equal("5", choice.Tape.ToString());
    }

    [Fact]
    public void Preset_Chosen_TakesItsPlace_AndKeepsThePrice()
    {
        var editor = Edit("5~2");
        Assert.Contains("your own", editor.Find("select").TextContent, StringComparison.Ordinal);

        editor.Find("select").Change("at-once");

        Assert.Equal("at-once~2", choice.Address);
        Assert.DoesNotContain("your own", editor.Find("select").TextContent, StringComparison.Ordinal);
        Assert.Equal("20 requests, cost 2", editor.Find("[data-testid=tape-sum]").TextContent);
    }

    [Fact]
    public void Preset_WithFarInstants_LengthensTheLine()
    {
        Assert.Equal("20000", Edit("19.9").Find("lab-tape").GetAttribute("data-span"));
        Assert.Equal("60000", Edit("20.1").Find("lab-tape").GetAttribute("data-span"));
    }

    [Fact]
    public void Bundle_TooManyForDots_IsANumber()
    {
        var editor = Edit("5x21");
        Assert.Empty(editor.FindAll(".dots"));
        Assert.Equal("21", editor.Find(".many").TextContent);
    }

    [Fact]
    public void Empty_SaysWhatToDo_AndTheButtonAddsOne()
    {
        var editor = Edit("");
        Assert.Contains("press on the line", editor.Find(".none").TextContent, StringComparison.Ordinal);

        editor.Find("button").Click();

        Assert.Equal(["request 1 at 1 s"], Names(editor));
    }

    [Fact]
    public void Full_NothingCanBeAdded()
    {
        var editor = Edit("5x60");
        Assert.True(editor.Find("button").HasAttribute("disabled"));
    }

    [Fact]
    public void Complaint_IsSaid() => Assert.Contains("“never”", Edit("never").Find("[data-testid=tape-complaint]").TextContent, StringComparison.Ordinal);
}
