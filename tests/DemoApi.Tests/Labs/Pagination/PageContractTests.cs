using System.Net;
using System.Text.RegularExpressions;
using Visualizer.Tests.Support;
using static Visualizer.DemoApi.Tests.Labs.Pagination.PageWalker;

namespace Visualizer.DemoApi.Tests.Labs.Pagination;

/// <summary>What a client may rely on, page by page.</summary>
public sealed partial class PageContractTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task FirstPage_IsTheNewestTwenty()
    {
        using var guest = await house.GuestAsync();
        var answer = await guest.GetAsync("api/items");
        var page = answer.Json;

        Assert.Equal(["items", "next_cursor", "prev_cursor", "has_more"], page.EnumerateObject().Select(m => m.Name));
        Assert.Equal(Down(100, 81), Ids(page));
        Assert.Equal(["id", "name", "category", "price_cents", "created_at"], page.GetProperty("items")[0].EnumerateObject().Select(m => m.Name));
        Assert.Matches(@"^db;dur=[\d.]+, app;dur=[\d.]+$", answer.Headers["Server-Timing"]);
        Assert.Equal(["first", "next"], Links(answer).Keys);
    }

    [Fact]
    public async Task Cursors_InBodyAndLink_AgreeThereAndBack()
    {
        using var guest = await house.GuestAsync();
        var pages = new List<List<long>>();
        for (var path = $"/s/{guest.Id}/api/items?limit=30&category=&sort=created_at".Replace("&category=", ""); path is not null;)
        {
            var answer = await guest.GetAsync(path);
            var (page, links) = (answer.Json, Links(answer));
            Assert.Equal(page.GetProperty("next_cursor").GetString(), CursorOf(links.GetValueOrDefault("next")));
            Assert.Equal(page.GetProperty("prev_cursor").GetString(), CursorOf(links.GetValueOrDefault("prev")));
            Assert.Equal(page.GetProperty("has_more").GetBoolean(), links.ContainsKey("next"));
            if (links.TryGetValue("prev", out var back))
                Assert.Equal(pages[^1], Ids((await guest.GetAsync(back)).Json));
            pages.Add(Ids(page));
            path = links.GetValueOrDefault("next");
        }

        Assert.Equal([30, 30, 30, 10], pages.Select(p => p.Count));
        Assert.Equal(Down(100, 1).Reverse(), pages.SelectMany(p => p));
    }

    [Fact]
    public async Task WayBack_ToTheFirstPage_HasNoPrev()
    {
        using var guest = await house.GuestAsync();
        var second = await ReadAsync(guest, $"api/items?limit=50&cursor={(await ReadAsync(guest, "api/items?limit=50")).GetProperty("next_cursor")}");
        Assert.Equal((false, null), (second.GetProperty("has_more").GetBoolean(), second.GetProperty("next_cursor").GetString())); // exactly 50 were left

        var first = await ReadAsync(guest, $"api/items?limit=60&cursor={second.GetProperty("prev_cursor")}");

        Assert.Equal(Down(100, 51), Ids(first));
        Assert.Equal((true, null), (first.GetProperty("has_more").GetBoolean(), first.GetProperty("prev_cursor").GetString()));
    }

    [Fact]
    public async Task EverythingOnOneSideIsDeleted_NoCursorLeadsThere()
    {
        using var guest = await house.GuestAsync();
        var first = await ReadAsync(guest, "api/items?limit=2");
        foreach (var id in (long[])[100, 99])
            await guest.SendAsync(HttpMethod.Delete, $"api/items/{id}");

        var second = await ReadAsync(guest, $"api/items?limit=2&cursor={first.GetProperty("next_cursor")}");

        Assert.Equal([98, 97], Ids(second));
        Assert.Null(second.GetProperty("prev_cursor").GetString());
    }

    [Fact]
    public async Task Offset_TellsTotalAndAllFourLinks()
    {
        using var guest = await house.GuestAsync();
        var answer = await guest.GetAsync("api/items?limit=30&offset=30&sort=created_at");

        Assert.Equal(["items", "offset", "limit", "total"], answer.Json.EnumerateObject().Select(m => m.Name));
        Assert.Equal(Down(60, 31).Reverse(), Ids(answer.Json));
        Assert.Equal((30, 30, 100), (answer.Json.GetProperty("offset").GetInt64(), answer.Json.GetProperty("limit").GetInt64(), answer.Json.GetProperty("total").GetInt64()));
        Assert.Equal(
            ["first offset=0", "prev offset=0", "next offset=60", "last offset=90"],
            Links(answer).Select(link => $"{link.Key} {link.Value.Split('&')[^1]}"));
        Assert.All(Links(answer).Values, address => Assert.StartsWith($"/s/{guest.Id}/api/items?limit=30&sort=created_at&offset=", address, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("offset=0", "first,next,last")]
    [InlineData("offset=80", "first,prev,last")]
    [InlineData("offset=81", "first,prev,last")]
    [InlineData("offset=79", "first,prev,next,last")]
    public async Task Offset_AtTheEnds_LinksNowhereElse(string query, string rels)
    {
        using var guest = await house.GuestAsync();

        Assert.Equal(rels, string.Join(',', Links(await guest.GetAsync($"api/items?{query}")).Keys));
    }

    [Theory]
    [InlineData("offset=100", 100)]
    [InlineData("offset=9223372036854775807", 100)]
    [InlineData("offset=0&category=nothing", 0)]
    public async Task Offset_PastTheEnd_IsEmptyAndTellsTheTrueTotal(string query, long total)
    {
        using var guest = await house.GuestAsync();
        var answer = await guest.GetAsync($"api/items?{query}");

        Assert.Equal((HttpStatusCode.OK, 0, total), (answer.Status, Ids(answer.Json).Count, answer.Json.GetProperty("total").GetInt64()));
        Assert.DoesNotContain("next", Links(answer).Keys);
    }

    [Fact]
    public async Task Filter_IsPartOfTheWalk()
    {
        using var guest = await house.GuestAsync();
        var all = await ReadAsync(guest, "api/items?limit=100");
        var books = all.GetProperty("items").EnumerateArray().Where(i => i.GetProperty("category").GetString() == "books").Select(i => i.GetProperty("id").GetInt64());

        Assert.Equal(books, await ByCursorAsync(guest, limit: 3, query: "&category=books"));
        Assert.Empty(Ids(await ReadAsync(guest, "api/items?category=nothing")));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=abc", "limit")]
    [InlineData("limit=", "limit")]
    [InlineData("limit=5&limit=5", "limit")]
    [InlineData("limit=2147483648", "limit")]
    [InlineData("offset=-1", "offset")]
    [InlineData("offset=9223372036854775808", "offset")]
    [InlineData("sort=name", "sort")]
    [InlineData("category=", "category")]
    public async Task WhatIsOutOfBounds_IsRefusedByName(string query, string field)
    {
        using var guest = await house.GuestAsync();
        foreach (var list in (string[])["items", "archive"])
            (await guest.GetAsync($"api/{list}?{query}")).IsProblem(400, "invalid-parameter", field);
    }

    [Fact]
    public async Task Limit_MayChangeAndSortMayBeLeftOut_BesideACursor()
    {
        using var guest = await house.GuestAsync();
        var cursor = (await ReadAsync(guest, "api/items?limit=10&sort=created_at")).GetProperty("next_cursor");

        Assert.Equal([11, 12, 13], Ids(await ReadAsync(guest, $"api/items?limit=3&cursor={cursor}")));
        var bare = await guest.GetAsync($"api/items?cursor={cursor}");
        Assert.Equal($"/s/{guest.Id}/api/items?sort=created_at", Links(bare)["first"]);
    }

    [Fact]
    public async Task Cursor_OutOfItsPlace_Is400AndNeverPageOne()
    {
        using var guest = await house.GuestAsync();
        using var other = await house.GuestAsync();
        var cursor = (await ReadAsync(guest, "api/items?category=books&limit=2")).GetProperty("next_cursor").GetString();
        var tampered = cursor![..10] + (cursor[10] == 'A' ? 'B' : 'A') + cursor[11..];

        await RefusedAsync(guest, $"items?category=books&cursor={tampered}");
        await RefusedAsync(guest, $"items?category=music&cursor={cursor}");
        await RefusedAsync(guest, $"items?cursor={cursor}");
        await RefusedAsync(guest, $"items?category=books&sort=price_cents&cursor={cursor}");
        await RefusedAsync(guest, $"items?category=books&offset=0&cursor={cursor}");
        await RefusedAsync(guest, $"items?category=books&cursor={cursor}&cursor={cursor}");
        await RefusedAsync(guest, "items?cursor=");
        await RefusedAsync(guest, "items?cursor=eyJpZCI6MX0");
        await RefusedAsync(guest, $"items?cursor={new string('A', 5000)}");
        await RefusedAsync(guest, $"unsafe/items?category=books&cursor={cursor}");
        await RefusedAsync(guest, $"archive?category=books&cursor={cursor}");
        await RefusedAsync(other, $"items?category=books&cursor={cursor}");

        static async Task RefusedAsync(Guest guest, string path) => (await guest.GetAsync($"api/{path}")).IsProblem(400, "invalid-cursor", "cursor");
    }

    [Fact]
    public async Task UnsafeList_IsWalkedByCursorAloneAndByTime()
    {
        using var guest = await house.GuestAsync();

        (await guest.GetAsync("api/unsafe/items?offset=0")).IsProblem(400, "invalid-parameter", "offset");
        (await guest.GetAsync("api/unsafe/items?sort=price_cents")).IsProblem(400, "invalid-parameter", "sort");
        Assert.Equal(Down(100, 1).Reverse(), await ByCursorAsync(guest, list: "unsafe/items", query: "&sort=created_at")); // without ties it loses nothing
    }

    [Fact]
    public async Task Head_IsAGetWithoutBody()
    {
        using var guest = await house.GuestAsync();
        var head = await guest.SendAsync(HttpMethod.Head, "api/items?limit=5&offset=10");

        Assert.Equal((HttpStatusCode.OK, "", 4), (head.Status, head.Body, Links(head).Count));
    }

    private static Dictionary<string, string> Links(Answer answer) =>
        Link().Matches(answer.Headers["Link"]).ToDictionary(m => m.Groups[2].Value, m => m.Groups[1].Value);

    private static string? CursorOf(string? address) => address is null ? null : CursorParameter().Match(address).Groups[1].Value;

    [GeneratedRegex("<([^>]*)>; rel=\"([^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("[?&]cursor=([^&]*)")]
    private static partial Regex CursorParameter();
}
