using System.Text.Json.Nodes;

namespace Visualizer.DemoApi.Labs.ApiDocumentation.Core;

/// <summary>Makes the smallest value that a schema seems to allow: what it gives as an example, else what it requires and no more.</summary>
/// <remarks>A few schemas that require each other would ask for millions of members; beyond <see cref="MostCharacters"/> there are only nulls.</remarks>
internal sealed class SmallestValue(ApiText document)
{
    /// <summary>About as much text as a body may have.</summary>
    public const int MostCharacters = 64 * 1024;

    private const int Deepest = 8;

    private int _left = MostCharacters;

    public JsonNode? Of(JsonNode? schema) => Of(document.Resolve(schema) as JsonObject, depth: 0);

    private JsonNode? Of(JsonObject? schema, int depth)
    {
        if (schema is null || depth > Deepest || --_left < 0)
            return null;
        var given = First(schema["examples"]) ?? schema["example"] ?? schema["default"] ?? schema["const"] ?? First(schema["enum"]);
        if (given is not null)
            return (_left -= given.ToJsonString().Length) < 0 ? null : given;
        return TypeOf(schema) switch
        {
            "object" => Required(schema, depth),
            "array" => new JsonArray(),
            "integer" or "number" => schema["minimum"] ?? 1,
            "boolean" => true,
            "string" => "string",
            _ => null,
        };
    }

    private JsonObject Required(JsonObject schema, int depth)
    {
        var members = new JsonObject();
        foreach (var name in (schema["required"] as JsonArray ?? []).Select(ApiText.TextOf).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if ((_left -= name.Length) < 0)
                break;
            members[name] = Of(document.Resolve((schema["properties"] as JsonObject)?[name]) as JsonObject, depth + 1)?.DeepClone();
        }

        return members;
    }

    private static JsonNode? First(JsonNode? list) => (list as JsonArray)?.FirstOrDefault();

    private static string? TypeOf(JsonObject schema) =>
        ApiText.TextOf(schema["type"]) ?? (schema["type"] as JsonArray)?.Select(ApiText.TextOf).FirstOrDefault(type => type != "null");
}
