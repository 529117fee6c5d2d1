using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Visualizer.DemoApi.Documentation;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.ApiDocumentation.Core;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.ApiDocumentation;

/// <summary>The stranger test: a document is sent in, and comes back with what a client could do with it alone.</summary>
internal static class StrangerTest
{
    private static readonly StrangerReport Example = new(
        [new("placeOrder", "POST", "/orders", "POST /orders", """{"product_id":1,"quantity":2}""", 400, Verdicts.Refused, "400: Idempotency-Key is missing.")],
        0, 0, [new("operation-operationId-telling", "/paths/~1items/get/operationId", "'get1' will be a method’s name, and says nothing.")], ["name was string and is object"]);

    private static readonly JsonElement Smallest = JsonSerializer.Deserialize<JsonElement>(
        """{"openapi":"3.1.0","info":{"title":"One call","version":"1"},"paths":{"/items":{"get":{"operationId":"listItems","responses":{"200":{"description":"A page."}}}}}}""");

    public static void Map(RouteGroupBuilder api)
    {
        var documents = api.Chapter("Documents", "What is a document worth to somebody who has nothing else?").WithMetadata(new LabMark(ApiDocumentationLab.Slug));
        documents.MapPost("/documents/stranger", TryAsync).Describe("sendStranger", "Send a stranger in with a document", operation => operation
            .Says("The robot builds one request for each operation from the document alone, sends it to this sandbox’s API, and holds the reply against the document. `send: false` only reads it. Try it with `/openapi.flawed.json`.")
            .Body(new StrangerOrder(Smallest, true))
            .Gives(200, "How the stranger fared.", Example));
    }

    private static async Task<IResult> TryAsync(Sandbox sandbox, HttpContext http, Stranger stranger, ApiDocument real)
    {
        var read = await JsonBody.ReadAsync<StrangerOrder>(http);
        if (read.Problem is { } unreadable)
            return unreadable;
        var check = new Validation();
        var root = Root(read.Value);
        check.That(root is not null, "#/document", "document is required: an OpenAPI document, as a JSON object.");
        var text = new ApiText(root ?? []);
        check.That(root is null || text.Operations.Count is > 0 and <= Stranger.MostOperations, "#/document", $"The document must have 1 to {Stranger.MostOperations} operations under paths.");
        if (check.Problem is { } invalid)
            return invalid;

        var calls = await stranger.TryAsync(sandbox, text, read.Value.Send ?? true, http.RequestAborted);
        var report = new StrangerReport(
            calls,
            calls.Count(call => call.Verdict == Verdicts.Works),
            calls.Count(call => call.Verdict == Verdicts.Contradicts),
            [.. Lint.Of(text).Select(found => new LintFinding(found.Rule, found.Pointer, found.Detail))],
            FromVersionOneToTwo(real, http.Request));
        if (read.Value.Send ?? true)
            sandbox.Journal.Append(sandbox.Clock.GetUtcNow(), new StrangerReturned(report), ApiDocumentationLab.Slug, http.Exchange().RequestId);
        return TypedResults.Json(report, WireJson.Options);
    }

    private static JsonObject? Root(StrangerOrder order)
    {
        try
        {
            return order.Document is { } document ? JsonNode.Parse(document.GetRawText()) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IReadOnlyList<string> FromVersionOneToTwo(ApiDocument real, HttpRequest request)
    {
        var document = new ApiText(JsonNode.Parse(real.For(request))!.AsObject());
        return BreakingChanges.Between(document, SchemaOf("/v1/users/{id}"), SchemaOf("/v2/users/{id}"));

        JsonNode? SchemaOf(string path) => (document.Operations.FirstOrDefault(o => o.Path == path && o.Method == "get")?.Content["responses"]?["200"]?["content"] as JsonObject)?
            .FirstOrDefault().Value?["schema"];
    }
}
