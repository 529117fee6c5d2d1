using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Visualizer.DemoApi.Documentation;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.NPlusOne.Reading;
using Visualizer.DemoApi.Queries;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.NPlusOne;

/// <summary>One report, loaded in five ways.</summary>
public static class NPlusOneLab
{
    public const string Slug = "n-plus-one";

    private static readonly OrderReport Example = new(
        1, new DateTimeOffset(2026, 1, 22, 1, 40, 0, TimeSpan.Zero), new(1, "Alice Smith"), [new(17, 2, 1_250)], null);

    public static void MapNPlusOne(this RouteGroupBuilder api)
    {
        var reports = api.Chapter("Reports", "One report, loaded in five ways: the same bytes, and very different numbers of SQL commands.").WithMetadata(new LabMark(Slug));
        reports.MapGet("/reports/orders", ReportAsync).Describe("reportOrders", "Read the orders with their customers and lines", operation => operation
            .Says("Every `loading` gives the same bytes. `Demo-Query-Count` says how many SQL commands it took, `Server-Timing` how long they were, added waits included.")
            .Query("loading", "How the relatives are loaded.", Value.OneOf([.. Loadings.All]).Otherwise(Loadings.Lazy))
            .Query("limit", "How many orders.", Value.Integer(1, ReportRequest.MaxLimit, otherwise: ReportRequest.DefaultLimit))
            .Query("customers", "Orders of the first so many customers only: fewer customers, more orders each.", Value.Integer(1, ReportRequest.MaxCustomers, otherwise: ReportRequest.MaxCustomers))
            .Query("parcels", "Whether a second collection comes along.", Value.Flag(otherwise: false))
            .Gives(200, "The report.", new OrdersReport([Example, Example with { Id = 2, Parcels = [new("North Post", 900)] }]), "Demo-Query-Count"));
    }

    public static void MapNPlusOneControl(this RouteGroupBuilder control)
    {
        control.MapGet("/queries", Settings);
        control.MapPut("/queries", ConfigureAsync);
    }

    private static async Task<IResult> ReportAsync(Sandbox sandbox, HttpContext http)
    {
        var read = ReportRequest.Read(http.Request);
        if (read.Problem is { } unreadable)
            return unreadable;
        var (request, load, log, exchange) = (read.Value, Load(read.Value.Loading), CommandLog.Current!, http.Exchange());
        await WarmUp.OnceAsync(sandbox.Shop, request, load);
        var addedMs = sandbox.State<NPlusOneState>().LatencyMs;
        log.Added = TimeSpan.FromMilliseconds(addedMs);
        await using var shop = ReportContext.Over(sandbox.Shop);
        var orders = await load(shop, request);

        var body = ReportBody.Of(orders);
        var told = ReportBody.Event(request, orders, body, log, addedMs);
        exchange.Parts.Add("db", told.Ticks.Sum(tick => tick.Ms));
        http.Response.Headers["Demo-Query-Count"] = told.Commands.ToString(CultureInfo.InvariantCulture);
        sandbox.Journal.Append(sandbox.Clock.GetUtcNow(), told, Slug, exchange.RequestId);
        return TypedResults.Bytes(body, MediaType.Json);
    }

    private static Func<ReportContext, ReportRequest, Task<List<OrderReport>>> Load(string loading) => loading switch
    {
        Loadings.Lazy => OrdersLazily.LoadAsync,
        Loadings.Join => OrdersByJoin.LoadAsync,
        Loadings.Split => OrdersSplit.LoadAsync,
        Loadings.Batch => OrdersInBatches.LoadAsync,
        _ => OrdersByDataLoader.LoadAsync,
    };

    private static IResult Settings(Sandbox sandbox) => TypedResults.Json(new QuerySettings(sandbox.State<NPlusOneState>().LatencyMs), WireJson.Options);

    private static async Task<IResult> ConfigureAsync(Sandbox sandbox, HttpContext http)
    {
        var read = await JsonBody.ReadAsync<QuerySettings>(http);
        if (read.Problem is { } unreadable)
            return unreadable;
        var check = new Validation();
        var latency = check.Require(read.Value.LatencyMsPerCommand, "#/latency_ms_per_command", 0, NPlusOneState.MaxLatencyMs);
        if (check.Problem is { } invalid)
            return invalid;
        sandbox.State<NPlusOneState>().LatencyMs = latency;
        sandbox.Journal.Append(sandbox.Clock.GetUtcNow(), new LatencySet(latency), Slug);
        return Settings(sandbox);
    }
}
