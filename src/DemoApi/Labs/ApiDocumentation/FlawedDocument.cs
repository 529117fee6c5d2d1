using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Visualizer.DemoApi.Labs.ApiDocumentation;

/// <summary>Seven operations of the real document, with defects put in: valid OpenAPI all the same.</summary>
internal sealed class FlawedDocument(ApiDocument real)
{
    private static readonly (string Path, string Method)[] Seven =
    [
        ("/items", "get"), ("/orders/{id}", "get"), ("/v2/users/{id}", "get"), ("/items", "post"), ("/orders", "post"), ("/products/{id}", "get"), ("/limits/{algorithm}", "get"),
    ];

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="mended">The defects that are left out, because somebody mended them.</param>
    public string For(HttpRequest request, IReadOnlyCollection<Defect> mended)
    {
        var whole = JsonNode.Parse(real.For(request))!.AsObject();
        var document = Excerpt(whole);
        foreach (var defect in Defects.All.Except(mended))
            Break(defect, document["paths"]![defect.Path]![defect.Method]!.AsObject());
        document["components"] = Components(whole, document);
        return document.ToJsonString(Readable);
    }

    private static JsonObject Excerpt(JsonObject whole)
    {
        var paths = new JsonObject();
        foreach (var (path, method) in Seven)
        {
            if (paths[path] is null)
                paths[path] = new JsonObject();
            paths[path]![method] = Short(whole["paths"]![path]![method]!.DeepClone().AsObject());
        }

        var document = new JsonObject();
        foreach (var member in (string[])["openapi", "info", "servers", "tags"])
            document[member] = whole[member]?.DeepClone();
        document["info"]!["title"] = "Visualizer demo API, as a stranger gets it";
        document["info"]!["description"] = "Seven operations. The document is valid; whether it is enough is the question.";
        document["paths"] = paths;
        return document;
    }

    /// <summary>What the seven need and no more: response headers, faults on request and the examples of errors would be half of the text.</summary>
    private static JsonObject Short(JsonObject operation)
    {
        if (operation["parameters"] is JsonArray parameters)
            operation["parameters"] = new JsonArray([.. parameters.Where(p => p?["$ref"] is null).Select(p => p!.DeepClone())]);
        foreach (var response in operation["responses"]!.AsObject().Select(r => r.Value!.AsObject()))
        {
            response.Remove("headers");
            foreach (var media in (response["content"] as JsonObject ?? []).Select(c => c.Value!.AsObject()))
                media.Remove("examples");
        }

        return operation;
    }

    private static void Break(Defect defect, JsonObject operation)
    {
        if (defect == Defects.VagueId)
            operation["operationId"] = "get1";
        else if (defect == Defects.NoErrors)
            operation["responses"] = new JsonObject { ["200"] = operation["responses"]!["200"]!.DeepClone() };
        else if (defect == Defects.Untagged)
            operation.Remove("tags");
        else if (defect == Defects.NoExample)
            operation["requestBody"] = JsonNode.Parse("""{"required":true,"content":{"application/json":{"schema":{"type":"object"}}}}""");
        else if (defect == Defects.HiddenHeader)
            operation["parameters"] = new JsonArray([.. operation["parameters"]!.AsArray().Where(p => p!["name"]!.GetValue<string>() != "Idempotency-Key").Select(p => p!.DeepClone())]);
        else if (defect == Defects.MissingConflict)
            operation["responses"]!.AsObject().Remove("409");
        else if (defect == Defects.WrongSchema)
            operation["responses"]!["200"]!["content"]!["application/json"] = JsonNode.Parse(
                """{"schema":{"type":"object","required":["id","name","price"],"properties":{"id":{"type":"integer"},"name":{"type":"string"},"price":{"type":"number"}}}}""");
        else
            operation["parameters"] = JsonNode.Parse("""[{"name":"algorithm","in":"path","required":true,"schema":{"type":"string"},"example":"default"}]""");
    }

    /// <summary>Every component that the text refers to, and those that they refer to.</summary>
    private static JsonObject Components(JsonObject whole, JsonObject document)
    {
        var components = new JsonObject();
        var open = new Queue<string>(References(document));
        while (open.TryDequeue(out var reference))
        {
            if (reference.Split('/') is not ["#", "components", var kind, var name] || components[kind]?[name] is not null)
                continue;
            if (components[kind] is null)
                components[kind] = new JsonObject();
            var found = whole["components"]![kind]![name]!.DeepClone();
            components[kind]![name] = found;
            foreach (var further in References(found))
                open.Enqueue(further);
        }

        return components;
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject holder => holder.SelectMany(member => member is { Key: "$ref", Value: JsonValue } ? [member.Value.GetValue<string>()] : References(member.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };
}
