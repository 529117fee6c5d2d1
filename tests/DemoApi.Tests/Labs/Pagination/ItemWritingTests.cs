using System.Net;
using Visualizer.DemoApi.Data;
using Visualizer.DemoApi.Labs.Pagination;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Labs.Pagination;

public sealed class ItemWritingTests(House house) : IClassFixture<House>
{
    private static readonly object Lamp = new { name = "Quiet lamp", category = "office", price_cents = 4950 };

    [Fact]
    public async Task Add_GivesIdAndTime_AndSaysWhereItIs()
    {
        using var guest = await house.GuestAsync(new { paused = true });
        await guest.AdvanceAsync(1_500);
        var added = await guest.PostAsync("api/items", Lamp);

        Assert.Equal((HttpStatusCode.Created, $"/s/{guest.Id}/api/items/101"), (added.Status, added.Headers["Location"]));
        Assert.Equal("""{"id":101,"name":"Quiet lamp","category":"office","price_cents":4950,"created_at":"2026-01-23T11:00:01.500Z"}""", added.Body);
        Assert.Equal(added.Body, (await guest.GetAsync(added.Headers["Location"])).Body);
    }

    [Fact]
    public async Task Add_EveryBrokenRule_IsToldAtOnce()
    {
        using var guest = await house.GuestAsync();

        var refused = (await guest.PostAsync("api/items", new { name = "", price_cents = -1 })).IsProblem(422, "validation-error", "name");
        Assert.Equal(["#/name", "#/category", "#/price_cents"], refused.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("pointer").GetString()));
        (await guest.PostAsync("api/items", """{"name":"a","category":"b","price_cents":1,"id":7}""")).IsProblem(400, "invalid-body", "id");
        (await guest.PostAsync("api/items", """{"name":"a","category":"b","price_cents":1.5}""")).IsProblem(400, "invalid-body", "price_cents");
        Assert.Equal(100, (await guest.GetAsync("api/items?offset=0&limit=1")).Json.GetProperty("total").GetInt64());
    }

    [Fact]
    public async Task Remove_Twice_IsGoneAndThenNotFound()
    {
        using var guest = await house.GuestAsync();

        Assert.Equal(HttpStatusCode.NoContent, (await guest.SendAsync(HttpMethod.Delete, "api/items/50")).Status);
        (await guest.SendAsync(HttpMethod.Delete, "api/items/50")).IsProblem(404, "not-found");
        (await guest.GetAsync("api/items/50")).IsProblem(404, "not-found");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.0")]
    [InlineData("abc")]
    [InlineData("%2B1")]
    [InlineData("9223372036854775808")]
    public async Task IdThatIsNoPositiveInteger_NamesNothing(string id)
    {
        using var guest = await house.GuestAsync();

        (await guest.GetAsync($"api/items/{id}")).IsProblem(404, "not-found");
        (await guest.SendAsync(HttpMethod.Delete, $"api/items/{id}")).IsProblem(404, "not-found");
    }

    [Fact]
    public async Task AFullList_TakesNoMore()
    {
        using var guest = await house.GuestAsync();
        Assert.True(house.Store.TryUse(guest.Id, out var sandbox));
        using (var shop = sandbox.Shop.CreateContext())
        {
            shop.AddRange(Enumerable.Range(0, ItemRules.MostItems - ItemRules.Seeded).Select(_ => new Item { Name = "a", Category = "b" }));
            shop.SaveChanges();
        }

        (await guest.PostAsync("api/items", Lamp)).IsProblem(409, "conflict");
        await guest.SendAsync(HttpMethod.Delete, "api/items/1");
        Assert.Equal(HttpStatusCode.Created, (await guest.PostAsync("api/items", Lamp)).Status);
    }

    [Fact]
    public async Task WritersInParallel_EachGetsItsOwnRow()
    {
        using var guest = await house.GuestAsync();
        var added = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => guest.PostAsync("api/items", Lamp)));

        Assert.All(added, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        Assert.Equal(Enumerable.Range(101, 20).Select(id => (long)id), added.Select(a => a.Json.GetProperty("id").GetInt64()).Order());
        var told = await guest.EventsAsync("item_added", 20);
        Assert.Equal(Enumerable.Range(101, 20).Select(id => (long)id), told.Select(e => e.GetProperty("data").GetProperty("item").GetProperty("id").GetInt64())); // in order
    }

    [Fact]
    public async Task ResetOfTheLab_BringsTheListBack()
    {
        using var guest = await house.GuestAsync();
        await guest.PostAsync("api/items", Lamp);
        await guest.SendAsync(HttpMethod.Delete, "api/items/100");

        await guest.PostAsync("sandbox/reset", new { lab = "pagination" });

        Assert.Equal(PageWalker.Down(100, 1), await PageWalker.ByCursorAsync(guest));
        Assert.Equal(101, (await guest.PostAsync("api/items", Lamp)).Json.GetProperty("id").GetInt64());
    }
}
