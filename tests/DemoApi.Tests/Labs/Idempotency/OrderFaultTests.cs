using System.Net;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Labs.Idempotency;

/// <summary>Orders whose answers are lost, late, or errors.</summary>
public sealed class OrderFaultTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task LostAnswer_WithTheKey_IsOneOrder_AndTheRepetitionTellsIt()
    {
        using var guest = await house.GuestAsync(Orders.Still);
        await Assert.ThrowsAsync<HttpRequestException>(() => guest.PlaceAsync("k-1", fault: "drop-response"));
        Assert.Equal(1, house.Placed(guest));
        await Assert.ThrowsAsync<HttpRequestException>(() => guest.PlaceAsync("k-1", fault: "drop-response"));
        var answer = await guest.PlaceAsync("k-1");

        Assert.Equal(("true", 201), (answer.Headers["Idempotent-Replayed"], Orders.IdOf(answer)));
        Assert.Equal(1, house.Placed(guest));
        Assert.Equal(["key_claimed", "order_placed", "answer_stored", "answer_replayed", "answer_replayed"], await guest.StoryAsync());
        Assert.Equal(2, (await guest.EventsAsync("connection_aborted", 2)).Count(e => e.GetProperty("data").GetProperty("by_server").GetBoolean()));
    }

    [Fact]
    public async Task LostAnswers_WithoutAKey_AreAnOrderEach()
    {
        using var guest = await house.GuestAsync(Orders.Still);
        await Assert.ThrowsAsync<HttpRequestException>(() => guest.PlaceAsync("k-1", fault: "drop-response", door: "unsafe/orders"));
        await Assert.ThrowsAsync<HttpRequestException>(() => guest.PlaceAsync("k-1", fault: "drop-response", door: "unsafe/orders"));
        Assert.Equal(203, Orders.IdOf(await guest.PlaceAsync("k-1", door: "unsafe/orders")));
        Assert.Equal(3, house.Placed(guest));
    }

    [Fact]
    public async Task ConnectionCutOnPurpose_IsInTheJournalBeforeTheClientKnows()
    {
        using var guest = await house.GuestAsync(Orders.Still);
        for (var cut = 1; cut <= 30; cut++)
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => guest.PlaceAsync("k-1", fault: "drop-response"));
            Assert.Equal(cut, (await guest.EventsAsync()).Count(e => e.GetProperty("type").GetString() == "connection_aborted"));
        }
    }

    [Theory]
    [InlineData("orders", new[] { "key_claimed", "key_released", "key_claimed", "order_placed", "answer_stored" })]
    [InlineData("unsafe/orders", new[] { "order_placed" })]
    public async Task FailureBeforeTheCommit_LeavesNothing_AndTheKeyFree(string door, string[] story)
    {
        using var guest = await house.GuestAsync(Orders.Still);
        await Assert.ThrowsAsync<HttpRequestException>(() => guest.PlaceAsync("k-1", fault: "fail-before-commit", door: door));
        Assert.Equal(0, house.Placed(guest));

        var answer = await guest.PlaceAsync("k-1", new { product_id = 1, quantity = 4 }, door: door);
        Assert.Equal((HttpStatusCode.Created, false), (answer.Status, answer.Headers.ContainsKey("Idempotent-Replayed")));
        Assert.Equal(story, await guest.StoryAsync());
    }

    [Fact]
    public async Task FailureBeforeTheCommit_OfARepetition_LeavesTheStoredAnswer()
    {
        using var guest = await house.GuestAsync(Orders.Still);
        var first = await guest.PlaceAsync("k-1");
        await Assert.ThrowsAsync<HttpRequestException>(() => guest.PlaceAsync("k-1", fault: "fail-before-commit"));
        Assert.Equal(first.Body, (await guest.PlaceAsync("k-1")).Body);
    }

    [Fact]
    public async Task Error500_IsStoredAndRepeatedByteForByte_WithoutARow()
    {
        using var guest = await house.GuestAsync(Orders.Still);
        var failed = (await guest.PlaceAsync("k-1", fault: "error-500")).IsProblem(500, "internal-error");
        var again = (await guest.PlaceAsync("k-1")).IsProblem(500, "internal-error");

        Assert.Equal((failed.Body, "true"), (again.Body, again.Headers["Idempotent-Replayed"]));
        Assert.Equal("no-store", again.Headers["Cache-Control"]);
        Assert.Equal(0, house.Placed(guest));
        Assert.Equal(HttpStatusCode.Created, (await guest.PlaceAsync("k-2")).Status);
        Assert.Equal(["key_claimed", "answer_stored", "answer_replayed", "key_claimed", "order_placed", "answer_stored"], await guest.StoryAsync());
    }

    [Fact]
    public async Task Delay_HoldsTheKeyInFlight_409ForTheSame_422ForAnother()
    {
        using var guest = await house.GuestAsync(Orders.Still);
        var slow = guest.PlaceAsync("k-1", fault: "delay=800");
        await guest.EventsAsync("key_claimed", 1);

        var busy = (await guest.PlaceAsync("k-1")).IsProblem(409, "idempotency-key-in-use");
        Assert.Equal("1", busy.Headers["Retry-After"]);
        (await guest.PlaceAsync("k-1", new { product_id = 1, quantity = 2 })).IsProblem(422, "idempotency-key-reused", "Idempotency-Key");
        Assert.False(slow.IsCompleted);
        await guest.AdvanceAsync(800);

        var answer = await slow;
        Assert.Equal((HttpStatusCode.Created, "2026-01-23T11:00:00.800Z"), (answer.Status, answer.Headers["Sandbox-Time"]));
        Assert.Equal("true", (await guest.PlaceAsync("k-1")).Headers["Idempotent-Replayed"]);
        Assert.Equal(1, house.Placed(guest));
    }

    [Fact]
    public async Task ClientThatLeaves_DoesNotStopItsOrder()
    {
        using var guest = await house.GuestAsync(Orders.Still);
        using (var impatient = new Guest(house.Root, guest.Id))
        {
            _ = impatient.PlaceAsync("k-1", fault: "delay=800");
            await guest.EventsAsync("key_claimed", 1);
        }

        await guest.AdvanceAsync(800);
        await guest.EventsAsync("answer_stored", 1);
        Assert.Equal("true", (await guest.PlaceAsync("k-1")).Headers["Idempotent-Replayed"]);
        Assert.Equal(1, house.Placed(guest));
    }

    [Fact]
    public async Task Reset_SendsAHeldOrderAway_AndTheKeyIsNew()
    {
        using var guest = await house.GuestAsync(Orders.Still);
        var held = guest.PlaceAsync("k-1", fault: "delay=800");
        await guest.EventsAsync("key_claimed", 1);
        await guest.PostAsync("sandbox/reset");

        (await held).IsProblem(503, "held-request-interrupted");
        Assert.Equal(HttpStatusCode.Created, (await guest.PlaceAsync("k-1", new { product_id = 2, quantity = 1 })).Status);
        Assert.Equal(1, house.Placed(guest));
    }

    [Fact]
    public async Task DeletedSandbox_SendsAHeldOrderAway()
    {
        using var guest = await house.GuestAsync(Orders.Still);
        var held = guest.PlaceAsync("k-1", fault: "delay=800");
        await guest.EventsAsync("key_claimed", 1);
        await guest.SendAsync(HttpMethod.Delete, "sandbox");

        (await held).IsProblem(503, "held-request-interrupted");
    }

    [Fact]
    public async Task ResetOfAnotherLab_SendsAHeldOrderAway_AndItsKeyIsFree()
    {
        using var guest = await house.GuestAsync(Orders.Still);
        var held = guest.PlaceAsync("k-1", fault: "delay=800");
        await guest.EventsAsync("key_claimed", 1);
        await guest.PostAsync("sandbox/reset", new { lab = "rate-limiting" });

        (await held).IsProblem(503, "held-request-interrupted");
        Assert.Equal(HttpStatusCode.Created, (await guest.PlaceAsync("k-1")).Status);
    }

    [Fact]
    public async Task Racy_TwoAtOnce_AreTwoOrders_BothSureToBeTheOnly()
    {
        using var guest = await house.GuestAsync(Orders.Still);
        var both = new[] { guest.PlaceAsync("k-1", door: "racy/orders"), guest.PlaceAsync("k-1", door: "racy/orders") };
        await guest.EventsAsync("key_looked_up", 2);
        Assert.Equal("2026-01-23T11:00:00.300Z", (await guest.LastAsync("key_looked_up")).GetProperty("acts_at").GetString());
        await guest.AdvanceAsync(299);
        Assert.All(both, answer => Assert.False(answer.IsCompleted));
        await guest.AdvanceAsync(1);

        var answers = await Task.WhenAll(both);
        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.Created, false), (answer.Status, answer.Headers.ContainsKey("Idempotent-Replayed"))));
        Assert.Equal([201L, 202L], answers.Select(Orders.IdOf).Order());
        Assert.Equal(202, Orders.IdOf(await guest.PlaceAsync("k-1", door: "racy/orders")));
    }

    [Fact]
    public async Task Racy_OneAfterTheOther_IsAsGoodAsTheModel()
    {
        using var guest = await house.GuestAsync(new { paused = false });
        var first = await guest.PlaceAsync("k-1", door: "racy/orders");
        var again = await guest.PlaceAsync("k-1", door: "racy/orders");

        Assert.Equal((first.Body, "true"), (again.Body, again.Headers["Idempotent-Replayed"]));
        (await guest.PlaceAsync("k-1", new { product_id = 1, quantity = 2 }, door: "racy/orders")).IsProblem(422, "idempotency-key-reused", "Idempotency-Key");
        (await guest.PlaceAsync("k-2", fault: "error-500", door: "racy/orders")).IsProblem(500, "internal-error");
        Assert.Equal("true", (await guest.PlaceAsync("k-2", door: "racy/orders")).Headers["Idempotent-Replayed"]);
        Assert.Equal(1, house.Placed(guest));
    }
}
