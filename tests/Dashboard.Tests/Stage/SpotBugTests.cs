using Bunit;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Tests.Stage;

public sealed class SpotBugTests : BunitContext
{
    private static readonly BugHunt Hunt = new("Adds two numbers.", "int Add(int a, int b)\n{\n    return a - b;\n}", [new(3, "It subtracts.")]);

    private IRenderedComponent<SpotBug> Draw() => Render<SpotBug>(p => p.Add(c => c.Of, Hunt));

    [Fact]
    public void Fresh_GivesNothingAway()
    {
        var hunt = Draw();

        Assert.Equal(4, hunt.FindAll("li button").Count);
        Assert.DoesNotContain("It subtracts.", hunt.Markup, StringComparison.Ordinal);
        Assert.Empty(hunt.FindAll(".bug"));
    }

    [Fact]
    public void LineWithABug_Pressed_SaysWhatIsWrong()
    {
        var hunt = Draw();
        hunt.FindAll("li button")[2].Click();

        Assert.Contains("It subtracts.", hunt.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 of 1", hunt.Find("h3").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void LineThatIsFine_Pressed_SaysSo()
    {
        var hunt = Draw();
        hunt.FindAll("li button")[0].Click();

        Assert.Equal("Line 1 does its work.", hunt.Find("[role=status]").TextContent.Trim());
    }
}
