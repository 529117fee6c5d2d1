namespace Visualizer.DemoApi.Labs.Consistency.Core;

/// <summary>Which nodes must have a write before its answer may be sent.</summary>
internal enum WritePolicy
{
    /// <summary>The primary alone.</summary>
    Async,

    /// <summary>As many as the write quorum says, the primary among them.</summary>
    Quorum,

    /// <summary>Every node.</summary>
    All,
}

/// <summary>One node as it is set. The first of a cluster is the primary: it alone takes writes.</summary>
/// <param name="LagTicks">How long an entry of the log takes to arrive.</param>
/// <param name="Paused">Takes nothing from the log, but still answers reads.</param>
/// <param name="CutOff">Stands on the far side of the partition; clients reach it all the same.</param>
/// <param name="DistanceTicks">How long a request takes to the node and back.</param>
internal sealed record NodeSettings(string Name, long LagTicks = 0, bool Paused = false, bool CutOff = false, long DistanceTicks = 0);

/// <summary>A cluster as it is set.</summary>
/// <param name="InOrder">
/// Whether a replica applies entries in the order of the log. If not, it fetches them over two streams at once, even numbers
/// four times as fast as odd ones, and an entry may overtake another.
/// </param>
internal sealed record ClusterSettings(IReadOnlyList<NodeSettings> Nodes, WritePolicy WritePolicy, int ReadQuorum, int WriteQuorum, bool InOrder = true)
{
    /// <summary>W: how many nodes have a write before it is answered.</summary>
    public int Acknowledgements => WritePolicy switch
    {
        WritePolicy.Async => 1,
        WritePolicy.Quorum => WriteQuorum,
        _ => Nodes.Count,
    };

    /// <summary>Whether a quorum read can miss an answered write: it cannot where the two sets of nodes must share one.</summary>
    public bool QuorumReadsAreFresh => Quorum.Overlaps(Nodes.Count, ReadQuorum, Acknowledgements);

    public long LagOf(NodeSettings node, LogEntry entry) => InOrder || entry.Lsn % 2 == 1 ? node.LagTicks : node.LagTicks / 4;
}
