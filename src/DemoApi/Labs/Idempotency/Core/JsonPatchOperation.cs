using System.Text.Json;
using System.Text.Json.Nodes;

namespace Visualizer.DemoApi.Labs.Idempotency.Core;

/// <summary>One step of a JSON Patch (RFC 6902 §4).</summary>
/// <param name="From">The other place of <c>move</c> and <c>copy</c>.</param>
/// <param name="Value">What <c>add</c>, <c>replace</c> and <c>test</c> bring; null is a value like any other.</param>
internal sealed record JsonPatchOperation(string Op, JsonPointer Path, JsonPointer? From, JsonNode? Value)
{
    /// <summary>Reads one; where it is none, says why. Members that its kind does not know are ignored, as §4 demands.</summary>
    public static JsonPatchOperation? Read(JsonElement json, out string mistake)
    {
        mistake = "An operation is an object with op and path.";
        if (json.ValueKind is not JsonValueKind.Object || Text(json, "op") is not { } op || Text(json, "path") is not { } path)
            return null;
        if (Pointer(path, ref mistake) is not { } place)
            return null;
        switch (op)
        {
            case "remove":
                return new(op, place, null, null);
            case "add" or "replace" or "test":
                mistake = $"{op} needs a value.";
                return json.TryGetProperty("value", out var value) ? new(op, place, null, Node(value)) : null;
            case "move" or "copy":
                mistake = $"{op} needs from.";
                return Text(json, "from") is { } from && Pointer(from, ref mistake) is { } origin ? new(op, place, origin, null) : null;
            default:
                mistake = $"There is no operation {op}. There are add, remove, replace, move, copy and test.";
                return null;
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.String ? member.GetString() : null;

    private static JsonPointer? Pointer(string text, ref string mistake)
    {
        var pointer = JsonPointer.Parse(text);
        if (pointer is null)
            mistake = $"{text} is no JSON pointer: it is empty or begins with a slash.";
        return pointer;
    }

    private static JsonNode? Node(JsonElement json) => JsonSerializer.SerializeToNode(json);
}
