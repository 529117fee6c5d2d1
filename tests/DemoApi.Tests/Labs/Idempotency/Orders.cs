using System.Text.Json;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Labs.Idempotency;

/// <summary>What the tests of this lab do over and over.</summary>
internal static class Orders
{
    public static readonly object Still = new { paused = true };

    public static readonly object Ticket = new { product_id = 1, quantity = 1 };

    public static Task<Answer> PlaceAsync(this Guest guest, string? key, object? body = null, string? fault = null, string door = "orders")
    {
        List<(string, string)> headers = [];
        if (key is not null)
            headers.Add(("Idempotency-Key", key));
        if (fault is not null)
            headers.Add(("Demo-Fault", fault));
        return guest.SendAsync(HttpMethod.Post, $"api/{door}", body ?? Ticket, [.. headers]);
    }

    /// <summary>How many orders the ledger holds beyond the seeded ones.</summary>
    public static int Placed(this House house, Guest guest)
    {
        Assert.True(house.Store.TryUse(guest.Id, out var sandbox));
        using var shop = sandbox.Shop.CreateContext();
        return shop.Orders.Count() - Data.ShopSeed.Orders;
    }

    /// <summary>The types of the lab's own events so far.</summary>
    public static async Task<IEnumerable<string>> StoryAsync(this Guest guest) => (await guest.EventsAsync())
        .Where(e => e.GetProperty("lab").GetString() == "idempotency")
        .Select(e => e.GetProperty("type").GetString()!)
        .Where(type => type is not "request_received" and not "response_sent" and not "connection_aborted");

    public static async Task<JsonElement> LastAsync(this Guest guest, string type) =>
        (await guest.EventsAsync()).Last(e => e.GetProperty("type").GetString() == type).GetProperty("data");

    public static long IdOf(Answer answer) => answer.Json.GetProperty("id").GetInt64();
}
