using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.Versioning;
using Visualizer.DemoApi.SharedCache;

namespace Visualizer.Dashboard.Labs.Versioning;

/// <summary>One request on its way, as far as the journal has told of it, and the way it took across the stage.</summary>
internal sealed class Flight(WireExchange exchange)
{
    public const int Client = 0;
    public const int Cache = 1;
    public const int Choice = 2;
    public const int First = 3;
    public const int Second = 4;

    public WireExchange Exchange { get; set; } = exchange;

    public Robot? Robot { get; } = Robot.Of(exchange.Request);

    public CacheConsulted? Consulted { get; set; }

    public VersionChosen? Chosen { get; set; }

    public VersionRefused? Refused { get; set; }

    /// <summary>What the origin answered, the cache or the client.</summary>
    public ResponseSent? Origin { get; set; }

    public VersionHandedOut? Handed { get; set; }

    public RobotReading? Reading { get; set; }

    private bool ByCache => Exchange.Request.Path.StartsWith("/cdn/", StringComparison.Ordinal);

    private bool AsksOrigin => Consulted is not { Step: "serve" or "refuse" };

    public Trip Draw(DateTimeOffset origin, string group) =>
        Trip.Of(Exchange, origin, Robot?.Title ?? Robot.ClientOf(Exchange.Request) ?? (Exchange.Request.Origin.Page ? "the page" : "another client"), [.. Legs()]) with { Group = group };

    private IEnumerable<Leg> Legs()
    {
        var label = VersioningWords.Asks(Exchange.Request, ByCache);
        var asker = ByCache ? Cache : Client;
        if (ByCache)
        {
            yield return Leg.Go(Client, Cache, label, AsksOrigin && Consulted is not null ? LegEnd.Passes : LegEnd.Arrives, VersioningWords.CacheSays(Consulted)) with { Brief = VersioningWords.AsksBriefly(Exchange.Request) };
            if (Consulted is null)
                yield break;
        }
        if (AsksOrigin)
        {
            foreach (var leg in OriginLegs(asker, ByCache ? "" : label))
                yield return leg;
        }
        if (ByCache && Exchange.Response is { } answer)
            yield return Home(Cache, answer);
    }

    private IEnumerable<Leg> OriginLegs(int asker, string label)
    {
        var turnedAway = Refused is not null;
        yield return Leg.Go(asker, Choice, label, turnedAway ? LegEnd.Stops : Chosen is null ? LegEnd.Arrives : LegEnd.Passes, VersioningWords.Choice(Chosen, Refused), turnedAway ? WireOutcome.Refused : WireOutcome.InFlight);
        var stops = Choice;
        if (Chosen is { } chosen)
        {
            stops = chosen.Version == 1 ? First : Second;
            yield return Leg.Go(Choice, stops, "", chosen.Stage == "gone" ? LegEnd.Stops : LegEnd.Arrives);
        }
        if (asker == Client && Exchange.Response is { } direct)
            yield return Home(stops, direct);
        else if (asker == Cache && Origin is { } kept)
            yield return Leg.Back(stops, Cache, OutcomeOf(kept.Status), VersioningWords.Answer(kept), WeightOf(kept));
    }

    private Leg Home(int from, ResponseSent answer) => Leg.Back(
        from, Client, OutcomeOf(answer.Status), VersioningWords.Answer(answer), WeightOf(answer),
        note: Reading is null ? "" : $"{(Reading.Understood ? "reads" : "✗")} {Reading.Short}",
        noteOutcome: Reading is null ? WireOutcome.InFlight : Reading.Understood ? WireOutcome.Ok : WireOutcome.Failed);

    private static LegWeight WeightOf(ResponseSent answer) => answer.Status == 304 ? LegWeight.Thin : LegWeight.Normal;

    private static WireOutcome OutcomeOf(int status) =>
        status >= 500 ? WireOutcome.Failed : status >= 400 ? WireOutcome.Refused : status >= 300 ? WireOutcome.NotModified : WireOutcome.Ok;
}
