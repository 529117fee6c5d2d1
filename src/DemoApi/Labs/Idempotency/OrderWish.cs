using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.Idempotency;

/// <summary>What a client wants an order to be, checked.</summary>
internal sealed record OrderWish(long ProductId, long Quantity, string? Note, IReadOnlyList<string> Tags)
{
    /// <summary>All broken rules at once; whether the product exists is the ledger's to say.</summary>
    public static Read<OrderWish> Of(NewOrder body)
    {
        var check = new Validation().Check(body);
        foreach (var (index, tag) in (body.Tags ?? []).Take(OrderRules.MostTags).Index())
            check.Allow(tag, $"#/tags/{index}", 1, OrderRules.LongestTag);
        if (check.Problem is { } invalid)
            return invalid;
        return new OrderWish(body.ProductId!.Value, body.Quantity!.Value, body.Note, body.Tags ?? []);
    }
}
