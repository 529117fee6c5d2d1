using Visualizer.Dashboard.Labs.ErrorContracts;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.ErrorContracts;
using Visualizer.Tests.Support;

namespace Visualizer.Dashboard.Tests.Labs.ErrorContracts;

/// <summary>The page's client against the real API: what the stage claims is what was answered.</summary>
public sealed class ErrorContractsClientTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task EightMistakes_ThreeAreReadInTheMess_AllInTheContract()
    {
        using var visit = await Visit.ToAsync(house);
        var client = new ErrorContractsClient(visit.Api);
        await client.MakeMistakesAsync(messy: true);
        await client.MakeMistakesAsync(messy: false);
        var view = new ErrorContractsView().Fold(visit.Events);

        Assert.Equal(("3/8", "8/8"), (view.Messy.Text, view.Clean.Text));
        Assert.All(Mistakes.All, mistake => Assert.NotNull(view.Clean.Of(mistake)));
    }

    [Fact]
    public async Task EachFault_IsNoticedAtTheGateThatItsSwitchNames()
    {
        foreach (var fault in Fault.All)
        {
            using var visit = await Visit.ToAsync(house);
            var answer = await new ErrorContractsClient(visit.Api).SendAsync([fault]);
            var view = new ErrorContractsView().Fold(visit.Events);
            Assert.True(fault.Gate == (view.Latest!.Stop?.Gate ?? GateCatalogue.All.Count + 1), $"{fault.Key}: {answer.Status} {answer.Body}");
            Assert.Equal([fault], view.Latest.Carried);
        }
    }

    [Fact]
    public async Task Scenario_MendsFaultByFault()
    {
        using var visit = await Visit.ToAsync(house);
        await new ErrorContractsScenario(new ErrorContractsClient(visit.Api), visit.Control).PlayAsync(new Stint());
        var view = new ErrorContractsView().Fold(visit.Events);

        Assert.Equal(["401", "404", "422", "200"], view.Trips.Trips.Select(logged => logged.Trip.Legs[^1].Label));
        Assert.Equal("401", view.Measured);
    }

    [Fact]
    public async Task Scenario_SendsNothingOnceItsStintIsOver()
    {
        using var visit = await Visit.ToAsync(house);
        var over = new Stint();
        over.End();
        await new ErrorContractsScenario(new ErrorContractsClient(visit.Api), visit.Control).PlayAsync(over);

        Assert.Empty(new ErrorContractsView().Fold(visit.Events).Trips.Trips);
    }

    [Fact]
    public async Task Tokens_StandNowhereInTheJournal()
    {
        using var visit = await Visit.ToAsync(house);
        await new ErrorContractsClient(visit.Api).SendAsync([]);
        var authorized = visit.Events.Select(e => e.Data).OfType<RequestReceived>().SelectMany(request => request.Headers).Where(header => header.Name == "Authorization");
        Assert.Equal(["Bearer …"], authorized.Select(header => header.Value));
    }
}
