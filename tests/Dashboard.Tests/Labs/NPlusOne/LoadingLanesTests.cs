using Bunit;
using Visualizer.Dashboard.Labs.NPlusOne;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Tests.Labs.NPlusOne;

public sealed class LoadingLanesTests : BunitContext
{
    [Fact]
    public void Fresh_EveryLaneSaysThatItIsEmpty()
    {
        var lanes = Render<LoadingLanes>(p => p.Add(c => c.View, new NPlusOneView()));

        Assert.Equal(5, lanes.FindAll("[data-lane]").Count);
        Assert.All(lanes.FindAll("[data-lane]"), lane => Assert.EndsWith("not loaded yet", lane.GetAttribute("aria-label"), StringComparison.Ordinal));
    }

    [Fact]
    public void Loaded_ShowsTheCountAndARowForEachShape()
    {
        var view = new NPlusOneView().Fold(NPlusOneViewTests.With(new Journaled().Started(), "r1", NPlusOneViewTests.Reported("lazy", 41)).Events);
        var lanes = Render<LoadingLanes>(p => p.Add(c => c.View, view));

        Assert.Equal("41", lanes.Find("[data-testid=commands-lazy]").TextContent);
        Assert.Equal(["× 1", "× 40"], lanes.FindAll(".times").Select(e => e.TextContent));
        Assert.Equal("Lazy, in a loop: 41 commands, 94 rows, 10 ms for 20 orders", lanes.Find("[data-lane=lazy]").GetAttribute("aria-label"));
    }

    [Fact]
    public void Load_AsksForThatLoading()
    {
        string? asked = null;
        var lanes = Render<LoadingLanes>(p => p.Add(c => c.View, new NPlusOneView()).Add(c => c.OnLoad, (string loading) => asked = loading));

        lanes.Find("[data-lane=split] button").Click();

        Assert.Equal("split", asked);
    }
}
