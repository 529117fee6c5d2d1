using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Visualizer.DemoApi.Data;
using Visualizer.DemoApi.Paging;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.Idempotency;

/// <summary>The ledger, page by page.</summary>
internal static class OrderList
{
    public static PagedList Orders { get; } = new("orders", "-created_at", "created_at");

    public static IResult Get(Sandbox sandbox, HttpContext http)
    {
        var read = PageRequest.Read(http, new Query(http.Request), Orders);
        if (read.Problem is { } refused)
            return refused;
        var asked = read.Value;
        var page = sandbox.State<IdempotencyState>().Ledgers.Transact(ledger =>
            Page<Order>.Cut(Walk(ledger.Shop, asked).Take(asked.Limit + 1), asked.Limit, asked.Way, left: asked.Cursor is not null));
        return PageAnswer.ByCursor(http, asked, page, order => new Place(order.CreatedAt.UtcTicks, order.Id), order => order.Show());
    }

    // Written so that SQLite seeks in its index: a < x OR (a = x AND id < y) would make it read from the start.
    private static IQueryable<Order> Walk(ShopContext shop, PageRequest asked)
    {
        var orders = shop.Orders.AsNoTracking();
        var (at, id) = asked.Cursor is { Place: var place } ? (new DateTimeOffset(place.Value, TimeSpan.Zero), place.Id) : default;
        var fromTheStart = asked.Cursor is null;
        return (asked.Sort == Orders.Sorts[0]) == (asked.Way is Way.Next)
            ? orders.Where(o => fromTheStart || (o.CreatedAt <= at && (o.CreatedAt < at || o.Id < id))).OrderByDescending(o => o.CreatedAt).ThenByDescending(o => o.Id)
            : orders.Where(o => fromTheStart || (o.CreatedAt >= at && (o.CreatedAt > at || o.Id > id))).OrderBy(o => o.CreatedAt).ThenBy(o => o.Id);
    }
}
