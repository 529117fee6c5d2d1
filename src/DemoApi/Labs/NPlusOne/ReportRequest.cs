using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.NPlusOne;

/// <summary>Which report is asked for, and how it shall be loaded.</summary>
/// <param name="Limit">1 to 200 orders.</param>
/// <param name="Customers">Orders of the first so many customers only, 1 to 100: fewer customers, more orders each.</param>
/// <param name="Parcels">Whether a second collection comes along.</param>
internal sealed record ReportRequest(string Loading, int Limit, int Customers, bool Parcels)
{
    public const int MaxLimit = 200;
    public const int DefaultLimit = 20;
    public const int MaxCustomers = 100;

    public static Read<ReportRequest> Read(HttpRequest request)
    {
        var query = new Query(request);
        var loading = query.OneOf("loading", Loadings.Lazy, [.. Loadings.All]);
        var limit = query.Integer("limit", 1, MaxLimit, DefaultLimit);
        var customers = query.Integer("customers", 1, MaxCustomers, MaxCustomers);
        var parcels = query.Flag("parcels", otherwise: false);
        return query.Problem ?? (Read<ReportRequest>)new ReportRequest(loading, (int)limit, (int)customers, parcels);
    }
}
