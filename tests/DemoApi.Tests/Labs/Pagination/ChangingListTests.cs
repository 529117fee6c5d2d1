using Visualizer.Tests.Support;
using static Visualizer.DemoApi.Tests.Labs.Pagination.PageWalker;

namespace Visualizer.DemoApi.Tests.Labs.Pagination;

/// <summary>The scenario: 100 rows, pages of ten, and a writer who has a turn between two pages.</summary>
public sealed class ChangingListTests(House house) : IClassFixture<House>
{
    private static readonly object Still = new { paused = true };

    [Fact]
    public async Task Offset_ThreeArriveAtEachTurn_FortyOneRowsComeAgain()
    {
        using var guest = await house.GuestAsync(Still);
        var seen = await ByOffsetAsync(guest, () => WriteAsync(guest, 3));

        Assert.Equal((141, 100), (seen.Count, seen.Distinct().Count()));
        Assert.Equal(Down(100, 1), seen.Distinct());
        Assert.Equal(seen[7..10], seen[10..13]); // the three last of a page are the three first of the next
        Assert.Equal([93, 92, 91], seen[7..10]);
    }

    [Fact]
    public async Task Offset_ThreeGoAtEachTurn_TwentyOneRowsAreNeverSeen()
    {
        using var guest = await house.GuestAsync(Still);
        var seen = await ByOffsetAsync(guest, () => WriteAsync(guest, -3));

        Assert.Equal((79, 79), (seen.Count, seen.Distinct().Count()));
        Assert.Equal([90, 89, 88, 77, 76, 75, 64, 63, 62, 51, 50, 49, 38, 37, 36, 25, 24, 23, 12, 11, 10], Down(100, 1).Except(seen));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(0)]
    [InlineData(-3)]
    public async Task Cursor_WhateverTheWriterDoes_EachRowOnce(int k)
    {
        using var guest = await house.GuestAsync(Still);

        Assert.Equal(Down(100, 1), await ByCursorAsync(guest, () => WriteAsync(guest, k)));
    }

    [Fact]
    public async Task Cursor_TheRowItWasMadeOfIsGone_GoesOnBehindItsPlace()
    {
        using var guest = await house.GuestAsync(Still);
        var first = await ReadAsync(guest, "api/items?limit=10");
        await guest.SendAsync(HttpMethod.Delete, "api/items/91");
        await guest.SendAsync(HttpMethod.Delete, "api/items/90");

        var second = await ReadAsync(guest, $"api/items?limit=10&cursor={first.GetProperty("next_cursor")}");

        Assert.Equal(Down(89, 80), Ids(second));
    }

    [Fact]
    public async Task UnsafeCursor_LosesTheRestOfATie()
    {
        using var guest = await house.GuestAsync(Still);
        await WriteAsync(guest, 25); // one import: ids 101 to 125 at one instant

        var seen = await ByCursorAsync(guest, list: "unsafe/items");

        Assert.Equal(Down(115, 101), Down(125, 1).Except(seen));
        Assert.Equal(Down(125, 1), await ByCursorAsync(guest)); // the tie-breaker keeps them
    }

    [Fact]
    public async Task Ties_OverSeveralPages_EachRowOnceInEveryOrder()
    {
        using var guest = await house.GuestAsync(Still);
        await WriteAsync(guest, 25); // of one time and one price

        foreach (var sort in (string[])["-created_at", "created_at", "price_cents", "-price_cents"])
            Assert.Equal(125, (await ByCursorAsync(guest, query: $"&sort={sort}")).Distinct().Count());
        Assert.Equal(Down(125, 1).Reverse(), await ByCursorAsync(guest, query: "&sort=created_at"));
    }

    [Fact]
    public async Task Journal_TellsTheWalkInOrder()
    {
        using var guest = await house.GuestAsync(Still);
        var first = await ReadAsync(guest, "api/items?limit=2");
        await WriteAsync(guest, 1);
        await ReadAsync(guest, $"api/items?cursor={first.GetProperty("next_cursor")}&limit=3");
        await guest.SendAsync(HttpMethod.Delete, "api/items/101");
        await ReadAsync(guest, "api/items?limit=2&offset=4&category=office");

        var told = (await guest.EventsAsync()).Where(e => e.GetProperty("lab").GetString() == "pagination" && e.GetProperty("type").GetString() is not ("request_received" or "response_sent")).ToList();

        Assert.Equal(["page_read", "item_added", "page_read", "item_removed", "page_read"], told.Select(e => e.GetProperty("type").GetString()));
        Assert.Equal("items -created_at 2 [100,99] next:True", Page(0));
        Assert.Equal((101, 101), (told[1].GetProperty("data").GetProperty("item").GetProperty("id").GetInt64(), told[1].GetProperty("data").GetProperty("total").GetInt64()));
        Assert.Equal("items -created_at 3 [98,97,96] next:True", Page(2));
        Assert.Equal(99, told[2].GetProperty("data").GetProperty("cursor").GetProperty("id").GetInt64());
        Assert.Equal((101, 100), (told[3].GetProperty("data").GetProperty("id").GetInt64(), told[3].GetProperty("data").GetProperty("total").GetInt64()));
        Assert.Equal((4, "office"), (told[4].GetProperty("data").GetProperty("offset").GetInt64(), told[4].GetProperty("data").GetProperty("category").GetString()));

        string Page(int at)
        {
            var data = told[at].GetProperty("data");
            return $"{data.GetProperty("list")} {data.GetProperty("sort")} {data.GetProperty("limit")} {data.GetProperty("ids").GetRawText()} next:{data.GetProperty("has_more")}";
        }
    }
}
