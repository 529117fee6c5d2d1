namespace Visualizer.DemoApi.Labs.Consistency.Core;

/// <summary>How the node is chosen that answers a read.</summary>
internal enum ReadPolicy
{
    /// <summary>The next in turn, however old its data is.</summary>
    Any,

    /// <summary>The one that takes the writes.</summary>
    Primary,

    /// <summary>As many as the read quorum says, in turn; the newest of their answers counts.</summary>
    Quorum,

    /// <summary>The next in turn, but not before it has all that the client's token stands for.</summary>
    Session,
}

/// <summary>A read, as a client asks it.</summary>
/// <param name="Key">What is read; <see cref="Cluster.EveryKey"/> is all at once.</param>
/// <param name="Node">Ask this one out of turn; null leaves it to the turn.</param>
/// <param name="Token">The state the client has seen, as an lsn.</param>
/// <param name="Monotonic">Passes over nodes that are older than the token.</param>
/// <param name="MaxAgeTicks">Passes over nodes that have missed something for longer.</param>
internal sealed record ReadQuestion(
    ReadPolicy Policy, long Key, string? Node = null, long Token = 0, bool Monotonic = false, long MaxAgeTicks = long.MaxValue);

/// <summary>What became of a read.</summary>
internal abstract record ReadDecision
{
    /// <param name="Node">Whose answer counts.</param>
    /// <param name="Asked">All that were asked.</param>
    /// <param name="Newest">The version that the primary has.</param>
    /// <param name="AgeTicks">How long the answer has been outdated; 0 where it is not.</param>
    /// <param name="LatencyTicks">To the farthest of those asked and back.</param>
    /// <param name="Token">The state that this answer shows, as an lsn.</param>
    internal sealed record Served(
        string Node, IReadOnlyList<string> Asked, long Version, long Newest, long AgeTicks, long LatencyTicks, long Token) : ReadDecision;

    /// <summary>The node lacks what the token stands for.</summary>
    /// <param name="ExpectedAt">When it will have it, in ticks; null where that cannot be told.</param>
    internal sealed record Behind(string Node, long? ExpectedAt) : ReadDecision;

    internal sealed record Unreachable(int Needed, IReadOnlyList<string> Reachable) : ReadDecision;
}
