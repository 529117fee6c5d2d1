namespace Visualizer.Dashboard.Stage;

/// <summary>One attempt as <see cref="RoundTrips"/> draws it: a request's way through the columns and back.</summary>
/// <param name="Number">The exchange's number in the wire; a trip of the same number replaces the earlier one.</param>
/// <param name="AtMs">Sandbox milliseconds since the log's origin.</param>
/// <param name="Title">What it is: "attempt 1", <c>POST /users</c>.</param>
/// <param name="Sender"><c>this page</c>, or who the User-Agent says it is.</param>
/// <param name="Outside">True where it came from somewhere else than this page.</param>
/// <param name="Legs">In the order they were travelled; empty before anything is known.</param>
public sealed record Trip(long Number, double AtMs, string Title, string Sender, bool Outside, IReadOnlyList<Leg> Legs)
{
    /// <summary>A heading over this trip and those that follow with the same: "without a key". Empty for none.</summary>
    public string Group { get; init; } = "";

    /// <summary>Words at columns that the request did not end at: what a later gate would have said.</summary>
    public IReadOnlyList<TripNote> Notes { get; init; } = [];

    /// <summary>True while an answer can still come.</summary>
    public bool IsOpen => Legs is not [.., { } last] || (last.Outcome == WireOutcome.InFlight && last.End != LegEnd.Lost);

    /// <summary>A trip with number, time and sender of a recorded exchange.</summary>
    /// <param name="origin">The instant that the log calls 0 s.</param>
    public static Trip Of(WireExchange exchange, DateTimeOffset origin, string title, params IReadOnlyList<Leg> legs) => new(
        exchange.Number, (exchange.At - origin).TotalMilliseconds, title, WireRow.SenderOf(exchange), WireRow.IsOutside(exchange), legs);
}

/// <summary>Words at a column of one trip, beside its first line.</summary>
/// <param name="Actor">The index of the column.</param>
/// <param name="Outcome">Its colour; in flight is the grey of what was never asked.</param>
public sealed record TripNote(int Actor, string Words, WireOutcome Outcome = WireOutcome.InFlight);
