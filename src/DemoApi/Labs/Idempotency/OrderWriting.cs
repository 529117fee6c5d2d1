using System.Text.Json;
using Microsoft.AspNetCore.Http;
using System.Security.Cryptography;
using Visualizer.DemoApi.Data;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.Idempotency;

/// <summary>How orders get into the ledger and out of it.</summary>
internal static class OrderWriting
{
    /// <summary>Why the ledger cannot take this order, or null. An order that keeps its product does not care whether that is still for sale.</summary>
    public static Problem? Refuses(this Ledger ledger, OrderWish wish, Order? present)
    {
        if (present is null && ledger.State.Orders >= OrderRules.MostOrders)
            return new Problem(ProblemTypes.Conflict, $"The ledger of a sandbox holds {OrderRules.MostOrders} orders, and it is full. Delete some, or reset the lab.");
        if (present?.ProductId == wish.ProductId && present.Quantity == wish.Quantity)
            return null;
        if (ledger.Shop.Products.Find(wish.ProductId) is not { } product)
            return Problem.Of(ProblemTypes.ValidationError, Violation.At("#/product_id", $"There is no product {wish.ProductId}."));
        return product.PriceCents <= long.MaxValue / OrderRules.MostQuantity / OrderRules.MostOrders
            ? null
            : Problem.Of(ProblemTypes.ValidationError, Violation.At("#/product_id", "This product costs more than the ledger can count."));
    }

    /// <summary>Writes a new order, at today's price; without an id it gets the next one.</summary>
    public static Order Place(this Ledger ledger, OrderWish wish, DateTimeOffset now, long id = 0)
    {
        var order = new Order { Id = id, Status = "placed", CreatedAt = now };
        Set(ledger, order, wish);
        ledger.Shop.Add(order);
        ledger.Shop.SaveChanges(); // for its id
        return order;
    }

    /// <summary>Makes an order what is wished: nothing of it is left from before but its number, status and birth. Twice is once.</summary>
    public static void Replace(this Ledger ledger, Order order, OrderWish wish)
    {
        Set(ledger, order, wish);
        ledger.Shop.SaveChanges();
    }

    public static PlacedOrder Show(this Order order) =>
        new(order.Id, order.ProductId, order.Quantity, order.Note, [.. order.Tags], order.Status, order.TotalCents, order.CreatedAt);

    /// <summary>The order's body, and a tag made of it: an order that is deleted and made anew does not get an old one's tag.</summary>
    public static (byte[] Body, EntityTag Tag) Write(this PlacedOrder order)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(order, WireJson.Options);
        return (body, EntityTag.Strong(Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 8))));
    }

    public static string AddressOf(HttpRequest request, long id) => $"{request.PathBase}/api/orders/{id}";

    // What was charged changes only with what was bought.
    private static void Set(Ledger ledger, Order order, OrderWish wish)
    {
        if (order.ProductId != wish.ProductId || order.Quantity != wish.Quantity)
        {
            var price = ledger.Shop.Products.Find(wish.ProductId)!.PriceCents;
            order.Lines.Clear();
            order.Lines.Add(new OrderLine { ProductId = wish.ProductId, Quantity = wish.Quantity, PriceCents = price });
            (order.ProductId, order.Quantity, order.TotalCents) = (wish.ProductId, wish.Quantity, wish.Quantity * price);
        }

        (order.Note, order.Tags) = (wish.Note, [.. wish.Tags]);
    }
}
