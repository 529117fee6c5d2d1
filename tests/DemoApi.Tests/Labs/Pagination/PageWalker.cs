using System.Net;
using System.Text.Json;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Labs.Pagination;

/// <summary>A client that walks a list to its end, and lets a writer have its turn between two pages.</summary>
internal static class PageWalker
{
    /// <summary>By offset until an empty page.</summary>
    public static async Task<List<long>> ByOffsetAsync(Guest guest, Func<Task>? turn = null, int limit = 10, string list = "items")
    {
        var seen = new List<long>();
        for (var offset = 0; ; offset += limit)
        {
            var ids = Ids(await ReadAsync(guest, $"api/{list}?limit={limit}&offset={offset}"));
            if (ids.Count == 0)
                return seen;
            seen.AddRange(ids);
            await (turn?.Invoke() ?? Task.CompletedTask);
        }
    }

    /// <summary>By cursor until there is no next one.</summary>
    public static async Task<List<long>> ByCursorAsync(Guest guest, Func<Task>? turn = null, int limit = 10, string list = "items", string query = "")
    {
        var seen = new List<long>();
        for (string? cursor = null; ;)
        {
            var page = await ReadAsync(guest, $"api/{list}?limit={limit}{query}{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(Ids(page));
            cursor = page.GetProperty("next_cursor").GetString();
            if (cursor is null)
                return seen;
            await (turn?.Invoke() ?? Task.CompletedTask);
        }
    }

    public static async Task<JsonElement> ReadAsync(Guest guest, string path)
    {
        var answer = await guest.GetAsync(path);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Body);
        return answer.Json;
    }

    public static List<long> Ids(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt64())];

    /// <summary>Adds k rows at the newest end, or removes the k newest where it is negative.</summary>
    public static async Task WriteAsync(Guest guest, int k)
    {
        for (; k > 0; k--)
            Assert.Equal(HttpStatusCode.Created, (await guest.PostAsync("api/items", new { name = "Late lamp", category = "office", price_cents = 100 })).Status);
        if (k == 0)
            return;
        foreach (var id in Ids(await ReadAsync(guest, $"api/items?limit={-k}")))
            Assert.Equal(HttpStatusCode.NoContent, (await guest.SendAsync(HttpMethod.Delete, $"api/items/{id}")).Status);
    }

    public static IEnumerable<long> Down(int from, int to) => Enumerable.Range(to, from - to + 1).Reverse().Select(id => (long)id);
}
