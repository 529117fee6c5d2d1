using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Visualizer.Dashboard.Stage;

public sealed partial class SidePanel
{
    private readonly List<SideTab> tabs = [];

    /// <summary>What the panel is called: "Lesson".</summary>
    [Parameter] public string Label { get; set; } = "Lesson";

    /// <summary>Key of the open tab; null or unknown opens the first.</summary>
    [Parameter] public string? Active { get; set; }

    [Parameter] public EventCallback<string> ActiveChanged { get; set; }

    /// <summary>Folded, only the button that brings it back remains.</summary>
    [Parameter] public bool Folded { get; set; }

    [Parameter] public EventCallback<bool> FoldedChanged { get; set; }

    /// <summary>The tabs: <see cref="SideTab"/>.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    internal SideTab? Open => tabs.Find(tab => tab.Key == Active) ?? tabs.FirstOrDefault();

    internal void Add(SideTab tab)
    {
        tabs.Add(tab);
        StateHasChanged();
    }

    internal void Remove(SideTab tab)
    {
        tabs.Remove(tab);
        StateHasChanged();
    }

    internal void TitleChanged() => StateHasChanged();

    internal Task Choose(SideTab tab) => ActiveChanged.InvokeAsync(tab.Key);

    private async Task Move(KeyboardEventArgs pressed)
    {
        var at = Open is { } open ? tabs.IndexOf(open) : 0;
        int? to = pressed.Key switch
        {
            "ArrowRight" => (at + 1) % tabs.Count,
            "ArrowLeft" => (at + tabs.Count - 1) % tabs.Count,
            "Home" => 0,
            "End" => tabs.Count - 1,
            _ => null,
        };
        if (to is not { } index) return;
        await Choose(tabs[index]);
        await tabs[index].Button.FocusAsync(preventScroll: true);
    }
}
