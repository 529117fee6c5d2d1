using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Visualizer.Dashboard.Http;

namespace Visualizer.Dashboard.Stage;

/// <summary>Shows the sandbox clock and gives the browser its keyframes: every stage on the page moves by them.</summary>
public sealed partial class ClockBar(IJSRuntime js, TimeProvider real) : IPicture, IAsyncDisposable
{
    private static readonly (TimeSpan By, string Words, string Label)[] Steps =
    [
        (TimeSpan.FromMilliseconds(100), "+0.1 s", "Step the clock by 100 milliseconds"),
        (TimeSpan.FromSeconds(1), "+1 s", "Step the clock by 1 second"),
    ];

    private ElementReference digits;
    private DotNetObjectReference<ClockBar>? self;
    private IJSObjectReference? shown;
    private Drawing? drawing;
    private (decimal Rate, bool Paused)? drawn;
    private ClockKeyframe? sent;

    /// <summary>The clock as last read; null while that is not known.</summary>
    [Parameter, EditorRequired] public ClockKeyframe? Clock { get; set; }

    /// <summary>Asked for the clock between renders: one that only moved on needs none.</summary>
    [Parameter] public Func<ClockKeyframe?>? Latest { get; set; }

    [CascadingParameter] private Pictures? Pictures { get; set; }

    [Parameter] public EventCallback<bool> PausedChanged { get; set; }

    [Parameter] public EventCallback<decimal> RateChanged { get; set; }

    /// <summary>Asks for a jump forward.</summary>
    [Parameter] public EventCallback<TimeSpan> Advanced { get; set; }

    [Parameter] public EventCallback Reset { get; set; }

    private bool Paused => Clock?.Clock.Paused ?? false;

    private decimal Rate => Clock?.Clock.Rate ?? 1;

    private string PauseWords => Paused ? "Let the clock run" : "Pause the clock";

    /// <summary>The server's real time in Unix milliseconds: the browser finds out by it how far their clocks are apart.</summary>
    [JSInvokable]
    public double RealTime() => (real.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;

    private Task Turn(double stop) => RateChanged.InvokeAsync(ClockRates.Stops[(int)stop]);

    protected override void OnInitialized() => Pictures?.Add(this);

    /// <summary>The page renders with every delivery of the journal; a clock that only moved on is the browser's to draw.</summary>
    protected override bool ShouldRender() => drawn is null || drawn != (Rate, Paused);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        drawn = Clock is null ? null : (Rate, Paused);
        if (firstRender)
        {
            self = DotNetObjectReference.Create(this);
            await using var module = await js.InvokeAsync<IJSObjectReference>("import", "/js/clock.js");
            var mounted = await module.InvokeAsync<IJSObjectReference>("mount", digits, self);
            await mounted.InvokeVoidAsync("synchronise");
            shown = mounted;
        }
        await DrawAsync();
        if (firstRender)
            Pictures?.Stands(this);
    }

    /// <summary>Hands the browser the clock, where it has another.</summary>
    public Task DrawAsync() => shown is null ? Task.CompletedTask : (drawing ??= new(() => ShowAsync(shown))).RunAsync();

    private async Task<bool> ShowAsync(IJSObjectReference target)
    {
        if ((Latest?.Invoke() ?? Clock) is not { } clock || ReferenceEquals(sent, clock))
            return false;
        await target.InvokeVoidAsync(
            "set", Drawing.Patience, (clock.Clock.Now - DateTimeOffset.UnixEpoch).TotalMilliseconds, clock.Clock.Rate, clock.Clock.Paused, clock.RealMs);
        sent = clock;
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        Pictures?.Remove(this);
        self?.Dispose();
        try
        {
            if (shown is not null)
            {
                await shown.InvokeVoidAsync("dispose");
                await shown.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its digits with it.
        }
    }
}
