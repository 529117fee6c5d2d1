using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Visualizer.DemoApi.Labs.ApiDocumentation.Core;

namespace Visualizer.DemoApi.Labs.ApiDocumentation;

/// <summary>Holds a reply against what the document says of it. Schemas are judged by JsonSchema.Net (JSON Schema 2020-12, as OpenAPI 3.1 has it).</summary>
/// <remarks>Patterns are not checked: the document is a visitor's, and a regular expression can be made to run for hours.</remarks>
internal static class ReplyCheck
{
    /// <summary>How the reply contradicts the document, in one sentence; null where it does not.</summary>
    public static string? Contradiction(ApiText document, DocumentedOperation operation, int status, string? mediaType, string body)
    {
        var responses = operation.Content["responses"] as JsonObject;
        if (document.Resolve(responses?[$"{status}"] ?? responses?[$"{status / 100}XX"] ?? responses?["default"]) is not JsonObject documented)
            return $"The answer is {status}, and the document does not know that status.";
        if (documented["content"] is not JsonObject contents)
            return body.Length == 0 ? null : "The answer has a body, and the document promises none.";
        if (mediaType is null || contents[mediaType] is not JsonObject media)
            return $"The answer is {mediaType ?? "without a media type"}, and the document promises {string.Join(", ", contents.Select(c => c.Key))}.";
        return media["schema"] is { } schema ? AgainstSchema(document, schema, body) : null;
    }

    private static string? AgainstSchema(ApiText document, JsonNode schema, string body)
    {
        // References of the document become those of one schema that carries all the others.
        var whole = new JsonObject { ["allOf"] = new JsonArray(schema.DeepClone()), ["$defs"] = document.At("/components/schemas")?.DeepClone() ?? new JsonObject() };
        Strip(whole);
        var text = whole.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
        try
        {
            if (!SchemaEffort.IsBounded(JsonNode.Parse(text)!.AsObject(), JsonNode.Parse(body)))
                return $"The schema cannot be used: a reference in it leads nowhere or back to itself, or judging by it takes more than {SchemaEffort.MostSteps} steps.";
            // A registry of its own: the library's would keep every document that was ever tried.
            var judged = JsonSchema.FromText(text, new BuildOptions { SchemaRegistry = new SchemaRegistry() });
            var result = judged.Evaluate(Parse(body), new EvaluationOptions { OutputFormat = OutputFormat.List });
            var wrong = result.Details?.FirstOrDefault(detail => detail.Errors is { Count: > 0 });
            return result.IsValid ? null : $"The body is not what the schema says: {wrong?.InstanceLocation} {wrong?.Errors?.First().Value}".TrimEnd();
        }
        catch (JsonException)
        {
            return "The body is not JSON, or its schema is none.";
        }
        catch (Exception unusable) when (unusable is JsonSchemaException or RefResolutionException or ArgumentException or InvalidOperationException)
        {
            return "The schema cannot be used: a reference in it leads nowhere, or a keyword has a value that it may not have.";
        }
    }

    /// <summary>Takes out what could run for ever, and what would give the schema another name than its place.</summary>
    private static void Strip(JsonNode? node)
    {
        if (node is JsonObject schema)
        {
            schema.Remove("patternProperties");
            foreach (var keyword in (string[])["pattern", "$id", "$schema"])
            {
                if (schema[keyword] is JsonValue) // a member of that name would have a schema here
                    schema.Remove(keyword);
            }
        }

        foreach (var child in node switch { JsonObject o => o.Select(member => member.Value).ToList(), JsonArray a => a.ToList(), _ => [] })
            Strip(child);
    }

    private static JsonElement Parse(string body)
    {
        using var parsed = JsonDocument.Parse(body);
        return parsed.RootElement.Clone();
    }
}
