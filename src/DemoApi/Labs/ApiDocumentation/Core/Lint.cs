using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Visualizer.DemoApi.Labs.ApiDocumentation.Core;

/// <summary>One thing that the text itself shows to be amiss.</summary>
/// <param name="Rule">Named as Spectral names it where it has the rule.</param>
internal sealed record Finding(string Rule, string Pointer, string Detail);

/// <summary>
/// The rules that this lab teaches. They read the text and nothing else: whether it tells the truth they cannot know, and a document without
/// findings can still be wrong.
/// </summary>
internal static partial class Lint
{
    /// <summary>Most findings that are told.</summary>
    public const int Most = 100;

    public static IReadOnlyList<Finding> Of(ApiText document) => [.. document.Operations.SelectMany(operation => Of(document, operation)).Take(Most)];

    private static IEnumerable<Finding> Of(ApiText document, DocumentedOperation operation)
    {
        var (content, at) = (operation.Content, operation.Pointer);
        if (operation.Id is null)
            yield return new("operation-operationId", at, "The operation has no operationId: generated clients will invent a name.");
        else if (Vague().IsMatch(operation.Id))
            yield return new("operation-operationId-telling", $"{at}/operationId", $"'{operation.Id}' will be a method’s name, and says nothing.");
        if (ApiText.TextOf(content["description"]) is null && ApiText.TextOf(content["summary"]) is null)
            yield return new("operation-description", at, "Neither summary nor description says what the call is for.");
        if (content["tags"] is not JsonArray { Count: > 0 })
            yield return new("operation-tags", at, "Without a tag it stands in no chapter, and readers will not find it.");
        if (content["responses"] is not JsonObject responses || !responses.Any(response => response.Key.StartsWith('4')))
            yield return new("operation-4xx-response", $"{at}/responses", "No error is documented, as if nothing could go wrong.");
        foreach (var parameter in document.ParametersOf(operation).Where(parameter => ApiText.TextOf(parameter["description"]) is null))
            yield return new("oas3-parameter-description", $"{at}/parameters", $"The parameter {parameter["name"]} is not described.");
        foreach (var finding in Examples(document, operation))
            yield return finding;
    }

    private static IEnumerable<Finding> Examples(ApiText document, DocumentedOperation operation)
    {
        if (document.Resolve(operation.Content["requestBody"]) is not JsonObject { } body || body["content"] is not JsonObject contents)
            yield break;
        foreach (var (type, media) in contents)
        {
            if (media is JsonObject described && described["example"] is null && described["examples"] is null)
                yield return new("request-body-example", $"{operation.Pointer}/requestBody", $"There is no example of a body in {type}: what shall a first attempt send?");
        }
    }

    [GeneratedRegex("^(?:get|put|post|delete|patch|op|operation|call|endpoint|method)[_-]?[0-9]*$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Vague();
}
