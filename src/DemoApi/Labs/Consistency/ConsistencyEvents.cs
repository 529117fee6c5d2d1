using Visualizer.DemoApi.Journal;

namespace Visualizer.DemoApi.Labs.Consistency;

/// <summary>When an entry of the log arrives at a node if nothing is set otherwise.</summary>
/// <param name="AtMs">Sandbox time, milliseconds since the Unix epoch; null while the node is paused or cut off.</param>
public readonly record struct EntryDue(string Node, long Lsn, long Post, long Version, double? AtMs);

/// <summary>The version of one post on one node; 0 where it has none. Of the list it is the number of the log.</summary>
public readonly record struct NodeVersion(string Node, long Version);

/// <summary>The primary took a write.</summary>
/// <param name="Client">The <c>Client-Id</c>, or empty.</param>
/// <param name="Action"><c>create</c>, <c>change</c> or <c>like</c>.</param>
/// <param name="Acknowledged">The nodes that had it before the answer.</param>
/// <param name="LatencyMs">Sandbox milliseconds until the answer: to the farthest of them and back.</param>
/// <param name="OnTheWay">What the other nodes get, and when.</param>
public sealed record WriteAccepted(
    string Client, string Action, long Post, long Version, long Lsn, string Policy, IReadOnlyList<string> Acknowledged,
    double LatencyMs, IReadOnlyList<EntryDue> OnTheWay) : IEventData
{
    int IEventData.Weight => 420;
}

/// <summary>A write was refused, and nothing was written anywhere.</summary>
/// <param name="Post">0 where it was to become a new one.</param>
/// <param name="Needed">How many nodes the policy wants.</param>
/// <param name="Reachable">The nodes that could have taken it.</param>
/// <param name="Reason"><c>quorum_unreachable</c>, or <c>backlog</c> where a replica is too far behind.</param>
public sealed record WriteRefused(
    string Client, string Action, long Post, string Policy, int Needed, IReadOnlyList<string> Reachable, string Reason) : IEventData;

/// <summary>An entry of the log reached a replica.</summary>
/// <param name="LagMs">Sandbox milliseconds since the primary took it.</param>
/// <param name="Superseded">True where the replica had a newer version already, and kept that.</param>
public sealed record EntryReplicated(string Node, long Lsn, long Post, long Version, double LagMs, bool Superseded) : IEventData;

/// <summary>A read waits for a node that lacks what the client's token stands for.</summary>
/// <param name="Lsn">What the token stands for.</param>
/// <param name="UntilMs">When it is looked at again, in milliseconds since the Unix epoch.</param>
public sealed record ReadHeld(string Client, string Read, long Post, string Node, long Lsn, double UntilMs) : IEventData;

/// <summary>A node answered a read.</summary>
/// <param name="Read">The policy.</param>
/// <param name="Post">0 where it was the list.</param>
/// <param name="Node">Whose answer counted.</param>
/// <param name="Asked">All nodes that were asked.</param>
/// <param name="Version">What was read; 0 where the node has no such post.</param>
/// <param name="Newest">What the primary had.</param>
/// <param name="AgeMs">Sandbox milliseconds for which the answer had been outdated; 0 where it was not.</param>
/// <param name="Backwards">Whether the same client had seen a newer version before.</param>
/// <param name="WaitedMs">Sandbox milliseconds spent waiting for the node to catch up.</param>
/// <param name="LatencyMs">Sandbox milliseconds until the answer, waiting included.</param>
/// <param name="Lsn">The state it shows, as its <c>Consistency-Token</c> says.</param>
/// <param name="Nodes">What every node had at this moment.</param>
/// <param name="Broke">The guarantees that this read broke.</param>
public sealed record ReadServed(
    string Client, string Read, long Post, string Node, IReadOnlyList<string> Asked, long Version, long Newest, double AgeMs, bool Backwards,
    double WaitedMs, double LatencyMs, long Lsn, IReadOnlyList<NodeVersion> Nodes, IReadOnlyList<string> Broke) : IEventData
{
    int IEventData.Weight => 520;
}

/// <summary>A read was refused with 503.</summary>
/// <param name="Node">The node that stayed behind, or empty.</param>
/// <param name="Reason"><c>replica_behind</c> or <c>quorum_unreachable</c>.</param>
public sealed record ReadRefused(string Client, string Read, long Post, string Node, double WaitedMs, string Reason) : IEventData;

/// <summary>The network was cut between these nodes and the others.</summary>
public sealed record Partitioned(IReadOnlyList<string> Nodes) : IEventData;

/// <summary>All nodes reach each other again.</summary>
public sealed record Healed : IEventData;

/// <summary>Replication was set; what had not arrived was sent again.</summary>
/// <param name="OnTheWay">What travels now, at most the 100 oldest.</param>
public sealed record ReplicationConfigured(ReplicationSetting Setting, IReadOnlyList<EntryDue> OnTheWay) : IEventData
{
    int IEventData.Weight => 400 + (60 * OnTheWay.Count);
}
