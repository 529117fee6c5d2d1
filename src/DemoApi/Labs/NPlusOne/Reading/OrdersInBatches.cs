using Microsoft.EntityFrameworkCore;

namespace Visualizer.DemoApi.Labs.NPlusOne.Reading;

/// <summary>By hand: first the orders, then all their customers with one IN, then all their lines with another.</summary>
internal static class OrdersInBatches
{
    public static async Task<List<OrderReport>> LoadAsync(ReportContext shop, ReportRequest request)
    {
        var orders = await shop.Asked(request).AsNoTracking().ToListAsync();
        var customers = await CustomersAsync(shop, [.. orders.Select(order => order.UserId).OfType<long>().Distinct()]);
        List<long> ids = [.. orders.Select(order => order.Id)];
        var lines = await LinesAsync(shop, ids);
        var parcels = request.Parcels ? await ParcelsAsync(shop, ids) : null;
        return [.. orders.Select(order => OrderReport.Of(
            order, order.UserId is { } user ? customers.GetValueOrDefault(user) : null, lines[order.Id], parcels?[order.Id]))];
    }

    public static async Task<IReadOnlyDictionary<long, ReportCustomer>> CustomersAsync(ReportContext shop, IReadOnlyList<long> ids) => ids.Count == 0
        ? new Dictionary<long, ReportCustomer>() // EF Core would ask even for nothing
        : await shop.Customers.AsNoTracking().Where(customer => ids.Contains(customer.Id)).ToDictionaryAsync(customer => customer.Id);

    public static async Task<ILookup<long, ReportLine>> LinesAsync(ReportContext shop, IReadOnlyList<long> orders) =>
        (orders.Count == 0 ? [] : await shop.Lines.AsNoTracking().Where(line => orders.Contains(line.OrderId)).ToListAsync()).ToLookup(line => line.OrderId);

    public static async Task<ILookup<long, ReportParcel>> ParcelsAsync(ReportContext shop, IReadOnlyList<long> orders) =>
        (orders.Count == 0 ? [] : await shop.Parcels.AsNoTracking().Where(parcel => orders.Contains(parcel.OrderId)).ToListAsync()).ToLookup(parcel => parcel.OrderId);
}
