using Microsoft.AspNetCore.Components;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.NPlusOne;

/// <summary>The page composes: dials choose the report, buttons load it, the journal tells what it took.</summary>
public sealed partial class NPlusOnePage(NPlusOneClient client)
{
    public override Lab Lab { get; } = LabCatalog.Find(NPlusOneView.Slug)!;

    public override Lesson Lesson => NPlusOneLesson.Lesson;

    [SupplyParameterFromQuery(Name = "orders")] public string? Orders { get; set; }

    [SupplyParameterFromQuery(Name = "customers")] public string? Customers { get; set; }

    [SupplyParameterFromQuery(Name = "delay")] public string? Delay { get; set; }

    [SupplyParameterFromQuery(Name = "parcels")] public string? Parcels { get; set; }

    protected override NPlusOneView NewLabView() => new();

    private ReportQuestion Asked => new(Math.Clamp(WholeNumber(Orders) ?? NPlusOneView.AskedOrders, 1, 200), Math.Clamp(WholeNumber(Customers) ?? 100, 1, 100), Parcels == "true");

    /// <summary>What was measured, in one sentence; before that, what the question is.</summary>
    private string Sentence => Now.RunOf(Loading.All[0].Key) is { } lazy && Now.Comparable.Where(run => run != lazy).MinBy(run => run.Told.Commands) is { } least
        ? $"{lazy.Words("The loop")}. The fewest for the same report: {least.Told.Commands}."
        : "One report, five loadings: how many questions does each ask?";

    /// <summary>A link's delay is put into force once.</summary>
    protected override Task StartAsync() => WholeNumber(Delay) is { } delay && delay != Now.LatencyMs ? client.SetLatencyAsync(Math.Clamp(delay, 0, 50)) : Task.CompletedTask;

    private Task Load(string loading) => AloneAsync(_ => client.ReportAsync(loading, Asked));

    private Task LoadAll() => AloneAsync(stint => client.ReportByAllAsync(Asked, stint));

    private async Task SetLatency(double milliseconds)
    {
        await client.SetLatencyAsync((int)milliseconds);
        Write(("delay", milliseconds > 0 ? (int)milliseconds : null));
    }
}
