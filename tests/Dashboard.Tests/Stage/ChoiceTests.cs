using Bunit;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Tests.Stage;

public sealed class ChoiceTests : BunitContext
{
    private readonly List<string> chosen = [];

    private IRenderedComponent<Choice> Draw() => Render<Choice>(p => p
        .Add(c => c.Label, "reads").Add(c => c.Options, [("any", "any node"), ("primary", "the primary")]).Add(c => c.Value, "primary")
        .Add(c => c.ValueChanged, chosen.Add));

    [Fact]
    public void Render_NamesTheListAndSelectsTheValue()
    {
        var choice = Draw();
        Assert.Contains("reads", choice.Find("label").TextContent, StringComparison.Ordinal);
        Assert.Equal("primary", choice.Find("select").GetAttribute("value"));
    }

    [Fact]
    public void Change_ToAnOption_IsTold_AndToNone_IsNot()
    {
        var choice = Draw();
        choice.Find("select").Change("any");
        choice.Find("select").Change("nowhere");
        Assert.Equal(["any"], chosen);
    }
}
