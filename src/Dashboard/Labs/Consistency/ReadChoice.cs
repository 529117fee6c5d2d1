using Visualizer.DemoApi.Labs.Consistency;

namespace Visualizer.Dashboard.Labs.Consistency;

/// <summary>A way to read, as the page offers it.</summary>
/// <param name="Key">Its name in the page's address.</param>
/// <param name="Query">What it asks of the API.</param>
/// <param name="Token">What the client must show: nothing, what it has seen, or what it has written as well.</param>
public sealed record ReadChoice(string Key, string Title, string Query, ReadToken Token = ReadToken.None)
{
    public static readonly ReadChoice Any = new("any", "any, in turn", "");

    public static readonly ReadChoice Sticky = new("r1", "sticky: r1", "?node=r1");

    public static readonly ReadChoice Monotonic = new("monotonic", "monotonic", "?monotonic=true", ReadToken.Seen);

    public static readonly ReadChoice Bounded = new("bounded", $"≤ {ConsistencyWords.StalenessBoundMs} ms old", $"?max_staleness_ms={ConsistencyWords.StalenessBoundMs}");

    public static readonly ReadChoice Session = new("session", "session", "?read=session", ReadToken.SeenAndWritten);

    public static readonly ReadChoice Quorum = new("quorum", "quorum of R", "?read=quorum");

    public static readonly ReadChoice Primary = new("primary", "primary", "?read=primary");

    /// <summary>The cheapest first.</summary>
    public static readonly IReadOnlyList<ReadChoice> All = [Any, Sticky, Monotonic, Bounded, Session, Quorum, Primary];

    public static ReadChoice Find(string? key) => All.FirstOrDefault(c => c.Key == key) ?? Any;
}

/// <summary>What a client shows with its reads.</summary>
public enum ReadToken
{
    None,
    Seen,
    SeenAndWritten,
}
