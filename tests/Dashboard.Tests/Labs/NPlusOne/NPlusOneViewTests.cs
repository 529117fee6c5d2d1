using Visualizer.Dashboard.Labs.NPlusOne;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.NPlusOne;
using Visualizer.DemoApi.Queries;

namespace Visualizer.Dashboard.Tests.Labs.NPlusOne;

public sealed class NPlusOneViewTests
{
    private const string Orders = "SELECT \"o\".\"Id\" FROM \"Orders\" AS \"o\" LIMIT ?";
    private const string Users = "SELECT \"u\".\"Id\" FROM \"Users\" AS \"u\" WHERE \"u\".\"Id\" = ?";

    internal static OrdersReported Reported(string loading, int commands, int orders = 20, int customers = 20, long rows = 94, string sha = "aabbccddeeff00", bool parcels = false) => new(
        loading, orders, customers, parcels, commands, rows, 4_000, sha, 10, 0, [Orders, Users],
        [.. Enumerable.Range(0, commands).Select(i => new CommandTick(i == 0 ? 0 : 1, i, 0.5, 1))]);

    internal static Journaled With(Journaled journal, string id, OrdersReported told) => journal
        .Add(1, new RequestReceived("GET", $"/reports/orders?loading={told.Loading}", "HTTP/1.1", [], new(true, "")), NPlusOneView.Slug, id)
        .Add(2, told, NPlusOneView.Slug, id)
        .Add(3, new ResponseSent(200, [new("Demo-Query-Count", $"{told.Commands}")], CapturedBody.None, new("{}", 2), 1.5), NPlusOneView.Slug, id);

    private static NPlusOneView Fold(params OrdersReported[] reports)
    {
        var journal = new Journaled().Started();
        for (var i = 0; i < reports.Length; i++)
            With(journal, $"r{i + 1}", reports[i]);
        return new NPlusOneView().Fold(journal.Events);
    }

    [Fact]
    public void Run_Lazy_PilesItsCommandsByShape()
    {
        var run = Fold(Reported("lazy", 41)).RunOf("lazy")!;

        Assert.Equal([("orders", 1), ("customers", 40)], run.Piles.Select(p => (p.Table, p.Ticks.Count)));
        Assert.Equal("M0 0h45v10H0z", run.Piles[0].Bars(10));
    }

    [Theory]
    [InlineData("lazy", 20, 20, false, "41")]
    [InlineData("join", 20, 20, false, null)]
    [InlineData("lazy", 21, 20, false, null)]
    [InlineData("lazy", 20, 10, false, null)]
    [InlineData("lazy", 20, 20, true, null)]
    public void Measured_IsTheLazyLoopOfTheQuestion_AndNoOther(string loading, int orders, int customers, bool parcels, string? measured) =>
        Assert.Equal(measured, Fold(Reported(loading, 41, orders, customers, parcels: parcels)).Measured);

    [Fact]
    public void SameBytes_ComparesTheNewestRunsOfOneQuestion()
    {
        Assert.Null(Fold(Reported("lazy", 41)).SameBytes);
        Assert.True(Fold(Reported("lazy", 41), Reported("join", 1)).SameBytes);
        Assert.False(Fold(Reported("lazy", 41), Reported("join", 1, sha: "0011223344556677")).SameBytes);
        Assert.Null(Fold(Reported("lazy", 41), Reported("join", 1, orders: 3)).SameBytes); // another report
    }

    [Fact]
    public void MostRows_AreOfOneRunAlone_AmongThoseOfTheSameReport()
    {
        var view = Fold(Reported("lazy", 61, rows: 200, parcels: true), Reported("join", 1, rows: 280, parcels: true), Reported("batch", 4, rows: 900, orders: 100, parcels: true), Reported("split", 3, rows: 180, parcels: true));

        Assert.Equal((false, true, false), (view.MovedMost(view.RunOf("lazy")!), view.MovedMost(view.RunOf("join")!), view.MovedMost(view.RunOf("batch")!)));
        var tied = Fold(Reported("lazy", 41, rows: 80), Reported("batch", 3, rows: 80));
        Assert.False(tied.MovedMost(tied.RunOf("lazy")!));
    }

    [Fact]
    public void Wire_SaysTheCountAndWhy()
    {
        var exchange = Fold(Reported("batch", 3)).Wire.Exchanges[0];

        Assert.Equal("3 commands", exchange.Decision?.Outcome);
        Assert.Contains("1 × orders, 2 × customers", exchange.Decision?.Why, StringComparison.Ordinal);
        Assert.Equal("Demo-Query-Count: 3", new NPlusOneView().Telling(exchange));
    }

    [Fact]
    public void Suspicion_OfAnotherLabsCall_IsShownToo()
    {
        var view = new NPlusOneView().Fold(new Journaled().Started().Add(1, new RepetitionSuspected(Users, 7, 9), "idempotency", "r1").Events);

        Assert.Equal(7, Assert.Single(view.Suspicions).Told.Times);
        Assert.Equal(0, view.Wire.Total);
    }

    [Fact]
    public void News_TellsEachReportOnce()
    {
        var view = Fold(Reported("join", 1, rows: 42));

        Assert.Equal("One JOIN: 1 command, 42 rows, 10 ms for 20 orders.", view.News());
        Assert.Equal("", view.News());
    }

    [Fact]
    public void Missions_AreProvenByCounts()
    {
        Assert.True(Solved("storm", Reported("lazy", 301, 200)));
        Assert.False(Solved("storm", Reported("lazy", 300, 200)));
        Assert.True(Solved("few", Reported("batch", 3, 200)));
        Assert.False(Solved("few", Reported("join", 1, 200)));
        Assert.True(Solved("explosion", Reported("lazy", 61, rows: 99, parcels: true), Reported("join", 1, rows: 100, parcels: true)));
        Assert.False(Solved("explosion", Reported("lazy", 61, rows: 99), Reported("join", 1, rows: 100, parcels: true))); // another report

        static bool Solved(string key, params OrdersReported[] reports) => Fold(reports).Missions.Single(m => m.Mission.Key == key).Solved;
    }
}
