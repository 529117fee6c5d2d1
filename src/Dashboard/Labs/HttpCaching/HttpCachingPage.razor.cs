using System.Globalization;
using Microsoft.AspNetCore.Components;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Labs.HttpCaching;

namespace Visualizer.Dashboard.Labs.HttpCaching;

/// <summary>The page composes: the journal feeds the view, the learner's own browser asks, and says what it saw.</summary>
public sealed partial class HttpCachingPage(CachingClient client)
{
    private const string Off = "off";

    private LabShell? shell;

    public override Lab Lab { get; } = LabCatalog.Find(CachingView.Slug)!;

    /// <summary>From a terminal, too, the product that this run asks for.</summary>
    public override Lesson Lesson => CachingLesson.Lesson with { Terminal = CachingLesson.Lesson.Terminal.Replace("{product}", $"{Now?.Product ?? 1}", StringComparison.Ordinal) };

    [SupplyParameterFromQuery(Name = "cache-control")] public string? CacheControlInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "etag")] public string? EtagInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "vary")] public string? VaryInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "browser")] public string? BrowserInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "shared")] public string? SharedInAddress { get; set; }

    private bool UsesBrowser => BrowserInAddress != Off;

    private bool UsesShared => SharedInAddress != Off;

    private IReadOnlyList<Actor> Actors =>
    [
        new("page", "Page", UsesBrowser ? "its script asks" : "its server asks", "P"),
        new("browser", "Browser’s cache", "yours, on real time", "B") { Mood = UsesBrowser ? ActorMood.Plain : ActorMood.Dim, MoodWords = UsesBrowser ? "" : "left out" },
        new("shared", "Shared cache", "on the sandbox clock", "C") { Mood = UsesShared ? ActorMood.Plain : ActorMood.Dim, MoodWords = UsesShared ? "" : "left out" },
        new("origin", "Origin", $"/products/{View.Product.ToString(CultureInfo.InvariantCulture)}", "O") { Mood = View.OriginIsReachable ? ActorMood.Plain : ActorMood.Failed, MoodWords = View.OriginIsReachable ? "" : "away" },
    ];

    protected override CachingView NewLabView() => new();

    /// <summary>A link's settings are put into force, where they are others than the sandbox's.</summary>
    protected override async Task StartAsync()
    {
        var wanted = new CachingSettings(
            CacheControlInAddress ?? Now.Settings.CacheControl,
            EtagKinds.All.Contains(EtagInAddress ?? "") ? EtagInAddress : Now.Settings.Etag,
            VaryInAddress switch { "on" => true, Off => false, _ => Now.Settings.Vary });
        if (wanted != Now.Settings)
            await client.ConfigureAsync(wanted);
    }

    private string Path => $"{(UsesShared ? "/cdn" : "")}/products/{Now.Product.ToString(CultureInfo.InvariantCulture)}";

    private Task Get() => Acts.JoinAsync(stint => UsesBrowser ? client.GetInBrowserAsync(Path, stint) : client.GetAsync(Path));

    protected override void LetGo() => Write(("cache-control", null), ("etag", null), ("vary", null));

    private Task PlayFive() => Acts.AloneAsync(async stint =>
    {
        await CachingScenarios.FiveGetsAsync(client, Control, stint);
        Write(("cache-control", "no-cache"), ("etag", EtagKinds.Strong), ("vary", Off)); // behind the reset, which lets go of them
    });

    private Task Edit(bool guarded) => Acts.AloneAsync(stint => CachingScenarios.TwoEditorsAsync(client, Now, guarded, stint));

    private Task ReadPrivatePage() => Acts.JoinAsync(client.ReadPrivatePageAsync);

    /// <summary>Another price each time, so that it can be seen which one an answer has.</summary>
    private Task ChangePrice() => client.ChangeBehindAsync(Now.Product, 1_000 + (100 * ((Now.PresentVersion ?? 1) % 90)));

    private async Task Configure(CachingSettings settings)
    {
        var answer = await client.ConfigureAsync(settings);
        if (answer.Succeeded)
            Write(("cache-control", settings.CacheControl), ("etag", settings.Etag), ("vary", settings.Vary is true ? "on" : Off));
    }

    private Task OpenAsync(long row) => Now.ExchangeOf(row) is { } exchange && shell is not null ? shell.OpenAsync(exchange) : Task.CompletedTask;

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
