namespace Visualizer.Dashboard.Stage;

/// <summary>One straight part of a trip, from one column to another. A leg that turns back begins a new line of the attempt's row.</summary>
/// <param name="From">The index of the column it leaves.</param>
/// <param name="To">The index of the column it is bound for.</param>
/// <param name="Outcome"><see cref="WireOutcome.InFlight"/> for a request on its way (ink); what comes back has the colour of its outcome.</param>
/// <param name="Label">What travels: <c>POST "k-1"</c>, <c>201</c>.</param>
public sealed record Leg(int From, int To, WireOutcome Outcome, string Label = "")
{
    /// <summary>The label where there is little room, in up to six characters: <c>v2</c>. Where empty, the label itself is cut.</summary>
    public string Brief { get; init; } = "";

    public LegWeight Weight { get; init; }

    public LegEnd End { get; init; }

    /// <summary>What happened where it ends, in a few words beside that column: "+ order 1", "hit, ttl=12".</summary>
    public string Note { get; init; } = "";

    /// <summary>The colour of <see cref="Note"/>; in flight is plain ink.</summary>
    public WireOutcome NoteOutcome { get; init; }

    /// <summary>A request on its way.</summary>
    public static Leg Go(int from, int to, string label = "", LegEnd end = LegEnd.Arrives, string note = "", WireOutcome noteOutcome = WireOutcome.InFlight) =>
        new(from, to, WireOutcome.InFlight, label) { End = end, Note = note, NoteOutcome = noteOutcome };

    /// <summary>An answer on its way back.</summary>
    public static Leg Back(
        int from, int to, WireOutcome outcome, string label = "", LegWeight weight = LegWeight.Normal, LegEnd end = LegEnd.Arrives,
        string note = "", WireOutcome noteOutcome = WireOutcome.InFlight) =>
        new(from, to, outcome, label) { Weight = weight, End = end, Note = note, NoteOutcome = noteOutcome };
}

/// <summary>How heavy a leg is drawn. The numbers are known to round-trips-row.js.</summary>
public enum LegWeight
{
    Normal = 0,

    /// <summary>Headers alone: a 304.</summary>
    Thin = 1,

    /// <summary>A body worth noticing: a 200 with 40 KB.</summary>
    Thick = 2,
}

/// <summary>What becomes of a leg where it ends. The numbers are known to round-trips-row.js.</summary>
public enum LegEnd
{
    Arrives = 0,

    /// <summary>A gate that let it through: ticked.</summary>
    Passes = 1,

    /// <summary>A gate that refused it: crossed, in the colour of the leg that follows.</summary>
    Stops = 2,

    /// <summary>It never gets there: lost on the way, or cut on the way back. Its label says how: "connection reset".</summary>
    Lost = 3,

    /// <summary>It is there and waits.</summary>
    Waits = 4,
}
