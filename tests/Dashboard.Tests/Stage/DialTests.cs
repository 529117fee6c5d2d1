using Bunit;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Tests.Stage;

public sealed class DialTests : BunitContext
{
    [Fact]
    public void Dial_WithUnit_ShowsAndSpeaksTheValueWithIt()
    {
        var dial = Render<Dial>(p => p.Add(d => d.Label, "window").Add(d => d.Value, 10).Add(d => d.Unit, "s"));

        Assert.Equal("10 s", dial.Find("output").TextContent);
        Assert.Equal("10 s", dial.Find("input").GetAttribute("aria-valuetext"));
    }

    [Fact]
    public void Dial_ManyThousands_AreParted_ForEyesAndEars()
    {
        var dial = Render<Dial>(p => p.Add(d => d.Label, "depth").Add(d => d.Max, 1_000_000).Add(d => d.Value, 45_000).Add(d => d.Unit, "rows"));

        Assert.Equal(("45,000 rows", "45,000 rows", "45000"), (dial.Find("output").TextContent, dial.Find("input").GetAttribute("aria-valuetext"), dial.Find("input").GetAttribute("value")));
    }

    [Fact]
    public void Dial_Label_NamesTheInput()
    {
        var dial = Render<Dial>(p => p.Add(d => d.Label, "limit").Add(d => d.Value, 10));

        Assert.Equal(dial.Find("input").Id, dial.Find("label").GetAttribute("for"));
        Assert.StartsWith("limit", dial.Find("label").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12.5", 12.5)]
    [InlineData("0", 0d)]
    [InlineData("100", 100d)]
    public void Dial_Moved_TellsTheNewValue(string typed, double expected)
    {
        double? told = null;
        var dial = Render<Dial>(p => p.Add(d => d.Label, "refill").Add(d => d.Value, 1).Add(d => d.ValueChanged, value => told = value));

        dial.Find("input").Change(typed);

        Assert.Equal(expected, told);
    }

    [Theory]
    [InlineData("101")]
    [InlineData("-1")]
    [InlineData("NaN")]
    [InlineData("")]
    [InlineData("1,5")]
    public void Dial_SentWhatItCannotShow_TellsNothing(string typed)
    {
        var told = false;
        var dial = Render<Dial>(p => p.Add(d => d.Label, "limit").Add(d => d.Value, 1).Add(d => d.ValueChanged, _ => told = true));

        dial.Find("input").Change(typed);

        Assert.False(told);
    }

    [Fact]
    public void Dial_AtItsEnd_TellsTheNewEndAlone()
    {
        var dial = Render<Dial>(p => p.Add(d => d.Label, "look back").Add(d => d.Value, 4).Add(d => d.Max, 4).Add(d => d.Unit, "of {max} events").Add(d => d.AtEnd, true));
        Assert.Equal("4 of 4 events", dial.Find("output").TextContent);

        dial.Render(p => p.Add(d => d.Value, 7).Add(d => d.Max, 7));

        Assert.Equal(("max", "7"), (dial.Find("lab-dial").GetAttribute("data-value"), dial.Find("lab-dial").GetAttribute("data-max")));
        Assert.Equal(("4", "4 of 4 events"), (dial.Find("input").GetAttribute("max"), dial.Find("output").TextContent)); // js/dial.js moves both on

        dial.Render(p => p.Add(d => d.Value, 5).Add(d => d.AtEnd, false));
        Assert.Equal(("5", "7", "5 of 7 events"), (dial.Find("lab-dial").GetAttribute("data-value"), dial.Find("input").GetAttribute("max"), dial.Find("output").TextContent));
    }

    [Fact]
    public void Dial_ValueSetFromOutside_LeavesTheInputToTheHand()
    {
        var dial = Render<Dial>(p => p.Add(d => d.Label, "limit").Add(d => d.Value, 10));

        dial.Render(p => p.Add(d => d.Value, 20));

        Assert.Equal("20", dial.Find("lab-dial").GetAttribute("data-value"));
        Assert.Equal("20", dial.Find("output").TextContent);
        Assert.Equal("10", dial.Find("input").GetAttribute("value")); // js/dial.js moves the thumb, unless it is held
    }
}
