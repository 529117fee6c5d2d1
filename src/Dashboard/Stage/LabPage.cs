using Microsoft.AspNetCore.Components;
using Visualizer.Dashboard.Http;
using Visualizer.DemoApi.Journal;

namespace Visualizer.Dashboard.Stage;

/// <summary>
/// What every lab's page does: it follows the journal, folds it into the lab's view, draws and tells what is new, and keeps what the
/// learner set in the address. A lab's page derives from <see cref="LabPage{TView}"/> and composes; <see cref="LabShell"/> is its frame.
/// </summary>
/// <remarks>
/// A click sends requests and renders nothing by itself: what comes of it is told by the journal, and only that renders. State of the page's
/// own belongs into the address (<see cref="Write"/> renders), or into a component of its own.
/// </remarks>
public abstract partial class LabPage : ComponentBase, IHandleEvent, IAsyncDisposable
{
    private const int MostStories = 12;

    /// <summary>Pictures are drawn with every delivery; numbers and words, which cost more on the wire, follow at a reader's pace.</summary>
    private static readonly TimeSpan BetweenWords = TimeSpan.FromMilliseconds(500);

    private readonly List<(long Number, string Words)> story = [];
    private JournalFeed? feed;
    private LookBack? lookBack;
    private Pace? words;

    [Inject] public CurrentSandbox Sandbox { get; set; } = null!;

    [Inject] public SandboxControl Control { get; set; } = null!;

    [Inject] public ApiClient Api { get; set; } = null!;

    [Inject] public TimeProvider Real { get; set; } = null!;

    [Inject] public NavigationManager Navigation { get; set; } = null!;

    /// <summary>The lab as the catalogue has it.</summary>
    public abstract Lab Lab { get; }

    public abstract Lesson Lesson { get; }

    /// <summary>The lab's state now.</summary>
    public LabView Live { get; private set; } = null!;

    /// <summary>The earlier time that the learner looks at; null for the present.</summary>
    public Past? Past { get; private set; }

    /// <summary>What is drawn: the present, or an earlier time.</summary>
    public LabView Shown => Past?.View ?? Live;

    public Pictures Pictures { get; private set; } = null!;

    /// <summary>What this page does in several requests.</summary>
    public Acts Acts { get; private set; } = null!;

    public ClockKeyframe? Clock { get; private set; }

    /// <summary>What happened, in sentences, oldest first.</summary>
    public IReadOnlyList<(long Number, string Words)> Story => story;

    /// <summary>Exchanges that the journal had dropped before they could be read.</summary>
    public long Missed { get; private set; }

    /// <summary>The sandbox has ended.</summary>
    public bool Ended { get; private set; }

    /// <summary>The journal was read: the lab can be used.</summary>
    public bool CanAct { get; private set; }

    /// <summary>The lab can be used and its picture stands.</summary>
    public bool Ready => CanAct && Pictures.AllStand;

    /// <summary>The demo API of this sandbox, as the visitor sees it.</summary>
    public Uri ApiAddress => new(Sandbox.Address, "api");

    /// <summary>False where what was measured was measured under other settings than the question speaks of: no verdict, then.</summary>
    public virtual bool AsAsked => true;

    protected abstract LabView NewView();

    protected override void OnInitialized()
    {
        (Live, Pictures, Acts) = (NewView(), new(StateHasChanged), new(Real));
        words = new(Real, BetweenWords, () => InvokeAsync(StateHasChanged));
        if (!RendererInfo.IsInteractive || Sandbox.Journal is not { } journal) // prerendering runs this too, and must not listen
            return;
        lookBack = new(journal, NewView);
        feed = JournalFeed.Follow(journal, Real, page => InvokeAsync(() => Take(page)), () => InvokeAsync(End));
    }

    /// <summary>The journal was read for the first time: a link's settings can be put into force. Nothing by default.</summary>
    protected virtual Task StartAsync() => Task.CompletedTask;

    /// <summary>The lab was reset, by whomever, and what was set in the sandbox is as at first: the address lets go of it, too. Nothing by default.</summary>
    protected virtual void LetGo()
    {
    }

    private async Task Take(JournalPage page)
    {
        var (clockBefore, runBefore, measuredBefore) = (Live.Clock, Live.Run, Live.Measured);
        foreach (var e in page.Events)
            Live.Apply(e);
        if (runBefore != Live.Run && Live.Began > Control.OwnEpoch && !Control.IsResetting)
            await Acts.EndAsync(); // somebody else began this run
        Missed += page.Missed;
        Tell(Live.News());
        var clockMoved = Clock is null || !ReferenceEquals(clockBefore, Live.Clock);
        if (clockMoved)
            Clock = await Control.ReadClockAsync() ?? Clock;
        var isFirst = !CanAct;
        if (isFirst)
        {
            await StartAsync(); // nobody can press a button for what is not there yet
            CanAct = true;
            FindThePast();
        }
        else if (!Locked && measuredBefore is null && Live.Measured is not null)
            ShowTab("result");
        if (!isFirst && runBefore != Live.Run)
            LetGo();
        if (!isFirst) // what happened before the page looked is no reason to leave the past of a link
            FollowThePresent(page.Events);
        if (isFirst || runBefore != Live.Run || (clockBefore.Rate, clockBefore.Paused) != (Live.Clock.Rate, Live.Clock.Paused))
        {
            StateHasChanged();
            await Pictures.DrawAsync();
            return;
        }
        await Pictures.DrawAsync();
        await words!.AskAsync();
    }

    private void Tell(string sentence)
    {
        if (sentence.Length == 0)
            return;
        story.Add((Live.LastEvent, sentence));
        if (story.Count > MostStories)
            story.RemoveAt(0);
    }

    private void End()
    {
        (Ended, CanAct) = (true, false);
        StateHasChanged();
    }

    Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg) => item.InvokeAsync(arg);

    public async ValueTask DisposeAsync()
    {
        words?.Dispose();
        Acts?.Dispose();
        if (feed is not null)
            await feed.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>A lab's page over the lab's own view.</summary>
public abstract class LabPage<TView> : LabPage
    where TView : LabView
{
    /// <summary>What is drawn: the present, or an earlier time.</summary>
    protected TView View => (TView)Shown;

    /// <summary>The present, whatever is drawn.</summary>
    protected TView Now => (TView)Live;

    protected abstract TView NewLabView();

    protected sealed override LabView NewView() => NewLabView();
}
