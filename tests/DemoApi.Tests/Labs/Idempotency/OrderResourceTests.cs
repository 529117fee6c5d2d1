using System.Net;
using System.Text;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Labs.Idempotency;

/// <summary>The methods that name what they write.</summary>
public sealed class OrderResourceTests(House house) : IClassFixture<House>
{
    [Theory]
    [InlineData("201")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("007")]
    [InlineData("1.0")]
    [InlineData("x")]
    [InlineData("99999999999999999999")]
    public async Task WhatNamesNoOrder_Is404_ByEveryMethod(string id)
    {
        using var guest = await house.GuestAsync();
        (await guest.GetAsync($"api/orders/{id}")).IsProblem(404, "not-found");
        (await guest.SendAsync(HttpMethod.Delete, $"api/orders/{id}")).IsProblem(404, "not-found");
        (await PatchAsync(guest, "{}", path: $"api/orders/{id}")).IsProblem(404, "not-found");
        if (id != "201")
            (await guest.PutAsync($"api/orders/{id}", Orders.Ticket)).IsProblem(404, "not-found");
    }

    [Fact]
    public async Task Get_WithTheTagInHand_Is304()
    {
        using var guest = await house.GuestAsync();
        var order = await guest.GetAsync("api/orders/1");
        var same = await guest.GetAsync("api/orders/1", ("If-None-Match", order.Headers["ETag"]));

        Assert.Equal((HttpStatusCode.NotModified, "", order.Headers["ETag"]), (same.Status, same.Body, same.Headers["ETag"]));
    }

    [Fact]
    public async Task Put_Absent_Is201_Again_Is200_AndTheSame()
    {
        using var guest = await house.GuestAsync(Orders.Still);
        var made = await guest.PutAsync("api/orders/5000", new { product_id = 1, quantity = 1, note = "row 7", tags = new[] { "a" } });
        await guest.AdvanceAsync(1_000);
        var again = await guest.PutAsync("api/orders/5000", new { product_id = 1, quantity = 1, note = "row 7", tags = new[] { "a" } });

        Assert.Equal((HttpStatusCode.Created, $"/s/{guest.Id}/api/orders/5000"), (made.Status, made.Headers["Location"]));
        Assert.Equal((HttpStatusCode.OK, made.Body, made.Headers["ETag"]), (again.Status, again.Body, again.Headers["ETag"]));
        Assert.Equal(1, house.Placed(guest));
        Assert.Equal(5001, Orders.IdOf(await guest.PlaceAsync("k-1")));
    }

    [Fact]
    public async Task Put_Replaces_AndNeverMerges()
    {
        using var guest = await house.GuestAsync(Orders.Still);
        await guest.PutAsync("api/orders/5000", new { product_id = 1, quantity = 1, note = "row 7", tags = new[] { "a" } });
        var bare = await guest.PutAsync("api/orders/5000", new { product_id = 1, quantity = 3 });

        Assert.Equal("""{"id":5000,"product_id":1,"quantity":3,"note":null,"tags":[],"status":"placed","total_cents":6000,"created_at":"2026-01-23T11:00:00.000Z"}""", bare.Body);
        (await guest.PutAsync("api/orders/5000", new { product_id = 1 })).IsProblem(422, "validation-error", "quantity");
        (await guest.PutAsync("api/orders/5000", new { product_id = 101, quantity = 1 })).IsProblem(422, "validation-error", "product_id");
        (await guest.PutAsync("api/orders/9007199254740992", Orders.Ticket)).IsProblem(422, "validation-error");
    }

    [Fact]
    public async Task Put_AsItIs_ChangesNothing()
    {
        using var guest = await house.GuestAsync();
        var before = await guest.GetAsync("api/orders/3");
        var order = before.Json;
        var put = await guest.PutAsync("api/orders/3", new { product_id = order.GetProperty("product_id").GetInt64(), quantity = order.GetProperty("quantity").GetInt64() });

        Assert.Equal((before.Body, before.Headers["ETag"]), (put.Body, put.Headers["ETag"]));
    }

    [Fact]
    public async Task Delete_Is204_Then404_AndTheNumberIsNotGivenOutAgain()
    {
        using var guest = await house.GuestAsync();
        await guest.PlaceAsync("k-1");
        Assert.Equal((HttpStatusCode.NoContent, ""), await DeleteAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await DeleteAsync()).Status);
        Assert.Equal(202, Orders.IdOf(await guest.PlaceAsync("k-2")));

        async Task<(HttpStatusCode Status, string Body)> DeleteAsync()
        {
            var answer = await guest.SendAsync(HttpMethod.Delete, "api/orders/201");
            return (answer.Status, answer.Status is HttpStatusCode.NoContent ? answer.Body : "");
        }
    }

    [Fact]
    public async Task MergePatch_SetsWhatItNames_NullRemoves_TwiceIsOnce()
    {
        using var guest = await house.GuestAsync(Orders.Still);
        await guest.PlaceAsync("k-1", new { product_id = 1, quantity = 1, note = "row 7", tags = new[] { "a" } });
        var once = await PatchAsync(guest, """{"quantity":2,"note":null,"tags":["b"]}""");
        var twice = await PatchAsync(guest, """{"quantity":2,"note":null,"tags":["b"]}""");

        Assert.Equal("""{"id":201,"product_id":1,"quantity":2,"note":null,"tags":["b"],"status":"placed","total_cents":4000,"created_at":"2026-01-23T11:00:00.000Z"}""", once.Body);
        Assert.Equal((HttpStatusCode.OK, once.Body, once.Headers["ETag"]), (twice.Status, twice.Body, twice.Headers["ETag"]));
        Assert.Equal(HttpStatusCode.OK, (await PatchAsync(guest, """{"id":201,"tags":null}""")).Status);
    }

    [Fact]
    public async Task JsonPatch_Append_IsDoneAsOftenAsItIsSent()
    {
        using var guest = await house.GuestAsync(Orders.Still);
        await guest.PlaceAsync("k-1");
        const string append = """[{"op":"test","path":"/quantity","value":1},{"op":"add","path":"/tags/-","value":"gift"}]""";
        await PatchAsync(guest, append, "application/json-patch+json");
        var twice = await PatchAsync(guest, append, "application/json-patch+json");

        Assert.Equal("""["gift","gift"]""", twice.Json.GetProperty("tags").GetRawText());
        Assert.Equal(["key_claimed", "order_placed", "answer_stored", "order_written", "order_written"], await guest.StoryAsync());
    }

    [Theory]
    [InlineData("merge", "[]", 400, "invalid-body", null)]
    [InlineData("merge", "null", 400, "invalid-body", null)]
    [InlineData("merge", "{", 400, "malformed-json", null)]
    [InlineData("merge", """{"colour":"red"}""", 400, "invalid-body", "colour")]
    [InlineData("merge", """{"quantity":"2"}""", 400, "invalid-body", "quantity")]
    [InlineData("merge", """{"quantity":0}""", 422, "validation-error", "quantity")]
    [InlineData("merge", """{"quantity":null}""", 422, "validation-error", "quantity")]
    [InlineData("merge", """{"id":7}""", 422, "validation-error", "id")]
    [InlineData("merge", """{"id":null,"total_cents":0}""", 422, "validation-error", "id")]
    [InlineData("merge", """{"product_id":999}""", 422, "validation-error", "product_id")]
    [InlineData("json", "{}", 400, "invalid-body", null)]
    [InlineData("json", """[{"op":"increment","path":"/quantity"}]""", 400, "invalid-body", "0")]
    [InlineData("json", """[{"op":"remove"}]""", 400, "invalid-body", "0")]
    [InlineData("json", """[{"op":"remove","path":"/colour"}]""", 400, "invalid-body", "0")]
    [InlineData("json", """[{"op":"add","path":"/colour","value":1}]""", 400, "invalid-body", "colour")]
    [InlineData("json", """[{"op":"replace","path":"","value":[]}]""", 400, "invalid-body", null)]
    [InlineData("json", """[{"op":"replace","path":"/id","value":7}]""", 422, "validation-error", "id")]
    [InlineData("json", """[{"op":"remove","path":"/quantity"}]""", 422, "validation-error", "quantity")]
    [InlineData("json", """[{"op":"test","path":"/quantity","value":9},{"op":"replace","path":"/note","value":"x"}]""", 409, "patch-test-failed", "0")]
    public async Task Patch_ThatCannotBe_IsRefused_AndNothingChanges(string kind, string patch, int status, string slug, string? field)
    {
        using var guest = await house.GuestAsync(Orders.Still);
        var before = await guest.PlaceAsync("k-1");
        (await PatchAsync(guest, patch, $"application/{kind}-patch+json")).IsProblem(status, slug, field);
        Assert.Equal(before.Body, (await guest.GetAsync("api/orders/201")).Body);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/merge-patch+json; charset=utf-16")]
    [InlineData("text/plain")]
    public async Task Patch_InAnotherFormat_Is415_ThatNamesThoseItReads(string type)
    {
        using var guest = await house.GuestAsync();
        var refused = (await PatchAsync(guest, "{}", type, "api/orders/1")).IsProblem(415, "unsupported-media-type");
        Assert.Equal("application/merge-patch+json, application/json-patch+json", refused.Headers["Accept-Patch"]);
    }

    [Fact]
    public async Task IfMatch_OfAnOlderState_Is412_ByEveryMethod()
    {
        using var guest = await house.GuestAsync();
        var old = ("If-Match", (await guest.GetAsync("api/orders/1")).Headers["ETag"]);
        var current = (await PatchAsync(guest, """{"note":"changed"}""", path: "api/orders/1")).Headers["ETag"];

        (await guest.SendAsync(HttpMethod.Put, "api/orders/1", Orders.Ticket, old)).IsProblem(412, "precondition-failed");
        (await guest.SendAsync(HttpMethod.Delete, "api/orders/1", null, old)).IsProblem(412, "precondition-failed");
        (await PatchAsync(guest, """{"quantity":0}""", path: "api/orders/1", ifMatch: old.Item2)).IsProblem(412, "precondition-failed");
        (await guest.SendAsync(HttpMethod.Put, "api/orders/900", Orders.Ticket, old)).IsProblem(412, "precondition-failed");
        Assert.Equal(HttpStatusCode.OK, (await PatchAsync(guest, """{"note":"again"}""", path: "api/orders/1", ifMatch: current)).Status);
    }

    [Fact]
    public async Task List_WalksNewestFirst_ByCursor_WhateverArrives()
    {
        using var guest = await house.GuestAsync(Orders.Still);
        await guest.PlaceAsync("k-1");
        var (seen, cursor) = (new List<long>(), "");
        while (true)
        {
            var page = (await guest.GetAsync($"api/orders?limit=30{cursor}")).Json;
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(order => order.GetProperty("id").GetInt64()));
            if (!page.GetProperty("has_more").GetBoolean())
                break;
            cursor = $"&cursor={page.GetProperty("next_cursor").GetString()}";
            await guest.PlaceAsync($"k-{seen.Count}");
        }

        Assert.Equal(Enumerable.Range(1, 201).Reverse().Select(id => (long)id), seen);
        (await guest.GetAsync("api/orders?limit=0")).IsProblem(400, "invalid-parameter", "limit");
        (await guest.GetAsync("api/orders?cursor=abc")).IsProblem(400, "invalid-cursor", "cursor");
        var oldest = await guest.GetAsync("api/orders?sort=created_at&limit=1");
        Assert.Equal(1, oldest.Json.GetProperty("items")[0].GetProperty("id").GetInt64());
    }

    private static Task<Answer> PatchAsync(
        Guest guest, string patch, string type = "application/merge-patch+json", string path = "api/orders/201", string? ifMatch = null)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(patch));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return guest.SendAsync(HttpMethod.Patch, path, content, ifMatch is null ? [] : [("If-Match", ifMatch)]);
    }
}
