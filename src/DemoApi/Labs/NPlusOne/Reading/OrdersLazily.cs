namespace Visualizer.DemoApi.Labs.NPlusOne.Reading;

/// <summary>The loop: every order is asked for its customer and its lines when they are looked at. 1 + N + M commands for N orders of M customers.</summary>
internal static class OrdersLazily
{
    // Lazy loading cannot await: its commands block a thread each, so this one is not taken from the pool.
    public static Task<List<OrderReport>> LoadAsync(ReportContext shop, ReportRequest request) =>
        Task.Factory.StartNew(() => Load(shop, request), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static List<OrderReport> Load(ReportContext shop, ReportRequest request)
    {
        var reports = new List<OrderReport>();
        foreach (var order in shop.Asked(request).ToList())
            reports.Add(OrderReport.Of(order, order.Customer, order.Lines, request.Parcels ? order.Parcels : null)); // looks like reading, and is asking
        return reports;
    }
}
