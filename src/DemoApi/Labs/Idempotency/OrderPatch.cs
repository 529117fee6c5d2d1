using System.Text.Json;
using System.Text.Json.Nodes;
using Visualizer.DemoApi.Labs.Idempotency.Core;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.Idempotency;

/// <summary>Applies a patch to an order as clients see it, and reads from the result what they wish.</summary>
internal static class OrderPatch
{
    public static readonly IReadOnlyList<string> MediaTypes = [MediaType.MergePatch, MediaType.JsonPatch];

    // What the shop decides, and no client changes.
    private static readonly string[] Fixed = ["id", "status", "total_cents", "created_at"];

    /// <summary>What is wrong with the patch itself, whatever it is applied to (400), or null.</summary>
    public static Problem? Mistake(string mediaType, JsonElement patch) => mediaType switch
    {
        MediaType.MergePatch when patch.ValueKind is not JsonValueKind.Object => Malformed("#", "A merge patch of an order is an object."),
        MediaType.JsonPatch => JsonPatch.Check(patch) is { } malformed ? Malformed(malformed) : null,
        _ => null,
    };

    public static Read<OrderWish> Apply(string mediaType, JsonElement patch, PlacedOrder order)
    {
        var before = JsonSerializer.SerializeToNode(order, WireJson.Options)!.AsObject();
        var result = mediaType == MediaType.MergePatch
            ? new PatchResult.Patched(JsonMergePatch.Apply(before, JsonSerializer.SerializeToNode(patch)))
            : JsonPatch.Apply(before, patch);
        return result switch
        {
            PatchResult.Patched { Document: var after } => Wish(before, after),
            PatchResult.TestFailed failed => Problem.Of(ProblemTypes.PatchTestFailed, Violation.At($"#/{failed.Index}", failed.Reason)),
            _ => Malformed((PatchResult.Malformed)result),
        };
    }

    private static Read<OrderWish> Wish(JsonObject before, JsonNode? after)
    {
        var patched = JsonBody.As<PatchedOrder>(JsonSerializer.SerializeToElement(after));
        if (patched.Problem is { } misshapen)
            return misshapen;
        var changed = Fixed.Where(name => !JsonNode.DeepEquals(before[name], after![name])).ToList();
        if (changed.Count > 0)
            return Problem.Of(ProblemTypes.ValidationError, [.. changed.Select(name => Violation.At($"#/{name}", $"{name} is the shop's: it may not be changed."))]);
        var order = patched.Value;
        return OrderWish.Of(new NewOrder(order.ProductId, order.Quantity, order.Note, order.Tags));
    }

    private static Problem Malformed(PatchResult.Malformed mistake) => Malformed(mistake.Index is { } index ? $"#/{index}" : "#", mistake.Reason);

    private static Problem Malformed(string pointer, string reason) => Problem.Of(ProblemTypes.InvalidBody, Violation.At(pointer, reason));

    /// <summary>An order after a patch: any member may be missing, none may be new.</summary>
    private sealed record PatchedOrder(
        long? ProductId, long? Quantity, string? Note, IReadOnlyList<string>? Tags, JsonElement Id, JsonElement Status, JsonElement TotalCents, JsonElement CreatedAt);
}
