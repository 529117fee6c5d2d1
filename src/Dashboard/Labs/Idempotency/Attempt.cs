using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.Idempotency;

/// <summary>One arrival of an intent, and what it met at the key store and at the ledger.</summary>
/// <param name="Title">"attempt 2", counted within its intent.</param>
/// <param name="Group">What the attempts of its intent have in common.</param>
/// <param name="Label">What travels: <c>POST k-1</c>.</param>
public sealed record Attempt(string Title, string Group, string Label)
{
    /// <summary>At the key store: "free", "known", "in flight"; null where it was not asked.</summary>
    public Met? Keys { get; init; }

    /// <summary>At the ledger; null where it was not reached.</summary>
    public Met? Ledger { get; init; }

    /// <summary>The status that was on its way back when the connection was cut; null where none was.</summary>
    public int? Answered { get; init; }

    /// <summary>Its way through the columns, as far as it is known.</summary>
    public Trip Draw(WireExchange exchange, DateTimeOffset origin) =>
        Trip.Of(exchange, origin, Title, [.. There(exchange), .. Back(exchange)]) with { Group = Group };

    private int Furthest => Ledger is not null ? Station.Ledger : Keys is not null ? Station.Keys : Station.Api;

    private IEnumerable<Leg> There(WireExchange exchange)
    {
        if (Keys is { } keys)
            yield return Leg.Go(Station.Client, Station.Keys, Label, keys.End, keys.Words, keys.Outcome);
        if (Ledger is { } ledger)
            yield return Leg.Go(Keys is null ? Station.Client : Station.Keys, Station.Ledger, Keys is null ? Label : "", ledger.End, ledger.Words, ledger.Outcome);
        if (Keys is null && Ledger is null)
            yield return Leg.Go(Station.Client, Station.Api, Label, exchange.Response is { Status: >= 400 } ? LegEnd.Stops : LegEnd.Arrives);
    }

    private IEnumerable<Leg> Back(WireExchange exchange)
    {
        if (exchange.Response is { } response)
        {
            var outcome = WireRow.OutcomeOf(exchange);
            yield return Leg.Back(Furthest, Station.Client, outcome, outcome == WireOutcome.Replayed ? $"{response.Status} replayed" : $"{response.Status}");
        }
        else if (exchange.Aborted is { } aborted)
        {
            if (Answered is { } status)
                yield return Leg.Back(Furthest, Station.Network, Keys?.Outcome == WireOutcome.Replayed ? WireOutcome.Replayed : WireOutcome.Ok, $"{status}");
            yield return Leg.Back(
                Answered is null ? Furthest : Station.Network, Station.Client, WireOutcome.Cut, aborted.ByServer ? "connection reset" : "client left", end: LegEnd.Lost);
        }
    }
}

/// <summary>What an attempt met at one place.</summary>
/// <param name="Words">A few words beside the place.</param>
public sealed record Met(string Words, WireOutcome Outcome, LegEnd End = LegEnd.Arrives);
