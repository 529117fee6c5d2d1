using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Visualizer.Dashboard.Labs.JwtSecurity;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Labs.JwtSecurity;
using Visualizer.Tests.Support;

namespace Visualizer.Dashboard.Tests.Labs.JwtSecurity;

/// <summary>The bench in a real house: what a press of its buttons sends, and what a reset makes of its tokens.</summary>
public sealed class TokenBenchTests(House house) : BunitContext, IClassFixture<House>
{
    [Fact]
    public async Task Reset_VoidsTheToken_AndKeepsWhatWasDoneToIt()
    {
        using var visit = await Visit.ToAsync(house);
        var bench = Bench(visit, "admin");
        await bench.InvokeAsync(bench.Instance.LogInAsync);
        Assert.Contains("(changed)", Styled(bench), StringComparison.Ordinal);

        bench.Render(p => p.Add(c => c.Run, 1));
        Assert.Contains("No token yet", bench.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("The lab was reset", bench.Find("[role=status]").TextContent, StringComparison.Ordinal);

        await bench.InvokeAsync(bench.Instance.LogInAsync);
        Assert.Contains("(changed)", Styled(bench), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnScenario_KeepsItsToken_WhenTheJournalTellsOfItsReset()
    {
        using var visit = await Visit.ToAsync(house);
        var bench = Bench(visit, null);
        await bench.InvokeAsync(bench.Instance.PlayAsync);
        bench.Render(p => p.Add(c => c.Run, 1));

        Assert.NotEmpty(bench.FindAll("[data-testid=encoded]"));
        Assert.Equal(4, visit.Events.Count(e => e.Data is DoorTried));
    }

    [Fact]
    public async Task Refresh_PressedTwiceAtOnce_IsTwoInTurn_AndEndsNoSession()
    {
        using var visit = await Visit.ToAsync(house);
        var bench = Bench(visit, null);
        await bench.InvokeAsync(bench.Instance.LogInAsync);
        var button = bench.FindAll("button").Single(b => b.TextContent == "Refresh");
        await bench.InvokeAsync(() => Task.WhenAll(button.ClickAsync(new()), button.ClickAsync(new())));

        Assert.Equal(2, visit.Events.Count(e => e.Data is RefreshRotated));
        Assert.DoesNotContain(visit.Events, e => e.Data is FamilyRevoked);
    }

    [Fact]
    public async Task LogOutHere_LeavesACopyThatIsAsGoodAsBefore()
    {
        using var visit = await Visit.ToAsync(house);
        var bench = Bench(visit, null);
        await bench.InvokeAsync(bench.Instance.LogInAsync);
        await PressAsync("Log out here");
        Assert.Empty(bench.FindAll("[data-testid=encoded]"));

        await PressAsync("Take the copy that somebody kept");
        await bench.InvokeAsync(bench.Instance.TryAsync);
        Assert.Equal(4, visit.Events.Select(e => e.Data).OfType<DoorTried>().Count(door => door.Opened));

        Task PressAsync(string words) => bench.FindAll("button").Single(b => b.TextContent == words).ClickAsync(new());
    }

    [Fact]
    public async Task LeftLying_InAddressAndRecord_IsCountedThere()
    {
        using var visit = await Visit.ToAsync(house);
        var bench = Bench(visit, null);
        await bench.InvokeAsync(bench.Instance.LogInAsync);
        foreach (var words in (string[])["in an address", "in a header of its own"])
        {
            await bench.FindAll("button").Single(b => b.TextContent == words).ClickAsync(new());
            Assert.StartsWith("401:", bench.Find("[role=status]").TextContent, StringComparison.Ordinal);
        }

        var view = new JwtSecurityView().Fold(visit.Events);
        Assert.Equal((1, 1), (view.LeftInAddresses, view.LeftInRecords));
    }

    private IRenderedComponent<TokenBench> Bench(Visit visit, string? steps)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(new JwtSecurityClient(visit.Api)).AddSingleton(visit.Control).AddSingleton(TimeProvider.System);
        return Render<TokenBench>(p => p.Add(c => c.StepsInAddress, steps));
    }

    /// <summary>The claims that differ from what was issued, as the page marks them.</summary>
    private static string Styled(IRenderedComponent<TokenBench> bench) => string.Concat(bench.FindAll(".changed").Select(claim => $"{claim.TextContent} (changed)"));
}
