using Microsoft.EntityFrameworkCore;

namespace Visualizer.DemoApi.Labs.NPlusOne.Reading;

/// <summary>
/// One command: everything in one JOIN. The limit still counts orders, because EF Core puts it into a subquery. With a second collection every
/// line of an order comes once for each of its parcels: one command, and the most rows of all.
/// </summary>
internal static class OrdersByJoin
{
    public static async Task<List<OrderReport>> LoadAsync(ReportContext shop, ReportRequest request)
    {
        var asked = shop.Asked(request).Include(order => order.Customer).Include(order => order.Lines).AsSingleQuery();
        var orders = await (request.Parcels ? asked.Include(order => order.Parcels) : asked).ToListAsync();
        return [.. orders.Select(order => OrderReport.Of(order, order.Customer, order.Lines, request.Parcels ? order.Parcels : null))];
    }
}
