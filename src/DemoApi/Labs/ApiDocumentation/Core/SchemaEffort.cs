using System.Globalization;
using System.Text.Json.Nodes;

namespace Visualizer.DemoApi.Labs.ApiDocumentation.Core;

/// <summary>
/// Walks through a schema as a judge would, and counts. A schema that a visitor wrote can lead back to itself, or branch twice at each of forty
/// steps; a judge who follows it blindly overflows the stack, which ends the process, or never comes back.
/// </summary>
/// <param name="root">The text that references point into; schemas in it have no <c>$id</c>.</param>
internal sealed class SchemaEffort(JsonObject root)
{
    /// <summary>Most steps: a page of 100 items takes fewer than 1,000.</summary>
    public const int MostSteps = 20_000;

    private const int Deepest = 100;

    // Keywords of all drafts, because one too many costs nothing and one too few would let a bomb pass.
    private static readonly string[] SameValue = ["not", "if", "then", "else"];
    private static readonly string[] SameValueLists = ["allOf", "anyOf", "oneOf"];
    private static readonly string[] SameValueMaps = ["dependentSchemas", "dependencies"];
    private static readonly string[] EachMember = ["additionalProperties", "unevaluatedProperties", "propertyNames"];
    private static readonly string[] EachItem = ["items", "additionalItems", "unevaluatedItems", "contains"];

    private int _left = MostSteps;

    /// <summary>Whether judging the value by the whole text ends within <see cref="MostSteps"/>; false also where a reference cannot be followed.</summary>
    public static bool IsBounded(JsonObject root, JsonNode? value) => new SchemaEffort(root).Walk(root, value, 0);

    private bool Walk(JsonNode? schema, JsonNode? value, int depth)
    {
        if (schema is JsonArray several) // "items" of older drafts
            return several.All(one => Walk(one, value, depth));
        if (schema is not JsonObject keywords)
            return true;
        _left -= 1 + Count(keywords["enum"]) + Count(keywords["required"]) + Comparisons(keywords, value);
        return _left >= 0 && depth <= Deepest && Follow(keywords, value, depth + 1) && Stay(keywords, value, depth + 1) && value switch
        {
            JsonObject members => members.All(member => Descend(keywords, member, depth + 1)),
            JsonArray items => Enumerable.Range(0, items.Count).All(i => Descend(keywords, items[i], i, depth + 1)),
            _ => true,
        };
    }

    private bool Follow(JsonObject keywords, JsonNode? value, int depth)
    {
        if (keywords["$dynamicRef"] is not null || keywords["$recursiveRef"] is not null)
            return false;
        return keywords["$ref"] is not { } reference || (At(ApiText.TextOf(reference)) is { } target && Walk(target, value, depth));
    }

    private bool Stay(JsonObject keywords, JsonNode? value, int depth) =>
        SameValue.All(name => Walk(keywords[name], value, depth))
        && SameValueLists.All(name => Walk(keywords[name], value, depth))
        && SameValueMaps.All(name => keywords[name] is not JsonObject map || map.All(member => Walk(member.Value, value, depth)));

    private bool Descend(JsonObject keywords, KeyValuePair<string, JsonNode?> member, int depth) =>
        Walk((keywords["properties"] as JsonObject)?[member.Key], member.Value, depth)
        && EachMember.All(name => Walk(keywords[name], member.Value, depth));

    private bool Descend(JsonObject keywords, JsonNode? item, int index, int depth) =>
        (keywords["prefixItems"] is not JsonArray first || index >= first.Count || Walk(first[index], item, depth))
        && EachItem.All(name => Walk(keywords[name], item, depth));

    /// <summary>The node at a reference within this text (RFC 6901 in a fragment), or null.</summary>
    private JsonNode? At(string? reference)
    {
        if (reference is not ['#', .. var fragment] || fragment is not ("" or ['/', ..]))
            return null;
        return Uri.UnescapeDataString(fragment).Split('/').Skip(1).Aggregate((JsonNode?)root, (node, part) => node switch
        {
            JsonObject holder => holder[part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)],
            JsonArray list when int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count => list[index],
            _ => null,
        });
    }

    private static int Count(JsonNode? list) => (list as JsonArray)?.Count ?? 0;

    /// <summary>Each item with each other.</summary>
    private static int Comparisons(JsonObject keywords, JsonNode? value) =>
        keywords["uniqueItems"] is not null && value is JsonArray { Count: < 1_000 and var count } ? count * count / 2 : 0;
}
