using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Visualizer.DemoApi.Labs.ApiDocumentation.Core;

/// <summary>A request that somebody would send who knows the document and nothing else.</summary>
/// <param name="Address">Path and query below the server's address: <c>/items?limit=20</c>.</param>
/// <param name="Body">JSON text, or null where the document asks for no body.</param>
internal sealed record StrangersRequest(string Method, string Address, IReadOnlyList<(string Name, string Value)> Headers, string? Body)
{
    // The first three are ignored by the standard (OpenAPI 3.1, Parameter Object); the others make a message, and no document may.
    private static readonly HashSet<string> Ignored = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Content-Type", "Authorization", "Host", "User-Agent", "Connection", "Content-Length", "Transfer-Encoding", "Expect", "Upgrade", "TE", "Trailer",
    };

    /// <summary>Fills in what is required: examples first, then defaults and enumerations, then whatever the schema allows.</summary>
    public static StrangersRequest For(ApiText document, DocumentedOperation operation)
    {
        var (address, query, headers) = (operation.Path, new StringBuilder(), new List<(string, string)>());
        foreach (var parameter in document.ParametersOf(operation))
        {
            var (name, place) = (ApiText.TextOf(parameter["name"]) ?? "", ApiText.TextOf(parameter["in"]));
            var value = TextOf(ExampleOf(document, parameter, parameter["schema"]));
            if (place == "path")
                address = address.Replace($"{{{name}}}", Uri.EscapeDataString(value), StringComparison.Ordinal);
            else if (ApiText.IsTrue(parameter["required"]) && place == "query")
                query.Append(query.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            else if (ApiText.IsTrue(parameter["required"]) && place == "header" && !Ignored.Contains(name))
                headers.Add((name, value));
        }

        return new(operation.Method.ToUpperInvariant(), address + query, headers, BodyOf(document, operation));
    }

    private static string? BodyOf(ApiText document, DocumentedOperation operation)
    {
        var contents = (document.Resolve(operation.Content["requestBody"]) as JsonObject)?["content"] as JsonObject;
        return contents?["application/json"] is JsonObject media ? ExampleOf(document, media, media["schema"])?.ToJsonString() ?? "null" : null;
    }

    /// <summary>The example that stands beside a schema or in it; without one, the smallest value that the schema seems to allow.</summary>
    private static JsonNode? ExampleOf(ApiText document, JsonObject holder, JsonNode? schema) =>
        holder["example"] ?? FirstNamed(document, holder["examples"]) ?? new SmallestValue(document).Of(schema);

    private static JsonNode? FirstNamed(ApiText document, JsonNode? examples) =>
        examples is JsonObject { Count: > 0 } named ? (document.Resolve(named.First().Value) as JsonObject)?["value"] : null;

    private static string TextOf(JsonNode? value) => value switch
    {
        null => "",
        JsonValue text when text.TryGetValue<string>(out var plain) => plain,
        _ => Convert.ToString(value.ToJsonString(), CultureInfo.InvariantCulture) ?? "",
    };
}
