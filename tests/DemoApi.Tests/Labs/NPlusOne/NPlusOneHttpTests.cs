using System.Globalization;
using System.Net;
using System.Text.Json;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Labs.NPlusOne;

public sealed class NPlusOneHttpTests(House house) : IClassFixture<House>
{
    private static int Commands(Answer answer) => int.Parse(answer.Headers["Demo-Query-Count"], CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("lazy", 41)] // the orders, 20 customers, 20 times lines
    [InlineData("join", 1)]
    [InlineData("split", 2)]
    [InlineData("batch", 3)]
    [InlineData("dataloader", 3)]
    public async Task Report_TwentyOrders_TakesSoManyCommands(string loading, int commands)
    {
        using var guest = await house.GuestAsync();
        var answer = await guest.GetAsync($"api/reports/orders?loading={loading}&limit=20");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/json", answer.Headers["Content-Type"]);
        Assert.Equal(commands, Commands(answer));
        Assert.Equal(20, answer.Json.GetProperty("orders").GetArrayLength());
    }

    [Theory]
    [InlineData("limit=20")]
    [InlineData("limit=7&parcels=true")]
    [InlineData("limit=200&customers=10")]
    public async Task Report_EveryLoading_GivesTheSameBytes(string query)
    {
        using var guest = await house.GuestAsync();
        var bodies = new HashSet<string>(StringComparer.Ordinal);
        foreach (var loading in (string[])["lazy", "join", "split", "batch", "dataloader"])
        {
            var answer = await guest.GetAsync($"api/reports/orders?loading={loading}&{query}");
            Assert.True(answer.Status == HttpStatusCode.OK, $"{loading}: {answer.Body}\n{house.Log}");
            bodies.Add(answer.Body);
        }


        var hashes = (await guest.EventsAsync()).Where(e => e.GetProperty("type").GetString() == "orders_reported")
            .Select(e => e.GetProperty("data").GetProperty("sha256").GetString()).Distinct(StringComparer.Ordinal);

        Assert.Single(bodies);
        Assert.Single(hashes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(100)]
    public async Task Report_GoodLoadings_TakeTheSameCommandsForAnyNumberOfOrders(int limit)
    {
        using var guest = await house.GuestAsync();
        var counts = new List<int>();
        foreach (var loading in (string[])["join", "split", "batch", "dataloader"])
            counts.Add(Commands(await guest.GetAsync($"api/reports/orders?loading={loading}&limit={limit}")));

        Assert.Equal([1, 2, 3, 3], counts);
    }

    [Fact]
    public async Task Lazy_FewerCustomers_AskFewerQuestions()
    {
        using var guest = await house.GuestAsync();
        var answer = await guest.GetAsync("api/reports/orders?loading=lazy&limit=20&customers=10");

        Assert.Equal(1 + 10 + 20, Commands(answer)); // whoever was loaded once is remembered
    }

    [Fact]
    public async Task Join_TwoCollections_MultiplyTheRows()
    {
        using var guest = await house.GuestAsync();
        var report = (await guest.GetAsync("api/reports/orders?loading=join&limit=20&parcels=true")).Json.GetProperty("orders").EnumerateArray().ToList();
        await guest.GetAsync("api/reports/orders?loading=split&limit=20&parcels=true");
        var rows = await RowsAsync(guest);

        var (lines, parcels) = (report.Sum(o => Count(o, "lines")), report.Sum(o => Count(o, "parcels")));
        Assert.Equal(report.Sum(o => Count(o, "lines") * Count(o, "parcels")), rows["join"]);
        Assert.Equal(20 + lines + parcels, rows["split"]);
    }

    [Theory]
    [InlineData(42, 20)]
    [InlineData(42, 200)]
    [InlineData(7, 20)]
    [InlineData(1, 1)]
    public async Task Join_TwoCollections_BringsMoreRowsThanAnyOtherLoading(int seed, int limit)
    {
        using var guest = await house.GuestAsync(new { seed });
        foreach (var loading in (string[])["lazy", "join", "split", "batch", "dataloader"])
            await guest.GetAsync($"api/reports/orders?loading={loading}&limit={limit}&parcels=true");
        var rows = await RowsAsync(guest);

        Assert.All(rows.Where(r => r.Key != "join"), other => Assert.True(other.Value < rows["join"], $"{other.Key}: {other.Value} of {rows["join"]}"));
    }

    [Fact]
    public async Task Report_NoCustomerMatches_AsksOnlyWhatIsNeeded()
    {
        using var guest = await house.GuestAsync();
        for (var id = 1; id <= 200; id++)
            await guest.SendAsync(HttpMethod.Delete, $"api/orders/{id}");

        var (batch, loader) = (await guest.GetAsync("api/reports/orders?loading=batch"), await guest.GetAsync("api/reports/orders?loading=dataloader"));
        Assert.Equal((1, 1), (Commands(batch), Commands(loader)));
    }

    [Fact]
    public async Task Report_OrderWithoutCustomer_IsInIt_ByEveryLoading()
    {
        using var guest = await house.GuestAsync();
        var placed = await guest.SendAsync(HttpMethod.Post, "api/orders", new { product_id = 1, quantity = 1 }, ("Idempotency-Key", "nobody"));
        for (var id = 1; id <= 199; id++)
            await guest.SendAsync(HttpMethod.Delete, $"api/orders/{id}");

        foreach (var loading in (string[])["lazy", "join", "split", "batch", "dataloader"])
        {
            var last = (await guest.GetAsync($"api/reports/orders?loading={loading}")).Json.GetProperty("orders").EnumerateArray().Last();
            Assert.Equal(placed.Json.GetProperty("id").GetInt64(), last.GetProperty("id").GetInt64());
            Assert.Equal(JsonValueKind.Null, last.GetProperty("customer").ValueKind);
        }
    }

    [Fact]
    public async Task Lazy_IsSuspected_AndTheOthersAreNot()
    {
        using var guest = await house.GuestAsync();
        foreach (var loading in (string[])["lazy", "join", "split", "batch", "dataloader"])
            await guest.GetAsync($"api/reports/orders?loading={loading}");
        var suspected = (await guest.EventsAsync()).Where(e => e.GetProperty("type").GetString() == "repetition_suspected").ToList();

        Assert.Equal(2, suspected.Count); // the customers and the lines
        Assert.All(suspected, e => Assert.Equal(("r1", 20), (e.GetProperty("request_id").GetString(), e.GetProperty("data").GetProperty("times").GetInt32())));
    }

    [Fact]
    public async Task Parallel_EachCountsItsOwnCommands()
    {
        using var guest = await house.GuestAsync();
        var answers = await Task.WhenAll(Enumerable.Range(1, 20).Select(limit => guest.GetAsync($"api/reports/orders?loading=lazy&limit={limit}")));

        Assert.Equal(Enumerable.Range(1, 20).Select(n => 1 + (2 * n)), answers.Select(Commands));
    }

    [Fact]
    public async Task Latency_IsAddedToEveryCommand_AndSaidInTheEvent()
    {
        using var guest = await house.GuestAsync();
        var set = await guest.PutAsync("sandbox/queries", new { latency_ms_per_command = 5 });
        await guest.GetAsync("api/reports/orders?loading=batch");
        var told = (await guest.EventsAsync()).Single(e => e.GetProperty("type").GetString() == "orders_reported").GetProperty("data");

        Assert.Equal(5, set.Json.GetProperty("latency_ms_per_command").GetInt32());
        Assert.Equal(5, told.GetProperty("added_ms_per_command").GetInt32());
        Assert.All(told.GetProperty("ticks").EnumerateArray(), tick => Assert.True(tick.GetProperty("ms").GetDouble() >= 4.9)); // a lower bound of what was added
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("loading=eager", "loading")]
    [InlineData("customers=101", "customers")]
    [InlineData("parcels=maybe", "parcels")]
    public async Task Report_BadQuery_NamesTheParameter(string query, string field)
    {
        using var guest = await house.GuestAsync();
        (await guest.GetAsync($"api/reports/orders?{query}")).IsProblem(400, "invalid-parameter", field);
    }

    [Theory]
    [InlineData("""{"latency_ms_per_command":51}""", 422, "validation-error")]
    [InlineData("""{"latency_ms_per_command":-1}""", 422, "validation-error")]
    [InlineData("{}", 422, "validation-error")]
    [InlineData("""{"latency_ms_per_command":1.5}""", 400, "invalid-body")]
    public async Task Settings_OutOfBounds_AreRefused(string body, int status, string slug)
    {
        using var guest = await house.GuestAsync();
        (await guest.PutAsync("sandbox/queries", body)).IsProblem(status, slug, "latency_ms_per_command");
    }

    private static int Count(JsonElement order, string member) => order.GetProperty(member).GetArrayLength();

    private static async Task<Dictionary<string, int>> RowsAsync(Guest guest) => (await guest.EventsAsync())
        .Where(e => e.GetProperty("type").GetString() == "orders_reported").Select(e => e.GetProperty("data"))
        .ToDictionary(d => d.GetProperty("loading").GetString()!, d => d.GetProperty("rows").GetInt32(), StringComparer.Ordinal);
}
