using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Visualizer.Dashboard.Stage;

/// <summary>The list of exchanges: after each render it hands the browser, in one call, the rows that are new or changed.</summary>
public sealed partial class Wire(IJSRuntime js) : IPicture, IAsyncDisposable
{
    /// <summary>How many rows the browser keeps.</summary>
    public const int MostRows = 200;

    private const int MostWords = 2000;

    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private Drawing? drawing;
    private ElementReference count;
    private ElementReference list;
    private string first = ""; // from then on the browser counts: the rows tell it
    private DotNetObjectReference<Wire>? self;
    private IJSObjectReference? rows;
    private WireLog? given;
    private WireLog? shown;
    private long read;
    private long open;

    [Parameter, EditorRequired] public WireLog Log { get; set; } = null!;

    /// <summary>The instant that rows call 0 s.</summary>
    [Parameter, EditorRequired] public DateTimeOffset Origin { get; set; }

    /// <summary>The header that tells this lab's lesson, for example <c>Retry-After: 1</c>.</summary>
    [Parameter, EditorRequired] public Func<WireExchange, string> Telling { get; set; } = null!;

    /// <summary>Exchanges that the journal had dropped before they could be read.</summary>
    [Parameter] public long Missed { get; set; }

    [Parameter] public RenderFragment? Head { get; set; }

    /// <summary>What an opened exchange shows: <see cref="Inspector"/>.</summary>
    [Parameter] public RenderFragment<WireExchange>? Detail { get; set; }

    [CascadingParameter] private Pictures? Pictures { get; set; }

    private WireExchange? Selected => open == 0 ? null : Log.Exchanges.FirstOrDefault(x => x.Number == open);

    /// <summary>Opens an exchange by its number, or closes it again; called by the row's button.</summary>
    [JSInvokable]
    public async Task Select(long number)
    {
        open = open == number ? 0 : number;
        StateHasChanged();
        if (rows is not null)
            await rows.InvokeVoidAsync("mark", open);
    }

    /// <summary>After a reset numbers start again: what was open is no more.</summary>
    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(given, Log))
            (given, open) = (Log, 0);
    }

    protected override void OnInitialized()
    {
        first = Log.Total == 1 ? "1 exchange" : $"{Log.Total} exchanges";
        Pictures?.Add(this);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            self = DotNetObjectReference.Create(this);
            await using var module = await js.InvokeAsync<IJSObjectReference>("import", "/js/wire.js");
            rows = await module.InvokeAsync<IJSObjectReference>("mount", list, count, self, MostRows);
            drawing = new(() => ShowAsync(rows));
        }
        await DrawAsync();
        if (firstRender)
            Pictures?.Stands(this);
    }

    /// <summary>Hands over the rows that are new or changed without rendering anything.</summary>
    public Task DrawAsync() => drawing?.RunAsync() ?? Task.CompletedTask;

    private async Task<bool> ShowAsync(IJSObjectReference target)
    {
        var begin = !ReferenceEquals(shown, Log) || words.Count > MostWords;
        var (log, version, changed) = (Log, Log.Version, Log.ChangedSince(begin ? 0 : read, MostRows));
        if (!begin && changed.Count == 0)
            return false;
        if (begin)
            words.Clear();
        shown = null; // until this has arrived: after a lost call the words begin anew
        var fresh = new List<string>();
        double[] numbers = [.. changed.SelectMany(x => Numbers(WireRow.Of(x, Origin, Telling), fresh))];
        await target.InvokeVoidAsync("show", Drawing.Patience, begin, fresh, numbers);
        (shown, read) = (log, version);
        return true;
    }

    /// <summary>A row as numbers: the words it needs are sent once and numbered.</summary>
    private double[] Numbers(WireRow row, List<string> fresh) =>
    [
        row.Number, Math.Round(row.AtMs), row.Status, (int)row.Outcome,
        Word(row.Line, fresh), Word(row.Telling, fresh), Word(row.Sender, fresh), row.Outside ? 1 : 0,
    ];

    private int Word(string word, List<string> fresh)
    {
        if (words.TryGetValue(word, out var index))
            return index;
        fresh.Add(word);
        return words[word] = words.Count;
    }

    public async ValueTask DisposeAsync()
    {
        Pictures?.Remove(this);
        self?.Dispose();
        try
        {
            if (rows is not null)
                await rows.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its rows with it.
        }
    }
}
