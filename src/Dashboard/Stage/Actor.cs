namespace Visualizer.Dashboard.Stage;

/// <summary>One column of <see cref="RoundTrips"/>: who a request passes on its way.</summary>
/// <param name="Key">Names the column in the document (<c>data-actor</c>).</param>
/// <param name="Note">A few words under the title.</param>
/// <param name="Short">Up to three characters, six where there are no more than seven columns, where there is no room for the title; the title's initials where empty.</param>
public sealed record Actor(string Key, string Title, string Note = "", string Short = "")
{
    public ActorMood Mood { get; init; }

    /// <summary>The mood in one or two words, for a pill below the title: "stopped here", "open". A mood is never told by colour alone.</summary>
    public string MoodWords { get; init; } = "";

    internal string Initials => Short.Length > 0 ? Short : string.Concat(Title.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(3).Select(w => char.ToUpperInvariant(w[0])));
}

/// <summary>How a column's head stands out: what the latest attempt did to it.</summary>
public enum ActorMood
{
    Plain = 0,

    /// <summary>At work: the request is here.</summary>
    Lit = 1,

    /// <summary>Let the request through; an open door.</summary>
    Passed = 2,

    /// <summary>Stopped it; a shut door.</summary>
    Stopped = 3,

    /// <summary>Was never asked.</summary>
    Dim = 4,

    /// <summary>Broke.</summary>
    Failed = 5,
}
