using System.Text.Json;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Labs.HttpCaching;

/// <summary>What a client of the products does, in one line each.</summary>
internal static class Shop
{
    public const string Origin = "api/products/1";
    public const string Cdn = "api/cdn/products/1";

    public static readonly object Still = new { paused = true };

    public static async Task<Guest> OpenAsync(House house, string cacheControl, string etag = "strong", bool vary = false)
    {
        var guest = await house.GuestAsync(Still);
        await ConfigureAsync(guest, cacheControl, etag, vary);
        return guest;
    }

    public static async Task ConfigureAsync(Guest guest, string cacheControl, string etag = "strong", bool vary = false) =>
        Assert.Equal(200, (int)(await guest.PutAsync("sandbox/caching", new { cache_control = cacheControl, etag, vary })).Status);

    /// <summary>Changes the price behind the API: no cache hears of it.</summary>
    public static async Task ChangeBehindAsync(Guest guest, long price) =>
        Assert.Equal(200, (int)(await guest.PutAsync("sandbox/caching/products/1", new { price_cents = price })).Status);

    public static Task<Answer> PutAsync(Guest guest, string path, long price, params (string Name, string Value)[] headers) =>
        guest.SendAsync(HttpMethod.Put, path, new { name = "Kettle", description = "Short.", price_cents = price }, headers);

    /// <summary>How often the origin was asked for a product by way of the cache.</summary>
    public static async Task<int> AskedByCacheAsync(Guest guest) => (await guest.EventsAsync()).Count(e =>
        e.GetProperty("type").GetString() == "request_received" && e.GetProperty("data").GetProperty("origin").GetProperty("asked_by").ValueKind == JsonValueKind.String);

    public static async Task<IReadOnlyList<JsonElement>> DataAsync(Guest guest, string type) =>
        [.. (await guest.EventsAsync()).Where(e => e.GetProperty("type").GetString() == type).Select(e => e.GetProperty("data"))];

    public static long Price(this Answer answer) => answer.Json.GetProperty("price_cents").GetInt64();

    public static string Says(this Answer answer, string header) => answer.Headers.GetValueOrDefault(header, "");
}
