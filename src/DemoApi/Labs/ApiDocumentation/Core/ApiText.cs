using System.Text.Json.Nodes;

namespace Visualizer.DemoApi.Labs.ApiDocumentation.Core;

/// <summary>One operation of a document, with its place.</summary>
/// <param name="Pointer">Where it stands: <c>/paths/~1items/get</c>.</param>
internal sealed record DocumentedOperation(string Path, string Method, JsonObject Content, string Pointer)
{
    public string? Id => ApiText.TextOf(Content["operationId"]);
}

/// <summary>An OpenAPI document as a client sees it: text, references, and nothing that is not written there.</summary>
internal sealed class ApiText(JsonObject root)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    public JsonObject Root { get; } = root;

    /// <summary>All operations in the order of the text.</summary>
    public IReadOnlyList<DocumentedOperation> Operations { get; } =
        [.. from path in root["paths"] as JsonObject ?? []
            where path.Value is JsonObject
            from method in ((JsonObject)path.Value!)
            where Methods.Contains(method.Key) && method.Value is JsonObject
            select new DocumentedOperation(path.Key, method.Key, (JsonObject)method.Value!, $"/paths/{Escape(path.Key)}/{method.Key}")];

    /// <summary>What a node stands for: itself, or what its <c>$ref</c> points to within this document (at most eight steps).</summary>
    public JsonNode? Resolve(JsonNode? node)
    {
        for (var steps = 0; steps < 8 && node is JsonObject holder && TextOf(holder["$ref"]) is { } reference; steps++)
            node = reference.StartsWith("#/", StringComparison.Ordinal) ? At(reference[1..]) : null;
        return node;
    }

    /// <summary>The node at a JSON pointer (RFC 6901), or null.</summary>
    public JsonNode? At(string pointer) => pointer.Split('/').Skip(1).Aggregate(
        (JsonNode?)Root, (node, part) => (node as JsonObject)?[part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)]);

    /// <summary>The parameters of an operation, references resolved: its own, and those of its path that it does not have itself.</summary>
    public IEnumerable<JsonObject> ParametersOf(DocumentedOperation operation) =>
        Parameters(operation.Content).Concat(Parameters((JsonObject)Root["paths"]![operation.Path]!))
            .DistinctBy(parameter => (TextOf(parameter["name"]), TextOf(parameter["in"])));

    private IEnumerable<JsonObject> Parameters(JsonObject holder) => (holder["parameters"] as JsonArray ?? []).Select(Resolve).OfType<JsonObject>();

    public static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static bool IsTrue(JsonNode? node) => node is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
