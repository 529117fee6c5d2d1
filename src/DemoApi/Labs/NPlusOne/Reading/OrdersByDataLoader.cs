using Microsoft.EntityFrameworkCore;
using Visualizer.DemoApi.Labs.NPlusOne.Core;

namespace Visualizer.DemoApi.Labs.NPlusOne.Reading;

/// <summary>Written like the loop, asked like the batch: each order asks for its own, and the loaders put the questions together.</summary>
internal static class OrdersByDataLoader
{
    public static async Task<List<OrderReport>> LoadAsync(ReportContext shop, ReportRequest request)
    {
        var orders = await shop.Asked(request).AsNoTracking().ToListAsync();
        var customers = new DataLoader<long, ReportCustomer>(ids => OrdersInBatches.CustomersAsync(shop, ids));
        var lines = new DataLoader<long, List<ReportLine>>(async ids => ByOrder(await OrdersInBatches.LinesAsync(shop, ids)));
        var parcels = new DataLoader<long, List<ReportParcel>>(async ids => ByOrder(await OrdersInBatches.ParcelsAsync(shop, ids)));
        return [.. await Tick.AllAsync(orders.Select(ReportAsync), customers, lines, parcels)];

        async Task<OrderReport> ReportAsync(ReportOrder order)
        {
            // All three are asked for before the first is waited for: they fall into one tick.
            var customer = order.UserId is { } user ? customers.LoadAsync(user) : Task.FromResult<ReportCustomer?>(null);
            var ownLines = lines.LoadAsync(order.Id);
            var ownParcels = request.Parcels ? parcels.LoadAsync(order.Id) : null;
            return OrderReport.Of(order, await customer, await ownLines ?? [], ownParcels is null ? null : await ownParcels ?? []);
        }
    }

    private static Dictionary<long, List<T>> ByOrder<T>(ILookup<long, T> rows) => rows.ToDictionary(group => group.Key, group => group.ToList());
}
