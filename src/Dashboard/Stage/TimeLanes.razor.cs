using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Visualizer.Dashboard.Stage;

/// <summary>Draws a <see cref="LaneTape"/>: after each render it hands the browser, in one call, whatever is new.</summary>
public sealed partial class TimeLanes(IJSRuntime js) : IPicture, IAsyncDisposable
{
    private Drawing? drawing;
    private ElementReference root;
    private IJSObjectReference? stage;
    private LaneTape? drawn;
    private long read;
    private double? stood;
    private object[] geometry = [];

    [Parameter, EditorRequired] public string Title { get; set; } = "";

    [Parameter] public string Note { get; set; } = "";

    [Parameter, EditorRequired] public IReadOnlyList<Lane> Lanes { get; set; } = [];

    /// <summary>What to draw; another object begins anew.</summary>
    [Parameter, EditorRequired] public LaneTape Tape { get; set; } = null!;

    /// <summary>How much sandbox time is in view.</summary>
    [Parameter] public TimeSpan Span { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The same in words, numbered, oldest first: read out as it grows.</summary>
    [Parameter] public IReadOnlyList<(long Number, string Words)> Story { get; set; } = [];

    /// <summary>The picture at the left. An element in it with <c>data-level</c> is moved: down by what its level lacks, its own height being the full level.</summary>
    [Parameter, EditorRequired] public RenderFragment<Lane> Picture { get; set; } = null!;

    [Parameter, EditorRequired] public RenderFragment<Lane> Number { get; set; } = null!;

    [Parameter] public RenderFragment? NumberHead { get; set; }

    /// <summary>An earlier time to show, in milliseconds since the tape's origin, standing still; null for now.</summary>
    [Parameter] public double? StandAt { get; set; }

    [CascadingParameter] private Pictures? Pictures { get; set; }

    protected override void OnInitialized() => Pictures?.Add(this);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await using var module = await js.InvokeAsync<IJSObjectReference>("import", "/js/time-lanes.js");
            stage = await module.InvokeAsync<IJSObjectReference>("mount", root);
            drawing = new(() => ShowAsync(stage));
        }
        await DrawAsync();
        if (firstRender)
            Pictures?.Stands(this);
    }

    /// <summary>Hands over what is new on the tape without rendering anything.</summary>
    public Task DrawAsync() => drawing?.RunAsync() ?? Task.CompletedTask;

    private async Task<bool> ShowAsync(IJSObjectReference target)
    {
        var begin = ReferenceEquals(drawn, Tape) ? null : new { origin = Tape.Origin.ToUnixTimeMilliseconds(), span = Span.TotalMilliseconds };
        object[] lanes = [.. Lanes.Select(l => new { bound = l.Bound, period = l.WindowMs })];
        var changed = begin is not null || !lanes.SequenceEqual(geometry) ? lanes : null;
        var (tape, end, rows) = (Tape, Tape.End, Tape.Since(begin is null ? read : 0));
        var standAt = StandAt;
        if (begin is null && changed is null && rows.Count == 0 && standAt == stood)
            return false;
        if (begin is not null || changed is not null || rows.Count > 0)
            await target.InvokeVoidAsync("show", Drawing.Patience, begin, changed, rows);
        if (standAt != (begin is null ? stood : null)) // who begins anew is in the present
            await target.InvokeVoidAsync("seek", Drawing.Patience, standAt);
        (drawn, read, geometry, stood) = (tape, end, lanes, standAt);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        Pictures?.Remove(this);
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
