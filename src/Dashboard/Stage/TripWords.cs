using System.Globalization;

namespace Visualizer.Dashboard.Stage;

/// <summary>A row of the picture as a sentence, for ears.</summary>
internal static class TripWords
{
    public static string Of(TripRow row, IReadOnlyList<Actor> actors)
    {
        var trip = row.Trip;
        var many = row.Count > 1 ? $"{row.Count} × " : "";
        var words = trip.Legs.Select(l => Of(l, actors)).Concat(trip.Notes.Select(n => $"{Name(n.Actor, actors)}: {n.Words}"));
        return $"{Seconds(trip.AtMs)}, {many}{trip.Title} from {trip.Sender}{(row.Together ? ", at the same time" : "")}: {string.Join("; ", words)}.";
    }

    private static string Of(Leg leg, IReadOnlyList<Actor> actors)
    {
        var to = Name(leg.To, actors);
        var label = leg.Label.Length > 0 ? $"{leg.Label} " : "";
        var way = leg.End switch
        {
            LegEnd.Passes => $"{label}passes {to}",
            LegEnd.Stops => $"{label}stopped at {to}",
            LegEnd.Lost => $"lost on the way to {to}{(leg.Label.Length > 0 ? $", {leg.Label}" : "")}",
            LegEnd.Waits => $"{label}waits at {to}",
            _ => leg.Outcome == WireOutcome.InFlight ? $"{label}to {to}" : $"{label}back to {to}",
        };
        return leg.Note.Length > 0 ? $"{way} ({leg.Note})" : way;
    }

    private static string Name(int actor, IReadOnlyList<Actor> actors) => actor < actors.Count ? actors[actor].Title : "";

    /// <summary>As elapsed.js says it: seconds, or days where a lab lets weeks pass.</summary>
    private static string Seconds(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds) is { TotalDays: >= 2 } weeks
        ? weeks.TotalDays.ToString("0.00", CultureInfo.InvariantCulture) + " d"
        : (milliseconds / 1000).ToString("0.0##", CultureInfo.InvariantCulture) + " s";
}
