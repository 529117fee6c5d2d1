using Microsoft.EntityFrameworkCore;

namespace Visualizer.DemoApi.Labs.NPlusOne.Reading;

/// <summary>One command for the orders with their customers, and one for each collection. No row comes twice; between the commands the data may change.</summary>
internal static class OrdersSplit
{
    public static async Task<List<OrderReport>> LoadAsync(ReportContext shop, ReportRequest request)
    {
        var asked = shop.Asked(request).Include(order => order.Customer).Include(order => order.Lines).AsSplitQuery();
        var orders = await (request.Parcels ? asked.Include(order => order.Parcels) : asked).ToListAsync();
        return [.. orders.Select(order => OrderReport.Of(order, order.Customer, order.Lines, request.Parcels ? order.Parcels : null))];
    }
}
