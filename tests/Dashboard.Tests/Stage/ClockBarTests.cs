using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Visualizer.Dashboard.Http;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Tests.Stage;

public class ClockBarTests : BunitContext
{
    private readonly BunitJSModuleInterop digits;

    public ClockBarTests()
    {
        Services.AddSingleton(TimeProvider.System);
        digits = JSInterop.SetupModule("/js/clock.js").SetupModule("mount", _ => true);
        digits.SetupVoid("synchronise").SetVoidResult();
        digits.SetupVoid("set", _ => true).SetVoidResult();
        digits.SetupVoid("dispose").SetVoidResult();
    }

    private static ClockKeyframe Clock(decimal rate, bool paused, double atMs = 0) => new(new(Journaled.At(atMs), rate, paused), 1234.5);

    [Fact]
    public void Render_Clock_SendsOneKeyframeThatSetsEverything()
    {
        var clock = Clock(10, false, 500);
        var bar = Render<ClockBar>(p => p.Add(c => c.Clock, clock));
        bar.Render();

        Assert.Equal([Journaled.Start.ToUnixTimeMilliseconds() + 500.0, 10m, false, 1234.5], Assert.Single(digits.Invocations["set"]).Arguments);
    }

    [Fact]
    public void Render_UnknownClock_WaitsDisabled()
    {
        var bar = Render<ClockBar>();

        Assert.All(bar.FindAll("button"), b => Assert.True(b.HasAttribute("disabled")));
        Assert.Empty(digits.Invocations["set"]);
    }

    [Theory]
    [InlineData(false, "Pause the clock", true)]
    [InlineData(true, "Let the clock run", false)]
    public void Click_PauseOrPlay_AsksForTheOther(bool paused, string words, bool asked)
    {
        bool? heard = null;
        var bar = Render<ClockBar>(p => p.Add(c => c.Clock, Clock(1, paused)).Add(c => c.PausedChanged, (bool b) => heard = b));

        bar.FindAll("button").Single(b => b.TextContent == words).Click();

        Assert.Equal(asked, heard);
    }

    [Theory]
    [InlineData("+0.1 s", 100)]
    [InlineData("+1 s", 1000)]
    public void Click_Step_AsksForThatMuch(string words, int milliseconds)
    {
        var heard = TimeSpan.Zero;
        var bar = Render<ClockBar>(p => p.Add(c => c.Clock, Clock(1, true)).Add(c => c.Advanced, (TimeSpan by) => heard = by));

        bar.FindAll(".step").Single(b => b.TextContent.StartsWith(words, StringComparison.Ordinal)).Click();

        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), heard);
    }

    [Fact]
    public void Change_Dial_AsksForTheStopsRate()
    {
        decimal heard = 0;
        var bar = Render<ClockBar>(p => p.Add(c => c.Clock, Clock(1, false)).Add(c => c.RateChanged, (decimal r) => heard = r));

        bar.Find("input[type=range]").Change("0");

        Assert.Equal(0.1m, heard);
        Assert.Equal("×1", bar.Find("input[type=range]").GetAttribute("aria-valuetext"));
    }

    [Fact]
    public void Click_Reset_Asks()
    {
        var heard = 0;
        var bar = Render<ClockBar>(p => p.Add(c => c.Clock, Clock(1, false)).Add(c => c.Reset, () => heard++));

        bar.FindAll("button").Single(b => b.TextContent == "Reset this lab").Click();

        Assert.Equal(1, heard);
    }
}
