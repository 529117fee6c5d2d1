namespace Visualizer.Dashboard.Stage;

/// <summary>One row of the picture: a trip, or so many of a burst that went the same way.</summary>
/// <param name="Trip">The first of them. Words that differ among them tell the first and the last.</param>
/// <param name="Together">True where it was sent while the row before it was still open.</param>
internal sealed record TripRow(Trip Trip, int Count, bool Together)
{
    /// <summary>How many rows are drawn; older ones are counted.</summary>
    public const int Most = 40;

    /// <summary>A burst of more trips than this is bundled.</summary>
    public const int MostApart = 6;

    /// <summary>Every kept trip in rows, oldest first.</summary>
    public static IReadOnlyList<TripRow> Of(IReadOnlyList<LoggedTrip> trips)
    {
        var rows = new List<TripRow>();
        foreach (var burst in trips.GroupBy(t => t.Burst))
        {
            List<Trip> together = [.. burst.Select(t => t.Trip)];
            var bundles = together.Count > MostApart ? together.GroupBy(Shape).Select(b => b.ToList()) : together.Select(t => new List<Trip> { t });
            var isFirst = true;
            foreach (var bundle in bundles)
            {
                rows.Add(new(Merged(bundle[0], bundle[^1]), bundle.Count, !isFirst));
                isFirst = false;
            }
        }
        return rows;
    }

    /// <summary>What makes two trips of a burst the same picture: sender, columns and outcomes, and the words of what came back.</summary>
    private static string Shape(Trip trip) => string.Join('|', trip.Legs
        .Select(l => $"{l.From}>{l.To} {l.Outcome} {l.Weight} {l.End} {l.NoteOutcome} {(l.Outcome == WireOutcome.InFlight ? "" : l.Label)}")
        .Prepend($"{trip.Sender}|{trip.Group}|{trip.Notes.Count}"));

    private static Trip Merged(Trip first, Trip last) => ReferenceEquals(first, last) ? first : first with
    {
        Title = Span(first.Title, last.Title),
        Legs = [.. first.Legs.Zip(last.Legs, (a, b) => a with { Label = Span(a.Label, b.Label), Brief = a.Brief == b.Brief ? a.Brief : "", Note = Span(a.Note, b.Note) })],
    };

    /// <summary>Two texts in one, without the words that both begin with: <c>attempt 2 … 30</c>.</summary>
    private static string Span(string first, string last)
    {
        if (first == last)
            return first;
        var same = first.AsSpan().CommonPrefixLength(last);
        return $"{first} … {last[(last.LastIndexOf(' ', Math.Max(0, same - 1)) + 1)..]}";
    }
}
