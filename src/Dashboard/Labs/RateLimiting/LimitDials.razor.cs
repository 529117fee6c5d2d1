using Microsoft.AspNetCore.Components;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>The lab's dials. A limit that is turned is put into force at once, and into the address when the hand rests.</summary>
/// <remarks>
/// What is in force is told by the journal, so that a PUT from a terminal moves the dials, and the address, too. Until the journal tells of
/// what the hand set, the dials show what the hand set.
/// </remarks>
public sealed partial class LimitDials(RateLimitingClient client, TimeProvider real) : IDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(700); // longer than news take from the journal to the page

    private LimitSettings? wanted;
    private LimitSettings? written;
    private bool putting;
    private (LimitSettings, int, ClientManners, bool)? drawn;
    private Settling? settling;

    /// <summary>What is in force.</summary>
    [Parameter, EditorRequired] public LimitSettings Limits { get; set; } = LimitSettings.Default;

    /// <summary>Told a little after the last change of what is in force, to be kept in the address.</summary>
    [Parameter] public EventCallback<LimitSettings> Settled { get; set; }

    [Parameter] public int Cost { get; set; } = 1;

    [Parameter] public EventCallback<int> CostChanged { get; set; }

    [Parameter] public ClientManners Manners { get; set; }

    [Parameter] public EventCallback<ClientManners> MannersChanged { get; set; }

    [Parameter] public bool Disabled { get; set; }

    /// <summary>A run is being played: it resets the limiters before it sets them, which is nothing for the address.</summary>
    [Parameter] public bool Busy { get; set; }

    private LimitSettings Shown => wanted ?? Limits;

    protected override void OnInitialized()
    {
        written = Limits;
        settling = new(real, Rest, () => InvokeAsync(TellAsync));
    }

    protected override void OnParametersSet()
    {
        if (wanted == Limits)
            wanted = null;
        if (wanted is null && !Busy && written != Limits)
            settling!.Ask();
    }

    protected override bool ShouldRender()
    {
        (var before, drawn) = (drawn, (Shown, Cost, Manners, Disabled));
        return before != drawn;
    }

    private async Task SetAsync(LimitSettings limits)
    {
        wanted = limits;
        if (putting)
            return; // the round under way ends with this one
        putting = true;
        var inForce = Limits;
        while (wanted is { } next && next != inForce)
        {
            foreach (var (algorithm, settings) in next.ChangesFrom(inForce))
            {
                if (!(await client.ConfigureAsync(algorithm, settings)).Succeeded)
                    (wanted, next) = (null, inForce);
            }
            inForce = next;
        }
        putting = false;
    }

    private Task TellAsync()
    {
        written = Limits;
        return Settled.InvokeAsync(Limits);
    }

    private Task Behave(ChangeEventArgs chosen) =>
        Enum.TryParse<ClientManners>(chosen.Value as string, out var manners) ? MannersChanged.InvokeAsync(manners) : Task.CompletedTask;

    /// <summary>An address may set more than a dial reaches by itself.</summary>
    private static double Most(double usual, double value) => Math.Max(usual, value);

    public void Dispose() => settling?.Dispose();
}
