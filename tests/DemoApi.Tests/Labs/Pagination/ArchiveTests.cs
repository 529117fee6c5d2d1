using System.Net;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Visualizer.DemoApi.Data.Archive;
using Visualizer.Tests.Support;
using static Visualizer.DemoApi.Tests.Labs.Pagination.PageWalker;

namespace Visualizer.DemoApi.Tests.Labs.Pagination;

/// <summary>One million rows: work is counted, never timed.</summary>
public sealed class ArchiveTests(ArchiveTests.FreshArchive house) : IClassFixture<ArchiveTests.FreshArchive>
{
    /// <summary>A house whose archive does not stand yet.</summary>
    public sealed class FreshArchive : House, IAsyncLifetime
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("visualizer-archive-").FullName;

        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Archive:Folder", _folder)];

        public async Task<Guest> GuestOfWholeArchiveAsync()
        {
            var guest = await GuestAsync(new { paused = true });
            await App.Services.GetRequiredService<Archive>().DemandAsync();
            return guest;
        }

        async Task IAsyncLifetime.DisposeAsync()
        {
            await DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task BeforeItStands_TheAnswerSaysHowFarItIs()
    {
        using var guest = await house.GuestAsync();
        var early = await guest.GetAsync("api/archive");
        if (early.Status != HttpStatusCode.OK) // another test may have waited for it
        {
            early.IsProblem(503, "not-ready");
            Assert.Equal("1", early.Headers["Retry-After"]);
            Assert.Equal(1_000_000, early.Json.GetProperty("details").GetProperty("total").GetInt64());
        }

        using var late = await house.GuestOfWholeArchiveAsync();
        Assert.Equal("""{"ready":true,"rows":1000000,"total":1000000}""", (await late.GetAsync("sandbox/archive")).Body);
        Assert.Equal(Down(1_000_000, 999_981), Ids((await late.GetAsync("api/archive")).Json));
    }

    [Theory]
    [InlineData("-created_at")]
    [InlineData("price_cents")]
    public async Task ByCursor_TheWorkIsTheSameAtEveryDepth_ByOffsetItGrowsWithIt(string sort)
    {
        using var guest = await house.GuestOfWholeArchiveAsync();
        var (keyset, offset) = (new List<long>(), new List<long>());
        foreach (var row in (int[])[1_000, 100_000, 900_000])
        {
            var cursor = (await guest.GetAsync($"sandbox/archive/cursor?row={row}&sort={sort}")).Json.GetProperty("cursor");
            var byCursor = Ids(await ReadAsync(guest, $"api/archive?cursor={cursor}"));
            Assert.Equal(Ids(await ReadAsync(guest, $"api/archive?offset={row}&sort={sort}")), byCursor);
        }

        foreach (var read in (await guest.EventsAsync("page_read", 6)).Select(e => e.GetProperty("data")))
        {
            var rows = read.GetProperty("rows");
            (read.GetProperty("offset").ValueKind is JsonValueKind.Null ? keyset : offset).Add(rows.GetProperty("steps").GetInt64());
            Assert.StartsWith(read.GetProperty("offset").ValueKind is JsonValueKind.Null ? "SEARCH archive.Items USING INDEX" : "SCAN archive.Items USING INDEX", rows.GetProperty("plan").GetString(), StringComparison.Ordinal);
        }

        Assert.All(keyset, steps => Assert.InRange(steps, keyset[0] * 9 / 10, keyset[0] * 11 / 10));
        Assert.True(offset[2] > 200 * keyset[2], $"offset {offset[2]}, cursor {keyset[2]}");
        Assert.True(offset[2] > 8 * offset[1] && offset[1] > 50 * offset[0], string.Join(", ", offset));
    }

    [Fact]
    public async Task Search_UsesTheWholePlace_SoThatTiesCostNothing()
    {
        using var guest = await house.GuestOfWholeArchiveAsync();
        var cursor = (await guest.GetAsync("sandbox/archive/cursor?row=500000&sort=price_cents")).Json.GetProperty("cursor");
        await guest.GetAsync($"api/archive?cursor={cursor}");

        var plan = (await guest.EventsAsync("page_read", 1))[0].GetProperty("data").GetProperty("rows").GetProperty("plan").GetString();

        Assert.Equal("SEARCH archive.Items USING INDEX Items_PriceCents ((PriceCents,Id)>(?,?))", plan);
    }

    [Fact]
    public async Task FirstSixtyRows_TieOverThreePages_AndNoneIsLost()
    {
        using var guest = await house.GuestOfWholeArchiveAsync();
        var (seen, times) = (new List<long>(), new HashSet<string?>());
        for (string query = "", cursor; seen.Count < 80; query = $"?cursor={cursor}")
        {
            var page = await ReadAsync(guest, $"api/archive{query}");
            seen.AddRange(Ids(page));
            if (seen.Count <= 60)
                times.UnionWith(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("created_at").GetString()));
            cursor = page.GetProperty("next_cursor").GetString()!;
        }

        Assert.Equal(Down(1_000_000, 999_921), seen);
        Assert.Single(times);
    }

    [Fact]
    public async Task LastPage_IsTheEnd_InBothModes()
    {
        using var guest = await house.GuestOfWholeArchiveAsync();
        var cursor = (await guest.GetAsync("sandbox/archive/cursor?row=999990")).Json.GetProperty("cursor");
        var last = await ReadAsync(guest, $"api/archive?cursor={cursor}");

        Assert.Equal(Down(10, 1), Ids(last));
        Assert.False(last.GetProperty("has_more").GetBoolean());
        var byOffset = await ReadAsync(guest, "api/archive?offset=999990");
        Assert.Equal((1_000_000, 10), (byOffset.GetProperty("total").GetInt64(), Ids(byOffset).Count));
        (await guest.GetAsync("sandbox/archive/cursor?row=1000001")).IsProblem(400, "invalid-parameter", "row");
    }

    [Fact]
    public async Task Archive_IsAttachedReadOnly()
    {
        using var guest = await house.GuestOfWholeArchiveAsync();
        Assert.True(house.Store.TryUse(guest.Id, out var sandbox));
        using var connection = house.App.Services.GetRequiredService<Archive>().OpenBeside(sandbox.Shop);
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM archive.Items WHERE Id = 1";

        Assert.Contains("readonly", Assert.Throws<SqliteException>(() => command.ExecuteNonQuery()).Message, StringComparison.Ordinal);
    }
}
