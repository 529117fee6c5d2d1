using System.ComponentModel.DataAnnotations;

namespace Visualizer.DemoApi.Labs.Idempotency;

/// <summary>An order as a client places or replaces it.</summary>
/// <param name="ProductId">The product to buy; it must exist.</param>
/// <param name="Quantity">How many, 1 to 1000.</param>
/// <param name="Note">A note to the shop, up to 500 characters, or null.</param>
/// <param name="Tags">Up to 20 words of 1 to 50 characters; none where it is left out or null.</param>
public sealed record NewOrder(
    [Required, Range(1, long.MaxValue, ErrorMessage = "product_id must be 1 or more.")] long? ProductId,
    [Required, Range(1, OrderRules.MostQuantity)] long? Quantity,
    [StringLength(OrderRules.LongestNote)] string? Note = null,
    [MaxLength(OrderRules.MostTags)] IReadOnlyList<string>? Tags = null);

/// <summary>An order as the ledger holds it.</summary>
/// <param name="Id">Its number; never given out twice.</param>
/// <param name="Status">placed, paid or shipped.</param>
/// <param name="TotalCents">What was charged, in cents.</param>
/// <param name="CreatedAt">Sandbox time at which it was placed.</param>
public sealed record PlacedOrder(
    long Id, long ProductId, long Quantity, string? Note, IReadOnlyList<string> Tags, string Status, long TotalCents, DateTimeOffset CreatedAt);

/// <summary>What a merge patch (RFC 7396) may change of an order; null removes.</summary>
public sealed record OrderChanges(long? ProductId, long? Quantity, string? Note, IReadOnlyList<string>? Tags);

/// <summary>One operation of a JSON Patch (RFC 6902).</summary>
/// <param name="Op">add, remove, replace, move, copy or test.</param>
/// <param name="Path">A JSON pointer into the order.</param>
/// <param name="From">Where <c>move</c> and <c>copy</c> take it from.</param>
/// <param name="Value">What <c>add</c>, <c>replace</c> and <c>test</c> bring.</param>
public sealed record PatchStep(
    [Required, RegularExpression("^(add|remove|replace|move|copy|test)$")] string? Op, [Required] string? Path, string? From, System.Text.Json.JsonElement? Value);

/// <summary>The bounds of an order.</summary>
public static class OrderRules
{
    public const int MostQuantity = 1_000;
    public const int LongestNote = 500;
    public const int MostTags = 20;
    public const int LongestTag = 50;

    /// <summary>Most orders a sandbox's ledger holds.</summary>
    public const int MostOrders = 20_000;

    /// <summary>The highest number a client may choose by PUT: the last integer that every JSON reader holds exactly.</summary>
    public const long HighestChosenId = 9_007_199_254_740_991;
}
