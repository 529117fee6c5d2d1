using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Tests.Stage;

public sealed class SidePanelTests : BunitContext
{
    private string? active;
    private bool folded;

    public SidePanelTests() => JSInterop.Mode = JSRuntimeMode.Loose; // focus

    [Fact]
    public void SidePanel_Opened_ShowsTheFirstTabAlone()
    {
        var panel = RenderPanel();

        Assert.Equal(["Predict", "Code", "Missions1/3"], panel.FindAll("[role=tab]").Select(tab => tab.TextContent));
        Assert.Equal("predict!", panel.Find("[role=tabpanel]").TextContent);
        Assert.Equal(["true", "false", "false"], panel.FindAll("[role=tab]").Select(tab => tab.GetAttribute("aria-selected")));
    }

    [Fact]
    public void SidePanel_Tabs_AreOneTabStopAndPointAtTheirPanel()
    {
        var panel = RenderPanel("code");

        Assert.Equal(["-1", "0", "-1"], panel.FindAll("[role=tab]").Select(tab => tab.GetAttribute("tabindex")));
        Assert.Equal(panel.Find("[aria-selected=true]").Id, panel.Find("[role=tabpanel]").GetAttribute("aria-labelledby"));
        Assert.Equal(panel.Find("[role=tabpanel]").Id, panel.Find("[aria-selected=true]").GetAttribute("aria-controls"));
    }

    [Theory]
    [InlineData("predict", "ArrowRight", "code")]
    [InlineData("missions", "ArrowRight", "predict")]
    [InlineData("predict", "ArrowLeft", "missions")]
    [InlineData("code", "Home", "predict")]
    [InlineData("code", "End", "missions")]
    [InlineData("code", "x", null)]
    public void SidePanel_Key_OpensTheTabItMovesTo(string from, string key, string? to)
    {
        var panel = RenderPanel(from);
        active = null;

        panel.Find("[role=tablist]").KeyDown(new KeyboardEventArgs { Key = key });

        Assert.Equal(to, active);
    }

    [Fact]
    public void SidePanel_TabClicked_TellsItsKey()
    {
        RenderPanel().FindAll("[role=tab]")[1].Click();

        Assert.Equal("code", active);
    }

    [Fact]
    public void SidePanel_Folded_LeavesTheWayBack()
    {
        var panel = RenderPanel(isFolded: true);

        Assert.Empty(panel.FindAll("[role=tab], [role=tabpanel]"));
        Assert.Equal("false", panel.Find("button").GetAttribute("aria-expanded"));

        folded = true;
        panel.Find("button").Click();

        Assert.False(folded);
    }

    [Fact]
    public void SidePanel_TabRemoved_FallsBackToTheFirst()
    {
        var panel = RenderPanel("code");

        panel.Render(p => p.Add(s => s.ChildContent, Tabs(("predict", "Predict", null))));

        Assert.Equal("predict!", panel.Find("[role=tabpanel]").TextContent);
    }

    private IRenderedComponent<SidePanel> RenderPanel(string? open = null, bool isFolded = false) => Render<SidePanel>(p => p
        .Add(s => s.Active, open).Add(s => s.ActiveChanged, key => active = key)
        .Add(s => s.Folded, isFolded).Add(s => s.FoldedChanged, now => folded = now)
        .Add(s => s.ChildContent, Tabs(("predict", "Predict", null), ("code", "Code", null), ("missions", "Missions", "1/3"))));

    private static RenderFragment Tabs(params (string Key, string Title, string? Note)[] tabs) => builder =>
    {
        foreach (var (key, title, note) in tabs)
        {
            builder.OpenComponent<SideTab>(0);
            builder.SetKey(key);
            builder.AddComponentParameter(1, nameof(SideTab.Key), key);
            builder.AddComponentParameter(2, nameof(SideTab.Title), title);
            builder.AddComponentParameter(3, nameof(SideTab.Note), note);
            builder.AddComponentParameter(4, nameof(SideTab.ChildContent), (RenderFragment)(content => content.AddContent(0, $"{key}!")));
            builder.CloseComponent();
        }
    };
}
