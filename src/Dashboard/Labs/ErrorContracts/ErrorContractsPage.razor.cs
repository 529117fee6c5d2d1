using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Labs.ErrorContracts;

namespace Visualizer.Dashboard.Labs.ErrorContracts;

/// <summary>The page composes: the journal feeds the view, the view feeds the stage, buttons send real requests.</summary>
public sealed partial class ErrorContractsPage(ErrorContractsClient client, ErrorContractsScenario scenario)
{
    private LabShell? shell;

    public override Lab Lab { get; } = LabCatalog.Find(ErrorContractsView.Slug)!;

    public override Lesson Lesson => ErrorContractsLesson.Lesson;

    protected override ErrorContractsView NewLabView() => new();

    [SupplyParameterFromQuery(Name = "faults")] public string? FaultsInAddress { get; set; }

    /// <summary>What shall be wrong with the next request.</summary>
    private IReadOnlyList<Fault> Faults => Fault.Read(FaultsInAddress);

    /// <summary>The chosen fault that the latest answer complained of, or null.</summary>
    private Fault? Complaint => Now.Latest switch
    {
        { Stop: { } stop } => Faults.FirstOrDefault(fault => fault.Gate == stop.Gate),
        { Broke: true } => Faults.FirstOrDefault(fault => fault == Fault.ServerBug),
        _ => null,
    };

    private string? StoppedAt => View.Latest switch
    {
        null => null,
        { Stop: { } stop } => $"{stop.Gate}/{GateCatalogue.All.Count}",
        _ => "none",
    };

    private string StopWords => View.Latest switch
    {
        null => "nothing sent yet",
        { Stop: { } stop } => $"{stop.Status}: {stop.Why}",
        { Broke: true } => "500: all gates open, then our own fault",
        _ => "all gates open",
    };

    private string Sentence => View.Latest?.Stop is { } stop
        ? $"Stopped at gate {stop.Gate} of {GateCatalogue.All.Count}: {stop.Status}."
        : "A status says where a request was stopped, not what is worst about it.";

    /// <summary>A link's setting is put into force once: in a run in which nobody has set it yet.</summary>
    protected override Task StartAsync() =>
        !Now.Configured && QueryHelpers.ParseQuery(Navigation.ToAbsoluteUri(Navigation.Uri).Query).GetValueOrDefault("hide") == "on"
            ? client.HideExistenceAsync(true)
            : Task.CompletedTask;

    protected override void LetGo() => Write(("hide", null));

    private Task Send() => AloneAsync(_ => client.SendAsync(Faults));

    private Task Mend()
    {
        var left = Faults.Where(fault => fault != Complaint).ToList();
        Write(("faults", Fault.Write(left)));
        return AloneAsync(_ => client.SendAsync(left));
    }

    private Task Play() => AloneAsync(scenario.PlayAsync);

    private Task MakeMistakes(bool messy) => AloneAsync(_ => client.MakeMistakesAsync(messy));

    private async Task Hide(bool hide)
    {
        await client.HideExistenceAsync(hide);
        Write(("hide", hide ? "on" : null));
    }
}
