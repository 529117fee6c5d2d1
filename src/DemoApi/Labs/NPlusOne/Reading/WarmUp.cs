using System.Collections.Concurrent;
using Visualizer.DemoApi.Data;
using Visualizer.DemoApi.Queries;

namespace Visualizer.DemoApi.Labs.NPlusOne.Reading;

/// <summary>
/// The first report of its kind in a process would measure EF Core building its model, compiling the query, and the runtime compiling both: many
/// times what its commands take. So it is loaded once before, unmeasured, without added waits, and with nothing of it kept.
/// </summary>
internal static class WarmUp
{
    // Loading and shape of the query; not the limit, which is a parameter of it.
    private static readonly ConcurrentDictionary<(string Loading, bool FewCustomers, bool Parcels), bool> Warm = [];

    public static async Task OnceAsync(ShopDatabase shop, ReportRequest request, Func<ReportContext, ReportRequest, Task> load)
    {
        var kind = (request.Loading, request.Customers < ReportRequest.MaxCustomers, request.Parcels);
        if (Warm.ContainsKey(kind))
            return; // of several first ones each warms up for itself: none waits for another's sandbox
        CommandLog.LookAway();
        await using var context = ReportContext.Over(shop);
        await load(context, request);
        Warm.TryAdd(kind, true);
    }
}
