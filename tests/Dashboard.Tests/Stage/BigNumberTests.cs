using Bunit;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Tests.Stage;

public sealed class BigNumberTests : BunitContext
{
    [Fact]
    public void BigNumber_Measured_ShowsValueUnitLabelAndBadge()
    {
        var number = Render<BigNumber>(p => p.Add(n => n.Label, "p95 wait").Add(n => n.Value, "9.0").Add(n => n.Unit, "s").Add(n => n.Of, Provenance.SandboxClock));

        Assert.Equal("9.0s", number.Find(".value").TextContent.Trim());
        Assert.Equal("sandbox clock", number.Find(".label .badge").TextContent);
        Assert.Contains("p95 wait", number.Find(".label").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void BigNumber_NotMeasuredYet_SaysSoAndKeepsItsWidth()
    {
        var number = Render<BigNumber>(p => p.Add(n => n.Label, "refused").Add(n => n.Chars, 3));

        Assert.Contains("no measurement yet", number.Find(".value .sr-only").TextContent, StringComparison.Ordinal);
        Assert.Equal("--chars: 3", number.Find(".value").GetAttribute("style"));
    }

    [Theory]
    [InlineData("2 of 4", null, 2, 6)]
    [InlineData("40", "KB", 2, 4)] // a unit is half as large as its number
    [InlineData("3", null, 5, 5)]
    public void BigNumber_OfAnyLength_SaysHowMuchRoomItTakes(string value, string? unit, int kept, int room) =>
        Assert.Equal($"--chars: {room}", Render<BigNumber>(p => p.Add(n => n.Label, "x").Add(n => n.Value, value).Add(n => n.Unit, unit).Add(n => n.Chars, kept)).Find(".value").GetAttribute("style"));

    [Fact]
    public void BigNumber_NamedWithAHyphen_KeepsThatWordWhole() =>
        Assert.Equal("the e\u2011mail address", Render<BigNumber>(p => p.Add(n => n.Label, "the e-mail address")).Find(".label").TextContent.Trim());

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void BigNumber_OnAProjector_OnlyTheLeadStays(bool lead, bool hidden) =>
        Assert.Equal(hidden, Render<BigNumber>(p => p.Add(n => n.Label, "x").Add(n => n.Lead, lead)).Find(".number").ClassList.Contains("projector-hide"));

    [Theory]
    [InlineData(Provenance.Measured, "measured")]
    [InlineData(Provenance.SandboxClock, "sandbox clock")]
    [InlineData(Provenance.AddedDelay, "added delay")]
    public void Badge_OfEachOrigin_SaysWhichAndWhatItMeans(Provenance of, string words)
    {
        var badge = Render<Badge>(p => p.Add(b => b.Of, of)).Find(".badge");

        Assert.Equal(words, badge.TextContent);
        Assert.NotEmpty(badge.GetAttribute("title")!);
    }
}
