using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Visualizer.Dashboard.Stage;

/// <summary>Draws a <see cref="TripLog"/>: after each render it hands the browser, in one call, the rows that are new or changed.</summary>
public sealed partial class RoundTrips(IJSRuntime js) : IPicture, IAsyncDisposable
{
    private const int MostStories = 12;

    private static readonly string[] Moods = ["", "lit", "passed", "stopped", "dim", "failed"];

    private readonly TripSheet sheet = new();
    private Drawing? drawing;
    private ElementReference root;
    private DotNetObjectReference<RoundTrips>? self;
    private IJSObjectReference? stage;
    private string[] columnsSent = [];
    private bool isKnown;
    private bool wasStill;

    /// <summary>What the rows are: "Attempts".</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = "";

    [Parameter] public string Note { get; set; } = "";

    /// <summary>The columns, one to ten, the client first.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<Actor> Actors { get; set; } = [];

    /// <summary>What to draw; another object begins anew.</summary>
    [Parameter, EditorRequired] public TripLog Log { get; set; } = null!;

    /// <summary>True while a past is shown: it is drawn as it stood, and nothing moves.</summary>
    [Parameter] public bool Still { get; set; }

    /// <summary>What an actor holds, below its title: a table of the ledger, a bar of freshness.</summary>
    [Parameter] public RenderFragment<Actor>? Picture { get; set; }

    /// <summary>What will appear here and how, while there is nothing yet.</summary>
    [Parameter] public string Empty { get; set; } = "Every attempt appears here as a row, from this page or from your own terminal.";

    /// <summary>A row was activated: the number of its exchange, to open it in the wire.</summary>
    [Parameter] public EventCallback<long> Opened { get; set; }

    [CascadingParameter] private Pictures? Pictures { get; set; }

    /// <summary>The newest rows in words; a row that still waits is told when it has its answer.</summary>
    private string Crowd => Actors.Count switch { > 7 => "many crowd", > 5 => "many", _ => "" };

    private IReadOnlyList<(long Number, string Words)> Story =>
        [.. TripRow.Of(Log.Trips).Where(r => !r.Trip.IsOpen).TakeLast(MostStories).Select(r => (r.Trip.Number, TripWords.Of(r, Actors)))];

    /// <summary>Hands over what is new in the log without rendering anything.</summary>
    public Task DrawAsync() => drawing?.RunAsync() ?? Task.CompletedTask;

    /// <summary>Called by a row's button.</summary>
    [JSInvokable]
    public Task Select(long number) => Opened.InvokeAsync(number);

    protected override void OnInitialized() => Pictures?.Add(this);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            self = DotNetObjectReference.Create(this);
            await using var module = await js.InvokeAsync<IJSObjectReference>("import", "/js/round-trips.js");
            stage = await module.InvokeAsync<IJSObjectReference>("mount", root, self);
            drawing = new(() => ShowAsync(stage));
        }
        await DrawAsync();
        if (firstRender)
            Pictures?.Stands(this);
    }

    private async Task<bool> ShowAsync(IJSObjectReference target)
    {
        string[] titles = [.. Actors.Select(a => a.Title)];
        var columns = isKnown && titles.SequenceEqual(columnsSent) ? null : titles;
        var moves = isKnown && !Still && !wasStill; // what stood before this page looked does not happen again
        var news = sheet.Next(Log);
        if (news is null && columns is null)
            return false;
        var arrived = false;
        try
        {
            await target.InvokeVoidAsync("show", Drawing.Patience, columns, news, moves);
            arrived = true;
        }
        finally
        {
            (isKnown, wasStill, columnsSent) = (arrived, Still, titles);
            if (!arrived)
                sheet.Forget(); // after a lost call everything goes again
        }
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        Pictures?.Remove(this);
        self?.Dispose();
        try
        {
            if (stage is not null)
            {
                await stage.InvokeVoidAsync("dispose");
                await stage.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and what it drew with it.
        }
    }
}
