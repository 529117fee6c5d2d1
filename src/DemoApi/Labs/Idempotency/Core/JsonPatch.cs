using System.Text.Json;
using System.Text.Json.Nodes;

namespace Visualizer.DemoApi.Labs.Idempotency.Core;

/// <summary>What came of a JSON Patch.</summary>
internal abstract record PatchResult
{
    public sealed record Patched(JsonNode? Document) : PatchResult;

    /// <summary>The patch is no patch, or not one of this document.</summary>
    /// <param name="Index">Which operation, from 0; null for the patch as a whole.</param>
    public sealed record Malformed(int? Index, string Reason) : PatchResult;

    /// <summary>A test found something else.</summary>
    public sealed record TestFailed(int Index, string Reason) : PatchResult;
}

/// <summary>
/// JSON Patch (RFC 6902): a list of things to do, all or none. Appending to a list does something each time it is sent: this is why
/// PATCH is not idempotent by definition.
/// </summary>
internal static class JsonPatch
{
    public const int MostOperations = 100;

    /// <summary>A patch may double a list with every copy; this many characters are enough.</summary>
    public const int LargestResult = 64 * 1024;

    /// <summary>What is wrong with the patch as such, before any document is looked at; null where nothing is.</summary>
    public static PatchResult.Malformed? Check(JsonElement patch)
    {
        if (patch.ValueKind is not JsonValueKind.Array || patch.GetArrayLength() > MostOperations)
            return new(null, $"A JSON Patch is a list of at most {MostOperations} operations.");
        foreach (var (index, json) in patch.EnumerateArray().Index())
        {
            if (JsonPatchOperation.Read(json, out var mistake) is null)
                return new(index, mistake);
        }

        return null;
    }

    /// <summary>Applies every operation to a copy: whatever fails, the target is as it was (RFC 5789 §2).</summary>
    public static PatchResult Apply(JsonNode? target, JsonElement patch)
    {
        if (Check(patch) is { } malformed)
            return malformed;
        var document = target?.DeepClone();
        foreach (var (index, json) in patch.EnumerateArray().Index())
        {
            var operation = JsonPatchOperation.Read(json, out _)!;
            if (operation.Op == "test" && operation.Path.TryFind(document, out var found) && !JsonNode.DeepEquals(found, operation.Value))
                return new PatchResult.TestFailed(index, "The value there is another one.");
            if (!TryApply(ref document, operation))
                return new PatchResult.Malformed(index, "There is no such place in the document.");
            if (operation.Op == "copy" && document?.ToJsonString().Length > LargestResult)
                return new PatchResult.Malformed(index, $"The result may have at most {LargestResult} characters.");
        }

        return new PatchResult.Patched(document);
    }

    private static bool TryApply(ref JsonNode? document, JsonPatchOperation operation)
    {
        var (_, path, from, value) = operation;
        JsonNode? moved = null;
        return operation.Op switch
        {
            "add" => TryAdd(ref document, path, value?.DeepClone()),
            "remove" => TryRemove(document, path),
            "replace" => path.TryFind(document, out _) && (path.Tokens.Count == 0 || TryRemove(document, path)) && TryAdd(ref document, path, value?.DeepClone()),
            "move" => !from!.Contains(path) && from.TryFind(document, out moved) && (from.Tokens.SequenceEqual(path.Tokens)
                || (TryRemove(document, from) && TryAdd(ref document, path, moved))), // §4.4: nothing moves into itself
            "copy" => from!.TryFind(document, out moved) && TryAdd(ref document, path, moved?.DeepClone()),
            _ => path.TryFind(document, out _), // test
        };
    }

    private static bool TryAdd(ref JsonNode? document, JsonPointer path, JsonNode? value)
    {
        if (path.Tokens.Count == 0)
        {
            document = value;
            return true;
        }

        if (!path.TryFindHolder(document, out var holder, out var token))
            return false;
        if (holder is JsonObject members)
            members[token] = value;
        else if (holder is JsonArray list && (token == "-" ? list.Count : JsonPointer.Index(token, list.Count)) is { } index)
            list.Insert(index, value);
        else
            return false;
        return true;
    }

    private static bool TryRemove(JsonNode? document, JsonPointer path)
    {
        if (!path.TryFindHolder(document, out var holder, out var token))
            return false;
        if (holder is JsonObject members)
            return members.Remove(token);
        if (holder is not JsonArray list || JsonPointer.Index(token, list.Count - 1) is not { } index)
            return false;
        list.RemoveAt(index);
        return true;
    }
}
