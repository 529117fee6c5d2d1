using System.Text.Json.Nodes;

namespace Visualizer.DemoApi.Labs.ApiDocumentation.Core;

/// <summary>What a client of an older answer loses with a newer one, by their schemas.</summary>
internal static class BreakingChanges
{
    /// <summary>Members that are gone, may be missing now, or changed their kind. A new member breaks nobody who ignores what they do not know.</summary>
    public static IReadOnlyList<string> Between(ApiText document, JsonNode? older, JsonNode? newer)
    {
        var (before, after) = (Members(document, older), Members(document, newer));
        var (sure, still) = (Required(document, older), Required(document, newer));
        return [.. before.SelectMany(member => Changes(member.Key, member.Value, after, sure.Contains(member.Key) && !still.Contains(member.Key)))];
    }

    private static IEnumerable<string> Changes(string name, string kind, Dictionary<string, string> after, bool loosened)
    {
        if (!after.TryGetValue(name, out var now))
            yield return $"{name} is gone";
        else if (now != kind)
            yield return $"{name} was {kind} and is {now}";
        else if (loosened)
            yield return $"{name} may be missing now";
    }

    private static Dictionary<string, string> Members(ApiText document, JsonNode? schema) =>
        ((document.Resolve(schema) as JsonObject)?["properties"] as JsonObject ?? [])
        .ToDictionary(member => member.Key, member => Kind(document.Resolve(member.Value) as JsonObject), StringComparer.Ordinal);

    private static HashSet<string> Required(ApiText document, JsonNode? schema) =>
        ((document.Resolve(schema) as JsonObject)?["required"] as JsonArray ?? []).Select(ApiText.TextOf).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private static string Kind(JsonObject? schema) => schema?["type"] switch
    {
        JsonArray kinds => string.Join(" or ", kinds.Select(ApiText.TextOf)),
        { } kind => ApiText.TextOf(kind) ?? "anything",
        null => schema?["properties"] is null ? "anything" : "object",
    };
}
