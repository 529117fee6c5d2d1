using Microsoft.AspNetCore.Components;
using Visualizer.Dashboard.Http;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;

namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>The page composes: the journal feeds the view, the view feeds the stage, buttons send real requests.</summary>
public sealed partial class RateLimitingPage(CurrentSandbox sandbox, SandboxControl control, RateLimitingClient client, TimeProvider real, NavigationManager navigation) : IHandleEvent, IAsyncDisposable
{
    private const string Slug = "rate-limiting";
    private const int MostStories = 12;

    /// <summary>Marks and rows are drawn with every delivery; numbers and words, which cost more on the wire, follow at a reader's pace.</summary>
    private static readonly TimeSpan BetweenWords = TimeSpan.FromMilliseconds(500);

    private readonly Lab lab = LabCatalog.Find(Slug)!;
    private readonly RateLimitingView view = new(RateLimitingAlgorithm.All);
    private readonly List<(long Number, string Words)> story = [];
    private IReadOnlyList<Lane> lanes = [];
    private TimeLanes? stage;
    private Wire? wire;
    private Pace? words;
    private ClockKeyframe? clock;
    private JournalFeed? feed;
    private long missed;
    private bool ready;
    private bool drawn;
    private bool ended;

    private SandboxControl Control => control;

    private RateLimitingClient Client => client;

    private Uri Api => new(sandbox.Address, "api");

    private string Curl => $"curl -i {Api}/limits/token-bucket";

    protected override void OnInitialized()
    {
        lanes = RateLimitingWords.Lanes(view);
        words = new(real, BetweenWords, () => InvokeAsync(StateHasChanged));
        if (RendererInfo.IsInteractive && sandbox.Journal is { } journal) // prerendering runs this too, and must not listen
            feed = JournalFeed.Follow(journal, real, page => InvokeAsync(() => Take(page)), () => InvokeAsync(End));
    }

    private async Task Take(JournalPage page)
    {
        var (before, clockBefore, tapeBefore) = (RateLimitingWords.Counts(view), view.Clock, view.Tape);
        var (wasReady, hadCrossed) = (ready, view.CrossedEdge);
        foreach (var e in page.Events)
            view.Apply(e);
        missed += page.Missed;
        lanes = RateLimitingWords.Lanes(view);
        Tell(RateLimitingWords.Since(before, view));
        var (clockMoved, isAnew) = (clock is null || !ReferenceEquals(clockBefore, view.Clock), !ReferenceEquals(tapeBefore, view.Tape));
        if (clockMoved)
            clock = await control.ReadClockAsync() ?? clock;
        ready = true;
        if (wasReady && !Locked && !hadCrossed && view.CrossedEdge)
            ShowTab("result");
        if (clockMoved || isAnew)
        {
            StateHasChanged();
            return;
        }
        await Task.WhenAll(stage?.DrawAsync() ?? Task.CompletedTask, wire?.DrawAsync() ?? Task.CompletedTask);
        await words!.AskAsync();
    }

    /// <summary>A click sends requests and changes nothing here: what comes of it is told by the journal, and only that renders.</summary>
    Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg) => item.InvokeAsync(arg);

    private void Tell(string words)
    {
        if (words.Length == 0)
            return;
        story.Add((view.LastEvent, words));
        if (story.Count > MostStories)
            story.RemoveAt(0);
    }

    private Task Send(int requests) => client.BurstAsync(requests, [.. view.Lanes.Select(l => l.Algorithm.Key)]);

    private async Task PlayEdge()
    {
        if (Locked)
            ShowTab("predict");
        else
            await EdgeScenario.PlayAsync(client, control, view);
    }

    private void Show()
    {
        drawn = true;
        StateHasChanged();
    }

    private void End()
    {
        (ended, ready) = (true, false);
        StateHasChanged();
    }

    private Task SetClock(decimal? rate, bool? paused) => control.SetClockAsync(rate ?? view.Clock.Rate, paused ?? view.Clock.Paused);

    public async ValueTask DisposeAsync()
    {
        words?.Dispose();
        if (feed is not null)
            await feed.DisposeAsync();
    }
}
