using Microsoft.AspNetCore.Components;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.Pagination;

/// <summary>The page composes: the journal feeds the view, the view feeds the stage, buttons send real requests.</summary>
public sealed partial class PaginationPage(PaginationClient client)
{
    private static readonly string[] Modes = ["both", "offset", "cursor"];
    private static readonly string[] TieWords = ["id", "none"];

    public override Lab Lab { get; } = LabCatalog.Find(PaginationView.Slug)!;

    public override Lesson Lesson => PaginationLesson.Lesson;

    /// <summary>Rows that the writer adds per page, or removes: −3 to 3.</summary>
    [SupplyParameterFromQuery(Name = "k")] public string? WriterInAddress { get; set; }

    /// <summary><c>both</c>, <c>offset</c> or <c>cursor</c>.</summary>
    [SupplyParameterFromQuery(Name = "mode")] public string? ModeInAddress { get; set; }

    /// <summary><c>none</c>: the cursor knows the time alone.</summary>
    [SupplyParameterFromQuery(Name = "tie")] public string? TieInAddress { get; set; }

    /// <summary>Rows to jump over in the archive.</summary>
    [SupplyParameterFromQuery(Name = "depth")] public string? DepthInAddress { get; set; }

    /// <summary>What the plot counts.</summary>
    [SupplyParameterFromQuery(Name = "y")] public string? ScaleInAddress { get; set; }

    protected override PaginationView NewLabView() => new();

    /// <summary>Whoever opens the page will want the archive soon.</summary>
    protected override Task StartAsync() => client.ArchiveAsync();

    private int Mode => Math.Max(0, Array.IndexOf(Modes, ModeInAddress));

    private long Depth => Math.Clamp(WholeNumber(DepthInAddress) ?? 900_000, 0, DepthPoint.Rows);

    private WalkSettings Settings => new(Math.Clamp(WholeNumber(WriterInAddress) ?? 3, -3, 3), Mode != 2, Mode != 1, TieInAddress != TieWords[1]);

    private IReadOnlyList<string> Taking => Mode == 0 ? ["offset", "cursor"] : [Modes[Mode]];

    private string About => $"Resets the lab and reads page after page to the end; at each turn the writer {(Settings.Writer < 0 ? $"removes the {-Settings.Writer} newest" : $"adds {Settings.Writer}")}. “Turn the page” stops it and goes on by hand";

    private string Sentence => string.Join(' ', View.Walkers.Where(w => Taking.Contains(w.Key)).Select(w => $"{w.Title}: {PaginationWords.Counts(w)}"));

    private Task Play() => Acts.AloneAsync(stint => Scenario.PlayAsync(Fresh, Settings, stint));

    private Task Turn() => Acts.AloneAsync(stint => Scenario.TurnAsync(Fresh, Settings, stint));

    private Task Import() => Acts.AloneAsync(Scenario.ImportAsync);

    private WalkScenario Scenario => new(client, Control, Real);

    /// <summary>The lab as the journal has it this moment: what is drawn follows a little later.</summary>
    private PaginationView Fresh() =>
        Sandbox.Journal is { } journal && new LookBack(journal, NewView).Run(Now) is { Count: > 0 } run ? NewLabView().Fold(run) : Now;
}
