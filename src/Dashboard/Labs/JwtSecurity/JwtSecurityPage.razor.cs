using Microsoft.AspNetCore.Components;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Identity;

namespace Visualizer.Dashboard.Labs.JwtSecurity;

/// <summary>The page composes: the bench holds and forges the token, the journal tells what the doors made of it.</summary>
public sealed partial class JwtSecurityPage
{
    private LabShell? shell;
    private TokenBench? bench;
    private long looks; // at the browser's storage, beside those that come with events

    public override Lab Lab { get; } = LabCatalog.Find(JwtSecurityView.Slug)!;

    public override Lesson Lesson => JwtSecurityLesson.Lesson;

    /// <summary>Which token is on the bench, by name.</summary>
    [SupplyParameterFromQuery(Name = "token")] public string? KindInAddress { get; set; }

    /// <summary>What was done to it, by name: <c>admin.none.drop</c>.</summary>
    [SupplyParameterFromQuery(Name = "forge")] public string? StepsInAddress { get; set; }

    protected override JwtSecurityView NewLabView() => new();

    private int Opened => Now.TriedLast.Count(door => door.Last!.Opened);

    /// <summary>A door let an administrator in who is none.</summary>
    private bool Forged => View.TriedLast.Any(door => door.Last is { Opened: true, Role: Roles.Admin, Subject: not "user-3" });

    private void LookAgain()
    {
        looks++;
        StateHasChanged();
    }

    private void Remember((string? Kind, string? Steps) now)
    {
        if ((KindInAddress, StepsInAddress) != now)
            Write(("token", now.Kind), ("forge", now.Steps));
    }
}
