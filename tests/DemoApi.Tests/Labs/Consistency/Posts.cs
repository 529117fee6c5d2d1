using System.Text.Json;
using Visualizer.DemoApi.Labs.Consistency;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Labs.Consistency;

/// <summary>What the tests of this lab say again and again.</summary>
internal static class Posts
{
    public static readonly object Still = new { paused = true };

    public static readonly object Text = new { title = "Lisbon", body = "We are moving the office." };

    /// <summary>The contract's settings, with what a test changes.</summary>
    public static object Replication(
        long lag = 800, string write = "async", string[]? partition = null, long r = 1, long w = 1, string paused = "", long? lag2 = null, bool? inOrder = null, object? distances = null)
    {
        var settings = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["replicas"] = new[] { new { name = "r1", lag_ms = lag, paused = paused.Contains("r1") }, new { name = "r2", lag_ms = lag2 ?? lag, paused = paused.Contains("r2") } },
            ["write_policy"] = write,
            ["partition"] = partition,
            ["read_quorum"] = r,
            ["write_quorum"] = w,
        };
        if (inOrder is not null)
            settings["in_order"] = inOrder;
        if (distances is not null)
            settings["distances_ms"] = distances;
        return settings;
    }

    public static Task<Answer> SetAsync(this Guest guest, object settings) => guest.PutAsync("sandbox/replication", settings);

    /// <summary>Reads a post so many times; node and version of each answer.</summary>
    public static async Task<List<(string Node, long Version)>> ReadAsync(this Guest guest, int times, string query = "", long id = 1, params (string, string)[] headers)
    {
        var seen = new List<(string, long)>();
        for (var i = 0; i < times; i++)
        {
            var answer = await guest.GetAsync($"api/posts/{id}{query}", headers);
            seen.Add((answer.Headers["Served-By"], long.Parse(answer.Headers["Data-Version"])));
        }

        return seen;
    }

    /// <summary>The lab's own events so far, by type.</summary>
    public static async Task<List<JsonElement>> ToldAsync(this Guest guest, string type) =>
        [.. (await guest.EventsAsync()).Where(e => e.GetProperty("type").GetString() == type).Select(e => e.GetProperty("data"))];

    public static IEnumerable<string?> Words(this JsonElement list) => list.EnumerateArray().Select(e => e.GetString());

    public static (string, string) Token(string token) => ("Consistency-Token", token);

    public static (string, string) Client(string name) => ("Client-Id", name);

    public static string Lab => ConsistencyLab.Slug;
}
