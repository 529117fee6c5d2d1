namespace Visualizer.DemoApi.Labs.Consistency.Core;

/// <summary>One write, as the replication log carries it to every node. It never changes: a node has it, or does not have it yet.</summary>
/// <param name="Lsn">Log sequence number: 1, 2, 3 … over all keys, in the order in which the primary decided.</param>
/// <param name="Version">1, 2, 3 … of this key alone.</param>
/// <param name="At">When the primary decided, in ticks.</param>
internal sealed record LogEntry(long Lsn, long Key, long Version, long At);

/// <summary>An entry on its way to a node.</summary>
/// <param name="Due">When it arrives, in ticks; null while the node is paused or cut off.</param>
internal readonly record struct Delivery(LogEntry Entry, long? Due);

/// <summary>An entry that reached a node.</summary>
/// <param name="Superseded">True where the node had a newer version of the key already and kept that.</param>
internal readonly record struct Arrival(string Node, LogEntry Entry, long At, bool Superseded);
