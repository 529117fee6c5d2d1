using System.Net;
using Visualizer.DemoApi.Tests.Labs.Idempotency;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Sandboxes;

/// <summary>The house is built twice over one folder: what was committed is there, what was only remembered is not.</summary>
public sealed class SandboxesOnDiskTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sandboxes-").FullName;
    private readonly List<House> _houses = [];

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // the first house never gets to say goodbye: its process died
    public async Task Restart_BringsBackDataKeysAndClock_AndOneOrderStaysOne(bool goodbye)
    {
        var first = await OpenAsync();
        using var before = await first.GuestAsync(new { paused = true, seed = 7 });
        await before.AdvanceAsync(5_000);
        await Assert.ThrowsAsync<HttpRequestException>(() => before.PlaceAsync("k-1", fault: "drop-response"));
        var cursor = (await before.GetAsync("api/orders?limit=1")).Json.GetProperty("next_cursor").GetString();
        if (goodbye)
            await first.DisposeAsync();

        var second = await OpenAsync();
        using var after = new Guest(second.Root, before.Id);
        var answer = await after.PlaceAsync("k-1");

        Assert.Equal((HttpStatusCode.Created, "true", 201), (answer.Status, answer.Headers["Idempotent-Replayed"], Orders.IdOf(answer)));
        Assert.Equal(1, second.Placed(after));
        Assert.Equal("""{"now":"2026-01-23T11:00:05.000Z","rate":1,"paused":true}""", (await after.GetAsync("sandbox/clock")).Body);
        Assert.Equal(7, (await after.GetAsync("sandbox")).Json.GetProperty("seed").GetInt32());
        Assert.Equal(HttpStatusCode.OK, (await after.GetAsync($"api/orders?limit=1&cursor={cursor}")).Status);
        var started = (await after.EventsAsync())[0];
        Assert.Equal(("sandbox_started", 1), (started.GetProperty("type").GetString(), started.GetProperty("id").GetInt64()));
        Assert.True(started.GetProperty("data").GetProperty("restored").GetBoolean());
    }

    [Fact]
    public async Task AttemptLeftBehindByADeadProcess_BlocksItsKeyUntilTheLeaseEnds()
    {
        var first = await OpenAsync();
        using var before = await first.GuestAsync(new { paused = true });
        var dying = before.PlaceAsync("k-1", fault: "delay=5000");
        await before.EventsAsync("key_claimed", 1);

        var second = await OpenAsync();
        using var after = new Guest(second.Root, before.Id);
        (await after.PlaceAsync("k-1")).IsProblem(409, "idempotency-key-in-use");
        await after.AdvanceAsync(60_000);
        Assert.Equal(201, Orders.IdOf(await after.PlaceAsync("k-1")));
        Assert.True((await after.LastAsync("key_claimed")).GetProperty("took_over").GetBoolean());

        await before.AdvanceAsync(5_000); // it was not dead after all, and finds its claim gone
        (await dying).IsProblem(409, "idempotency-key-in-use");
        Assert.Equal(1, second.Placed(after));
    }

    [Fact]
    public async Task DeletedWhileRequestsAreAtWork_ItStaysDeleted_AndNoneOfThemFails()
    {
        var house = await OpenAsync();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            using var guest = await house.GuestAsync(new { paused = true });
            var reads = Enumerable.Range(0, 20).Select(i => guest.GetAsync(i % 2 == 0 ? "api/items" : "api/orders")).ToList();
            var end = guest.SendAsync(HttpMethod.Delete, "sandbox");
            reads.AddRange(Enumerable.Range(0, 20).Select(_ => guest.GetAsync("api/items")));

            Assert.Equal(HttpStatusCode.NoContent, (await end).Status);
            Assert.All(await Task.WhenAll(reads), read => Assert.True(read.Status is HttpStatusCode.OK or HttpStatusCode.NotFound, read.Body));
            (await guest.GetAsync("sandbox")).IsProblem(404, "sandbox-not-found");
            Assert.Empty(Directory.EnumerateFiles(_folder));
        }
    }

    [Fact]
    public async Task Reset_BringsBackTheFirstState_OnDiskToo()
    {
        var first = await OpenAsync();
        using var before = await first.GuestAsync(new { paused = true });
        await before.PlaceAsync("k-1");
        await before.AdvanceAsync(1_000);
        await before.PostAsync("sandbox/reset");
        await first.DisposeAsync();

        var second = await OpenAsync();
        using var after = new Guest(second.Root, before.Id);
        Assert.Equal(0, second.Placed(after));
        Assert.Equal("2026-01-23T11:00:00.000Z", (await after.GetAsync("sandbox/clock")).Json.GetProperty("now").GetString());
        Assert.Equal(1, (await after.GetAsync("sandbox")).Json.GetProperty("epoch").GetInt32());
    }

    [Fact]
    public async Task Deletion_LeavesNothingInTheFolder_AndNoFileNamesItsSandbox()
    {
        var house = await OpenAsync();
        using var guest = await house.GuestAsync();
        var files = Directory.GetFiles(_folder);
        Assert.Equal(2, files.Length);
        Assert.All(files, file => Assert.DoesNotContain(guest.Id, file));

        await guest.SendAsync(HttpMethod.Delete, "sandbox");
        Assert.Empty(Directory.GetFiles(_folder));
        (await guest.GetAsync("sandbox")).IsProblem(404, "sandbox-not-found");
    }

    [Fact]
    public async Task FileOfAnotherVersion_IsNoSandboxAnyMore()
    {
        var first = await OpenAsync();
        using var before = await first.GuestAsync();
        Assert.True(first.Store.TryUse(before.Id, out var sandbox));
        using (var shop = sandbox.Shop.CreateContext())
            Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRaw(shop.Database, "ALTER TABLE Orders ADD Colour TEXT");
        await first.DisposeAsync();

        var second = await OpenAsync();
        using var after = new Guest(second.Root, before.Id);
        (await after.GetAsync("sandbox")).IsProblem(404, "sandbox-not-found");
        Assert.Empty(Directory.GetFiles(_folder));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var house in _houses)
            await house.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<House> OpenAsync()
    {
        var house = new HouseOnDisk(_folder);
        _houses.Add(house);
        await house.InitializeAsync();
        return house;
    }

    private sealed class HouseOnDisk(string folder) : House
    {
        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Sandboxes:Path", folder)];
    }
}
