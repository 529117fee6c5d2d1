using System.Globalization;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Labs.NPlusOne;

namespace Visualizer.Dashboard.Labs.NPlusOne;

/// <summary>What the lab says about a report, for the inspector.</summary>
internal static class NPlusOneWords
{
    public static WireDecision Of(LoadingRun run) => new(
        run.Told.Commands == 1 ? "1 command" : $"{run.Told.Commands} commands",
        $"{Why(run)} {string.Join(", ", run.Piles.Select(pile => $"{pile.Ticks.Count} × {pile.Table}"))}.",
        "counted by an EF Core command interceptor",
        "nothing loaded",
        string.Create(CultureInfo.InvariantCulture, $"{run.Told.Orders} orders, {run.Told.Rows:N0} rows read, {run.Told.Bytes:N0} bytes, sha256 {run.Told.Sha256[..8]}…"));

    private static string Why(LoadingRun run) => run.Told.Loading switch
    {
        Loadings.Lazy => "Each relative that was not there yet was fetched by itself.",
        Loadings.Join => run.Told.Parcels ? "One JOIN over two collections: each line came once for every parcel of its order." : "One JOIN brought everything; the order’s columns came again with every line.",
        Loadings.Split => "The orders with their customers, then each collection by itself.",
        Loadings.Batch => "The orders, then their relatives by one IN each.",
        _ => "Every order asked for its own, and each loader sent the keys together.",
    };
}
