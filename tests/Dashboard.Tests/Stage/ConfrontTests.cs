using Bunit;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Tests.Stage;

public sealed class ConfrontTests : BunitContext
{
    private static readonly Prediction Asked = new("How many?", [new("10", "One window's worth."), new("20", "", IsRight: true)], "Because.");

    [Fact]
    public void Confront_NothingMeasured_SaysWhatWillAppear()
    {
        var confront = RenderConfront(new(1, 2), null);

        Assert.Contains("Play it.", confront.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Because.", confront.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "not as predicted", true)]
    [InlineData(2, "as predicted", false)]
    public void Confront_Measured_StandsBesideThePredictionAndExplains(int option, string verdict, bool explains)
    {
        var confront = RenderConfront(new(option, 2), "17");

        Assert.Equal(option * 10, int.Parse(confront.Find("[data-testid=predicted]").TextContent));
        Assert.Equal("17", confront.Find("[data-testid=measured]").TextContent);
        Assert.Equal(verdict, confront.Find(".outcome").TextContent);
        Assert.Equal(explains, confront.Markup.Contains("One window", StringComparison.Ordinal));
        Assert.Contains("Because.", confront.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Confront_Skipped_JudgesNothing()
    {
        var confront = RenderConfront(PredictionAnswer.Skipped, "17");

        Assert.Empty(confront.FindAll(".outcome"));
        Assert.Contains("skipped", confront.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Confront_MeasuredOtherwiseThanAsked_JudgesNothing(int option)
    {
        var confront = Render<Confront>(p => p.Add(c => c.Of, Asked).Add(c => c.Answer, new(option, 2)).Add(c => c.Measured, "30").Add(c => c.AsAsked, false));

        Assert.Empty(confront.FindAll(".outcome"));
        Assert.DoesNotContain("One window", confront.Markup, StringComparison.Ordinal);
        Assert.Equal("30", confront.Find("[data-testid=measured]").TextContent);
    }

    private IRenderedComponent<Confront> RenderConfront(PredictionAnswer answer, string? measured) =>
        Render<Confront>(p => p.Add(c => c.Of, Asked).Add(c => c.Answer, answer).Add(c => c.Measured, measured).Add(c => c.Awaited, "Play it."));
}
