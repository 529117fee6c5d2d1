using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>The lab's own settings in the address: the tape, the client's manners, and the limits.</summary>
public sealed partial class RateLimitingPage
{
    private TapeChoice? chosen; // until the address says the same

    [SupplyParameterFromQuery(Name = "tape")] public string? TapeInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "client")] public string? ClientInAddress { get; set; }

    private TapeChoice Tape => chosen?.For(Limits) ?? TapeChoice.Read(TapeInAddress, Limits);

    private ClientManners Manners => ClientInAddress switch
    {
        "obeys" => ClientManners.Obeys,
        "hammers" => ClientManners.Hammers,
        _ => ClientManners.GivesUp,
    };

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        if (chosen is not null && chosen.Address == TapeInAddress)
            chosen = null;
    }

    /// <summary>A link's limits are put into force once: in a run in which nobody has set any yet.</summary>
    protected override async Task StartAsync()
    {
        if (Now.Configured)
            return;
        var query = QueryHelpers.ParseQuery(Navigation.ToAbsoluteUri(Navigation.Uri).Query);
        foreach (var (algorithm, settings) in LimitSettings.Read(name => query.GetValueOrDefault(name)).ChangesFrom(Limits))
            await client.ConfigureAsync(algorithm, settings);
    }

    private void Choose(TapeChoice tape)
    {
        chosen = tape;
        StateHasChanged();
    }

    private void KeepTape() => Write(("tape", Tape.Address));

    private void SetCost(int cost)
    {
        chosen = Tape.WithCost(cost);
        KeepTape();
    }

    private void SetManners(ClientManners manners) => Write(("client", manners switch
    {
        ClientManners.Obeys => "obeys",
        ClientManners.Hammers => "hammers",
        _ => null,
    }));
}
