namespace Visualizer.DemoApi.Labs.Consistency.Core;

/// <summary>What a client may count on, one promise at a time.</summary>
internal enum Guarantee
{
    /// <summary>Once a write is answered or a value was read, nobody reads an older one of that key any more.</summary>
    Linearizable,

    /// <summary>You see what you wrote.</summary>
    ReadYourWrites,

    /// <summary>What you have seen does not go back.</summary>
    MonotonicReads,

    /// <summary>Where one of your writes is seen, those you made before it are seen as well.</summary>
    MonotonicWrites,

    /// <summary>Where an answer is seen, what it answers is seen as well.</summary>
    WritesFollowReads,

    /// <summary>Nothing that is read was outdated longer than the bound.</summary>
    BoundedStaleness,
}

/// <summary>One exchange as its client saw it; of the inside of the nodes it knows nothing.</summary>
/// <param name="Node">Who answered.</param>
/// <param name="Version">Of the key: what was read, or what the write made; 0 is "no such thing".</param>
/// <param name="Lsn">Of a write: its place in the log.</param>
/// <param name="Invoked">When it was sent, in ticks.</param>
/// <param name="Returned">When its answer came.</param>
internal sealed record Observation(bool IsWrite, string Client, string Node, long Key, long Version, long Lsn, long Invoked, long Returned);

/// <summary>A promise that a read did not keep: at least this version was due, and an older one came.</summary>
internal sealed record Breach(Guarantee Guarantee, long Due, long Seen);
