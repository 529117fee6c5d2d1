using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.Pagination;

/// <summary>Hands the browser the list and what each walker did with its rows, whenever that changed.</summary>
public sealed partial class PageWalk(IJSRuntime js) : IPicture, IAsyncDisposable
{
    private Drawing? drawing;
    private ElementReference root;
    private IJSObjectReference? picture;
    private (PaginationView? View, long Version, string Walkers) drawn;

    [Parameter, EditorRequired] public PaginationView Of { get; set; } = null!;

    /// <summary>Which walkers take part: <c>offset</c>, <c>cursor</c>, or both.</summary>
    [Parameter] public IReadOnlyList<string> Walkers { get; set; } = [];

    /// <summary>The same in words, numbered, oldest first: read out as it grows.</summary>
    [Parameter] public IReadOnlyList<(long Number, string Words)> Story { get; set; } = [];

    /// <summary>What can be done to the list, at its foot.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    [CascadingParameter] private Pictures? Pictures { get; set; }

    protected override void OnInitialized() => Pictures?.Add(this);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await using var module = await js.InvokeAsync<IJSObjectReference>("import", "/js/page-walk.js");
            picture = await module.InvokeAsync<IJSObjectReference>("mount", root);
            drawing = new(() => ShowAsync(picture));
        }

        await DrawAsync();
        if (firstRender)
            Pictures?.Stands(this);
    }

    public Task DrawAsync() => drawing?.RunAsync() ?? Task.CompletedTask;

    private async Task<bool> ShowAsync(IJSObjectReference target)
    {
        var now = (Of, Of.Version, string.Join(' ', Walkers));
        if (drawn == now)
            return false;
        await target.InvokeVoidAsync("show", Drawing.Patience, WalkPicture.Ranges(Of.List.Rows), WalkPicture.Of(Of).Where(w => Shows(w.Key)));
        drawn = now;
        return true;
    }

    private bool Shows(string walker) => Walkers.Contains(walker);

    public async ValueTask DisposeAsync()
    {
        Pictures?.Remove(this);
        try
        {
            if (picture is not null)
                await picture.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and what it drew with it.
        }
    }
}
