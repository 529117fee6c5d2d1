using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Labs.ErrorContracts;

namespace Visualizer.Dashboard.Labs.ErrorContracts;

/// <summary>A request's way through the gates, as the stage draws it: column 0 is the client, column n gate n.</summary>
internal static class GateTrips
{
    private const int Client = 0;

    public static Trip Arriving(WireExchange exchange, DateTimeOffset origin) => Drawn(exchange, origin, [Leg.Go(Client, 1, exchange.Request.Method)]);

    /// <param name="walked">What the gates said; null where the request never met them.</param>
    public static Trip Ended(WireExchange exchange, DateTimeOffset origin, GateWalked? walked)
    {
        List<Leg> legs = [];
        var at = Client;
        foreach (var passage in walked?.Trace ?? [])
        {
            legs.Add(Leg.Go(at, passage.Gate, at == Client ? exchange.Request.Method : "", passage.Status is null ? LegEnd.Passes : LegEnd.Stops,
                passage.Status is null ? "" : ErrorContractsWords.Brief(passage.Gate, passage.Status.Value), WireOutcome.Refused));
            at = passage.Gate;
        }
        if (legs.Count == 0)
            legs.Add(Leg.Go(Client, at = 1, exchange.Request.Method));
        legs.Add(Home(exchange, at, walked));
        return Drawn(exchange, origin, legs) with { Notes = [.. Unseen(walked)] };
    }

    private static Leg Home(WireExchange exchange, int from, GateWalked? walked)
    {
        var outcome = WireRow.OutcomeOf(exchange);
        return exchange.Response is { } response
            ? Leg.Back(from, Client, outcome, $"{response.Status}", note: Aside(response.Status, walked), noteOutcome: outcome)
            : Leg.Back(from, Client, outcome, "no answer", end: LegEnd.Lost);
    }

    // What the number on the line does not tell by itself.
    private static string Aside(int status, GateWalked? walked) => walked switch
    {
        { Broke: true } => "our own fault",
        { Stop: { } stop } when stop.Status != status => $"{stop.Status}, told as {status}",
        _ => "",
    };

    /// <summary>A gate that nobody asked notices one or two of the faults that can be chosen.</summary>
    private static IEnumerable<TripNote> Unseen(GateWalked? walked) => (walked?.Unseen ?? [])
        .Where(fault => fault.Gate <= GateCatalogue.All.Count)
        .GroupBy(fault => fault.Gate, (gate, faults) => new TripNote(gate, faults.Count() == 1 ? faults.First().Short : "both"));

    private static Trip Drawn(WireExchange exchange, DateTimeOffset origin, IReadOnlyList<Leg> legs) =>
        Trip.Of(exchange, origin, ErrorContractsWords.PlaceOf(exchange.Request), legs) with { Group = ErrorContractsWords.Group(exchange.Request) };
}
