using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Wire;

namespace Visualizer.Dashboard.Labs.Versioning;

/// <summary>The page composes: the journal feeds the view, the view feeds the stage, buttons send real requests.</summary>
public sealed partial class VersioningPage(VersioningClient client, VersioningScenarios scenarios)
{
    private LabShell? shell;

    public override Lab Lab { get; } = LabCatalog.Find(VersioningView.Slug)!;

    public override Lesson Lesson => VersioningLesson.Lesson;

    protected override VersioningView NewLabView() => new();

    [SupplyParameterFromQuery(Name = "style")] public string? StyleInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "cache")] public string? CacheInAddress { get; set; }

    private VersionStyle Style => VersionStyle.Read(StyleInAddress);

    private bool Cached => CacheInAddress == "on";

    private double? SunsetDays => Now.Sunset is { } sunset ? Math.Round((sunset - Now.Origin).TotalDays) : null;

    /// <summary>What the parsers themselves said.</summary>
    private string Stumbled => View.Robots.Where(robot => robot.Broken).Select(robot => $"{robot.Robot.Title}: {robot.Reading!.Says}").ToList() is { Count: > 0 } broken
        ? string.Join(" ", broken)
        : "by their own typed parsers";

    /// <summary>Nothing is measured before the first request.</summary>
    private string? Measured(string number) => View.Wire.Total == 0 ? null : number;

    private string Sentence => View.WrongCopies > 0 ? "Without Vary, a cache hands one client’s version to another."
        : View.Broken > 0 ? "A default that moves breaks whoever names no version."
        : "Three clients, two versions: who breaks when something moves?";

    /// <summary>A link's settings are put into force once: in a run in which nobody has set any yet.</summary>
    protected override Task StartAsync()
    {
        var query = QueryHelpers.ParseQuery(Navigation.ToAbsoluteUri(Navigation.Uri).Query);
        int? version = query.GetValueOrDefault("default") == "2" ? 2 : null;
        bool? vary = query.GetValueOrDefault("vary") == "off" ? false : null;
        int? days = int.TryParse(query.GetValueOrDefault("sunset"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given <= 3_650 ? given : null;
        return Now.Configured || (version, vary, days) is (null, null, null) ? Task.CompletedTask : ChangeAsync(version, vary, days);
    }

    protected override void LetGo() => Write(("default", null), ("vary", null), ("sunset", null));

    private Task AskAll() => AloneAsync(_ => client.AskAllAsync(Style, 1, Cached));

    private Task MoveDefault() => AloneAsync(stint => scenarios.MoveDefaultAsync(Style, Cached, stint));

    private Task ForgetVary() => AloneAsync(scenarios.ForgetVaryAsync);

    private Task LetTheSunsetCome() => AloneAsync(stint => scenarios.LetTheSunsetComeAsync(Style, stint));

    private Task SetDefault(int version) => SetAsync("default", version == 2 ? "2" : null, ChangeAsync(version: version));

    private Task SetVary(bool vary) => SetAsync("vary", vary ? null : "off", ChangeAsync(vary: vary));

    private Task SetSunset(int days) => SetAsync("sunset", days, ChangeAsync(days: days));

    private async Task SetAsync(string name, object? value, Task change)
    {
        await change;
        Write((name, value));
    }

    /// <summary>Changes one of the settings and leaves the others as they are, whoever set them.</summary>
    private async Task ChangeAsync(int? version = null, bool? vary = null, int? days = null)
    {
        if ((await client.ReadSettingsAsync()) is not { DefaultVersion: { } defaultVersion, Vary: { } saysVary, Sunset: { } text } || !WireJson.TryParse(text, out var sunset))
            return;
        await client.ConfigureAsync(version ?? (int)defaultVersion, vary ?? saysVary, days is { } d ? Now.Origin.AddDays(d) : sunset);
    }
}
