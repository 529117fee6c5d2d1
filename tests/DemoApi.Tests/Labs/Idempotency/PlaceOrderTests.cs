using System.Net;
using System.Net.Sockets;
using System.Text;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Labs.Idempotency;

/// <summary>POST /orders, the model: one key, one order, one answer.</summary>
public sealed class PlaceOrderTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task FirstAttempt_Is201_AndARepetitionIsTheSameBytes_WithTheMark()
    {
        using var guest = await house.GuestAsync(Orders.Still);
        var first = await guest.PlaceAsync("k-1", new { product_id = 1, quantity = 2, note = (string?)null, tags = new[] { "gift" } });
        await guest.AdvanceAsync(5_000);
        var again = await guest.PlaceAsync("k-1", """ { "tags": ["g\u0069ft"], "note": null, "quantity": 2, "product_id": 1 } """);

        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal("""{"id":201,"product_id":1,"quantity":2,"note":null,"tags":["gift"],"status":"placed","total_cents":4000,"created_at":"2026-01-23T11:00:00.000Z"}""", first.Body);
        Assert.Equal($"/s/{guest.Id}/api/orders/201", first.Headers["Location"]);
        Assert.False(first.Headers.ContainsKey("Idempotent-Replayed"));
        Assert.Equal("true", again.Headers["Idempotent-Replayed"]);
        Assert.Equal((first.Status, first.Body), (again.Status, again.Body));
        foreach (var name in (string[])["Location", "ETag", "Content-Type", "Content-Length"])
            Assert.Equal(first.Headers[name], again.Headers[name]);
        Assert.Equal(first.Body, (await guest.GetAsync("api/orders/201")).Body);
        Assert.Equal(first.Headers["ETag"], (await guest.GetAsync("api/orders/201")).Headers["ETag"]);
        Assert.Equal(["key_claimed", "order_placed", "answer_stored", "answer_replayed"], await guest.StoryAsync());
    }

    [Fact]
    public async Task OneTicket_Costs2000Cents_AndTheLedgerTellsBeforeAndAfter()
    {
        using var guest = await house.GuestAsync(Orders.Still);
        await guest.PlaceAsync("k-1");
        var placed = await guest.LastAsync("order_placed");

        Assert.Equal(2_000, placed.GetProperty("order").GetProperty("total_cents").GetInt64());
        Assert.Equal(200, placed.GetProperty("before").GetProperty("orders").GetInt64());
        Assert.Equal(201, placed.GetProperty("after").GetProperty("orders").GetInt64());
        Assert.Equal(2_000, placed.GetProperty("after").GetProperty("total_cents").GetInt64() - placed.GetProperty("before").GetProperty("total_cents").GetInt64());
    }

    [Fact]
    public async Task AnotherAmount_UnderTheSameKey_Is422()
    {
        using var guest = await house.GuestAsync(Orders.Still);
        await guest.PlaceAsync("k-1");
        (await guest.PlaceAsync("k-1", new { product_id = 1, quantity = 2 })).IsProblem(422, "idempotency-key-reused", "Idempotency-Key");

        Assert.Equal(1, house.Placed(guest));
        Assert.Equal("other_request", (await guest.LastAsync("key_refused")).GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("\"abc\"", "abc")]
    [InlineData("abc", "\"abc\"")]
    [InlineData("\"abc\"", "\"abc\";x=1")]
    public async Task OneKey_InTwoSpellings_IsOneKey(string one, string other)
    {
        using var guest = await house.GuestAsync(Orders.Still);
        var first = await guest.PlaceAsync(one);
        Assert.Equal(first.Body, (await guest.PlaceAsync(other)).Body);
        Assert.Equal(1, house.Placed(guest));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"\"")]
    [InlineData("a,b")]
    [InlineData("\"a\", \"b\"")]
    [InlineData("a b")]
    public async Task WhatIsNoKey_Is400(string key)
    {
        using var guest = await house.GuestAsync(Orders.Still);
        (await guest.PlaceAsync(key)).IsProblem(400, "idempotency-key-malformed", "Idempotency-Key");
        Assert.Equal(0, house.Placed(guest));
    }

    [Theory]
    [InlineData("Idempotency-Key: a\r\nIdempotency-Key: a")]
    [InlineData("Idempotency-Key: \"\u00e9\"")]
    public async Task TwoLines_OrBytesThatAreNotAscii_Are400(string lines)
    {
        using var guest = await house.GuestAsync(Orders.Still);
        using var wire = new TcpClient(house.Root.Host, house.Root.Port);
        await wire.GetStream().WriteAsync(Encoding.UTF8.GetBytes(
            $"POST /s/{guest.Id}/api/orders HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n{lines}\r\nContent-Length: 29\r\n\r\n{{\"product_id\":1,\"quantity\":1}}"));
        var answer = await new StreamReader(wire.GetStream()).ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 400", answer);
        Assert.Contains("idempotency-key-malformed", answer);
    }

    [Fact]
    public async Task NoKey_Is400_ThatSaysWhatOneIsFor()
    {
        using var guest = await house.GuestAsync(Orders.Still);
        (await guest.PlaceAsync(null)).IsProblem(400, "idempotency-key-missing", "Idempotency-Key");
        (await guest.PlaceAsync(null, door: "racy/orders")).IsProblem(400, "idempotency-key-missing", "Idempotency-Key");
    }

    [Fact]
    public async Task BadRequests_BurnNoKey()
    {
        using var guest = await house.GuestAsync(Orders.Still);
        (await guest.PlaceAsync("k-1", "{")).IsProblem(400, "malformed-json");
        (await guest.PlaceAsync("k-1", """{"product_id":1,"quantity":"1"}""")).IsProblem(400, "invalid-body", "quantity");
        (await guest.PlaceAsync("k-1", """{"product_id":1,"quantity":1,"price":0}""")).IsProblem(400, "invalid-body", "price");
        (await guest.PlaceAsync("k-1", """{"quantity":0,"tags":[""]}""")).IsProblem(422, "validation-error", "product_id");
        (await guest.PlaceAsync("k-1", new { product_id = 101, quantity = 1 })).IsProblem(422, "validation-error", "product_id");
        (await guest.PlaceAsync("k-1", new StringContent("x"))).IsProblem(415, "unsupported-media-type");

        Assert.Equal(HttpStatusCode.Created, (await guest.PlaceAsync("k-1")).Status);
        Assert.Equal(["key_claimed", "key_released", "key_claimed", "order_placed", "answer_stored"], await guest.StoryAsync());
    }

    [Fact]
    public async Task ProductThatIsGone_DoesNotTouchAStoredAnswer()
    {
        using var guest = await house.GuestAsync(Orders.Still);
        var first = await guest.PlaceAsync("k-1");
        Assert.True(house.Store.TryUse(guest.Id, out var sandbox));
        using var shop = sandbox.Shop.CreateContext();
        shop.Remove(shop.Products.Find(1L)!);
        shop.SaveChanges();

        Assert.Equal(first.Body, (await guest.PlaceAsync("k-1")).Body);
        (await guest.PlaceAsync("k-2")).IsProblem(422, "validation-error", "product_id");
    }

    [Fact]
    public async Task Key_IsNewAfter24HoursOfSandboxTime()
    {
        using var guest = await house.GuestAsync(Orders.Still);
        await guest.PlaceAsync("k-1");
        await guest.AdvanceAsync(24 * 60 * 60 * 1_000 - 1);
        Assert.Equal("true", (await guest.PlaceAsync("k-1")).Headers["Idempotent-Replayed"]);
        await guest.AdvanceAsync(1);

        Assert.Equal(202, Orders.IdOf(await guest.PlaceAsync("k-1", new { product_id = 1, quantity = 3 })));
    }

    [Theory]
    [InlineData("orders")]
    [InlineData("racy/orders")]
    public async Task FiftyAtOnce_NeverFail_AndTheModelPlacesOne(string door)
    {
        using var guest = await house.GuestAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => guest.PlaceAsync("k-1", door: door)));

        Assert.All(answers, answer => Assert.True((int)answer.Status is 201 or 409, answer.Body));
        Assert.All(answers.Where(answer => (int)answer.Status == 409), answer => answer.IsProblem(409, "idempotency-key-in-use"));
        if (door == "orders")
        {
            Assert.Single(answers.Where(answer => (int)answer.Status == 201).Select(answer => answer.Body).Distinct());
            Assert.Equal(1, house.Placed(guest));
        }
        else
        {
            Assert.True(house.Placed(guest) > 1);
        }
    }

    [Fact]
    public async Task AnotherClient_WithTheSameKey_NeverSeesTheFirstOnesAnswer()
    {
        using var guest = await house.GuestAsync(Orders.Still);
        await guest.PlaceAsync("k-1");
        var alice = await PlaceAsAsync("alice");
        var bob = await PlaceAsAsync("bob");

        Assert.Equal([202L, 203L], [Orders.IdOf(alice), Orders.IdOf(bob)]);
        Assert.Equal(alice.Body, (await PlaceAsAsync("alice")).Body);
        Assert.Equal(3, house.Placed(guest));
        (await PlaceAsync("x.y.z")).IsProblem(401, "invalid-token");

        async Task<Answer> PlaceAsAsync(string name)
        {
            var login = await guest.PostAsync("api/auth/token", new { username = name, password = $"{name}-demo" });
            return await PlaceAsync(login.Json.GetProperty("access_token").GetString()!);
        }

        Task<Answer> PlaceAsync(string token) =>
            guest.SendAsync(HttpMethod.Post, "api/orders", Orders.Ticket, ("Idempotency-Key", "k-1"), ("Authorization", $"Bearer {token}"));
    }

    [Fact]
    public async Task DoorThatKnowsNoKeys_PlacesAnOrderForEachArrival()
    {
        using var guest = await house.GuestAsync(Orders.Still);
        await guest.PlaceAsync("k-1");
        Assert.Equal(HttpStatusCode.Created, (await guest.PlaceAsync("k-1", door: "unsafe/orders")).Status);
        Assert.Equal(HttpStatusCode.Created, (await guest.PlaceAsync("a,b", door: "unsafe/orders")).Status);
        Assert.Equal(3, house.Placed(guest));
    }

    [Fact]
    public async Task ResetOfTheLab_PutsOrdersKeysAndNumbersBack_AndNothingElse()
    {
        using var guest = await house.GuestAsync(Orders.Still);
        await guest.PlaceAsync("k-1");
        await guest.SendAsync(HttpMethod.Delete, "api/orders/7");
        await guest.AdvanceAsync(1_000);
        await guest.PostAsync("sandbox/reset", new { lab = "idempotency" });

        Assert.Equal(0, house.Placed(guest));
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync("api/orders/7")).Status);
        Assert.Equal("2026-01-23T11:00:01.000Z", (await guest.GetAsync("api/orders/7")).Headers["Sandbox-Time"]);
        var fresh = await guest.PlaceAsync("k-1", new { product_id = 2, quantity = 1 });
        Assert.Equal((HttpStatusCode.Created, 201), (fresh.Status, Orders.IdOf(fresh)));
    }

    [Fact]
    public async Task Reset_InTheMidstOfManyOrders_IsNeverAFault()
    {
        using var guest = await house.GuestAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => i % 20 == 7
            ? guest.PostAsync("sandbox/reset", i > 40 ? null : new { lab = "idempotency" })
            : guest.PlaceAsync($"k-{i}")));

        // 503 for those that were under way when their clock was set back; 409 for those that found their claim gone.
        Assert.All(answers, answer => Assert.True((int)answer.Status is 200 or 201 or 409 or 503, answer.Body));
    }
}
