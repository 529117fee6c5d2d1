using Visualizer.Dashboard.Http;
using Visualizer.DemoApi.Journal;

namespace Visualizer.Dashboard.Stage;

/// <summary>What the frame's own controls do.</summary>
public abstract partial class LabPage
{
    public Task SetRateAsync(decimal rate) => Control.SetClockAsync(rate, Live.Clock.Paused);

    public Task SetPausedAsync(bool paused) => Control.SetClockAsync(Live.Clock.Rate, paused);

    public Task AdvanceAsync(TimeSpan by) => Control.AdvanceClockAsync(by);

    public Task ResetLabAsync() => ResetAsync(Lab.Slug);

    public Task ResetSandboxAsync() => ResetAsync(null);

    /// <summary>Sends a recorded request afresh: the same method, address, headers and body.</summary>
    /// <remarks>The journal keeps no tokens, so a request that had one goes without.</remarks>
    public Task<Exchange> SendAgainAsync(WireExchange exchange) => Api.SendAsync(
        HttpMethod.Parse(exchange.Request.Method), $"api{exchange.Request.Path}", RecordedContent.Of(exchange), RecordedContent.Headers(exchange));

    /// <summary>Something of the page's own is under way.</summary>
    public bool Busy { get; private set; }

    /// <summary>One thing at a time: two would tell each other's requests. For pages whose buttons wait (<see cref="Busy"/>).</summary>
    protected async Task AloneAsync(Func<Stint, Task> act)
    {
        if (Busy)
            return;
        Busy = true;
        StateHasChanged();
        try
        {
            await Acts.JoinAsync(act);
        }
        finally
        {
            Busy = false;
            StateHasChanged();
        }
    }

    /// <summary>Plays the lab's scenario, or asks for the prediction that it waits for.</summary>
    public Task PlayAsync(Func<Task> scenario)
    {
        if (!Locked)
            return scenario();
        ShowTab("predict");
        return Task.CompletedTask;
    }

    private async Task ResetAsync(string? lab)
    {
        await Acts.EndAsync();
        await Control.ResetAsync(lab);
    }

    /// <summary>The events of the present run; empty where the journal no longer holds its beginning.</summary>
    public int EventsInRun
    {
        get
        {
            if (counted.At != Live.LastEvent) // each render asks several times
                counted = (Live.LastEvent, lookBack?.Run(Live).Count ?? 0);
            return counted.Count;
        }
    }

    private (long At, int Count) counted;

    /// <summary>Who acts is in the present: a request from this page ends the look back.</summary>
    private void FollowThePresent(IReadOnlyList<JournalEvent> news)
    {
        if (Past is not null && news.Any(e => e.Data is SandboxStarted or RequestReceived { Origin.Page: true }))
            LookAt(null);
    }
}
