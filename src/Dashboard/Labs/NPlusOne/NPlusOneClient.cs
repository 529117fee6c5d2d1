using Visualizer.Dashboard.Http;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.NPlusOne;

/// <summary>Which report is asked for.</summary>
public sealed record ReportQuestion(int Orders, int Customers, bool Parcels);

/// <summary>The lab's calls, as any client makes them.</summary>
public sealed class NPlusOneClient(ApiClient api)
{
    /// <summary>Reads the report by one loading.</summary>
    public Task<Exchange> ReportAsync(string loading, ReportQuestion asked) => api.SendAsync(
        HttpMethod.Get,
        $"api/reports/orders?loading={loading}&limit={asked.Orders}{(asked.Customers < 100 ? $"&customers={asked.Customers}" : "")}{(asked.Parcels ? "&parcels=true" : "")}");

    /// <summary>Reads it by every loading, one after the other, so that none waits for another's commands.</summary>
    public async Task ReportByAllAsync(ReportQuestion asked, Stint stint)
    {
        foreach (var loading in Loading.All.TakeWhile(_ => !stint.IsOver))
            await ReportAsync(loading.Key, asked);
    }

    /// <summary>How long every command shall wait, in real milliseconds.</summary>
    public Task<Exchange> SetLatencyAsync(int milliseconds) => api.SendAsync(HttpMethod.Put, "sandbox/queries", new { latency_ms_per_command = milliseconds });
}
