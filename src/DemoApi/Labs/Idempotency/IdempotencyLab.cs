using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Visualizer.DemoApi.Data;
using Visualizer.DemoApi.Documentation;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.Idempotency.Core;
using Visualizer.DemoApi.Paging;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.Idempotency;

/// <summary>A ledger of orders with three doors for POST, one of them right, and the methods that need no key.</summary>
public static class IdempotencyLab
{
    public const string Slug = "idempotency";

    /// <summary>What a reset of this lab puts back.</summary>
    public static LabMark Mark { get; } = new(Slug) { Tables = [nameof(ShopContext.Orders), nameof(OrderLine), nameof(ShopContext.UsedKeys)] };

    private static readonly NewOrder Wish = new(1, 1, null, ["gift"]);
    private static readonly PlacedOrder Placed = new(201, 1, 1, null, ["gift"], "placed", 2_000, new(2026, 1, 23, 11, 0, 0, TimeSpan.Zero));

    public static void MapIdempotency(this RouteGroupBuilder api)
    {
        var orders = api.Chapter("Orders", "A ledger. An order that is sent twice, because the first answer was lost, must not be charged twice.").WithMetadata(new LabMark(Slug));
        orders.MapPost("/orders", PlaceOnceAsync).WithMetadata(new StagesFaults()).Describe("placeOrder", "Buy something, once", operation => operation
            .Says("The key names your intent. A repetition gets the stored answer, whatever it was, and nothing is bought again; a key lives for 24 hours of sandbox time.")
            .NeedsKey()
            .Fails(ProblemTypes.IdempotencyKeyInUse)
            .Places("Idempotent-Replayed"));
        orders.MapPost("/racy/orders", PlaceRacilyAsync).WithMetadata(new StagesFaults()).Describe("placeOrderRacily", "Buy something, once, unless two come at a time", operation => operation
            .Says("Looks the key up, waits 300 ms of sandbox time, then places the order: of several requests at once each finds nothing and buys. Wrong on purpose.")
            .NeedsKey()
            .Places("Idempotent-Replayed"));
        orders.MapPost("/unsafe/orders", PlaceUnsafelyAsync).Describe("placeOrderUnsafely", "Buy something, as often as the request arrives", operation => operation
            .Says("Knows no keys: every arrival is an order. Wrong on purpose.")
            .Places());
        orders.MapGet("/orders", OrderList.Get).Describe("listOrders", "List orders, newest first", operation => operation
            .PagesByCursor()
            .Query("sort", "By age: newest or oldest first.", Value.OneOf([.. OrderList.Orders.Sorts]).Otherwise(OrderList.Orders.Sorts[0]))
            .Gives(200, "A page.", new CursorPage<PlacedOrder>([Placed], "MS4yMDI2LTAxLTIz", null, true), "Link"));
        orders.MapGet("/orders/{id}", OrderResource.Get).Describe("getOrder", "Read an order", operation => operation
            .Gives(200, "The order.", Placed, "ETag").Revalidates());
        orders.MapPut("/orders/{id}", OrderResource.PutAsync).Describe("putOrder", "Write an order under a number of your own", operation => operation
            .Says("Makes the order what the body says, whatever it was before: sent twice, it is the same order. What is left out is reset.")
            .Body(Wish)
            .Gives(201, "There was none; now there is.", Placed, "Location", "ETag")
            .Gives(200, "The order as it is now.", Placed, "ETag")
            .GuardsAgainstLostUpdates()
            .Fails(ProblemTypes.Conflict, $"The ledger of a sandbox holds {OrderRules.MostOrders} orders, and it is full."));
        orders.MapPatch("/orders/{id}", OrderResource.PatchAsync).Describe("patchOrder", "Change parts of an order", operation => operation
            .Says("A merge patch says how members shall be; a JSON Patch says what to do to them, and `add` to `/tags/-` does it again each time it is sent.")
            .Body(new OrderChanges(null, 2, "Row 7, please", null), MediaType.MergePatch)
            .Body<IReadOnlyList<PatchStep>>([new("add", "/tags/-", null, System.Text.Json.JsonSerializer.SerializeToElement("gift"))], MediaType.JsonPatch)
            .Gives(200, "The order as it is now.", Placed, "ETag")
            .GuardsAgainstLostUpdates()
            .Fails(ProblemTypes.PatchTestFailed));
        orders.MapDelete("/orders/{id}", OrderResource.Delete).Describe("deleteOrder", "Delete an order", operation => operation
            .Says("A second time there is nothing to delete and the answer is 404; the effect is the same, and that is what idempotent means.")
            .GivesNothing(204, "It is gone.")
            .GuardsAgainstLostUpdates());
    }

    private static async Task<IResult> PlaceOnceAsync(Sandbox sandbox, HttpContext http)
    {
        var read = await KeyedOrder.ReadAsync(http, "/orders");
        return read.Problem is { } unreadable ? unreadable : await new KeyedAttempt(read.Value, sandbox, http).PlaceOnceAsync();
    }

    private static async Task<IResult> PlaceRacilyAsync(Sandbox sandbox, HttpContext http)
    {
        var read = await KeyedOrder.ReadAsync(http, "/racy/orders");
        return read.Problem is { } unreadable ? unreadable : await new KeyedAttempt(read.Value, sandbox, http).PlaceRacilyAsync();
    }

    private static async Task<IResult> PlaceUnsafelyAsync(Sandbox sandbox, HttpContext http)
    {
        var body = await JsonBody.ReadAsync<NewOrder>(http);
        if (body.Problem is { } unreadable)
            return unreadable;
        var wish = OrderWish.Of(body.Value);
        if (wish.Problem is { } invalid)
            return invalid;
        var state = sandbox.State<IdempotencyState>();
        lock (state.Gate)
        {
            var (now, exchange) = (sandbox.Clock.GetUtcNow(), http.Exchange());
            var placement = state.Ledgers.Transact(ledger => Placement.Of(ledger, wish.Value, now, http, fault: null));
            if (placement.Placed is { } order)
                sandbox.Journal.Append(now, new OrderPlaced("/unsafe/orders", order, placement.Before, placement.After), Slug, exchange.RequestId);
            exchange.OutcomeAt = now;
            return placement.Answer.Send(replayed: false);
        }
    }

    private static Operation NeedsKey(this Operation operation) => operation
        .Header(KeyedOrder.Header, "Your name for this intent, the same for every attempt: a quoted string, or bare visible ASCII without quotes, commas and semicolons.",
            Value.Text("\"8e03978e-40d5-43dd-bc93-6894a57f9324\"", maxLength: 2 * IdempotencyKey.MaxLength + 2), required: true)
        .Fails(ProblemTypes.IdempotencyKeyMissing, ProblemTypes.IdempotencyKeyMalformed, ProblemTypes.IdempotencyKeyReused);

    private static Operation Places(this Operation operation, params IReadOnlyList<string> headers) => operation
        .Body(Wish)
        .Gives(201, "The order was placed.", Placed, ["Location", "ETag", .. headers])
        .Fails(ProblemTypes.Conflict, $"The ledger of a sandbox holds {OrderRules.MostOrders} orders, and it is full.")
        .MayTakeToken();
}
