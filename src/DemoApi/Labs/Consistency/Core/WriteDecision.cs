namespace Visualizer.DemoApi.Labs.Consistency.Core;

/// <summary>What became of a write: all of it, or nothing anywhere.</summary>
internal abstract record WriteDecision
{
    /// <param name="Acknowledged">The nodes that have it before the answer, the primary first.</param>
    /// <param name="Arrived">What reached replicas on the way.</param>
    /// <param name="LatencyTicks">To the farthest of those nodes and back.</param>
    internal sealed record Accepted(
        LogEntry Entry, IReadOnlyList<string> Acknowledged, IReadOnlyList<Arrival> Arrived, long LatencyTicks) : WriteDecision;

    /// <param name="Needed">How many nodes the policy wants.</param>
    /// <param name="Reachable">The nodes that could have taken it.</param>
    internal sealed record Refused(int Needed, IReadOnlyList<string> Reachable) : WriteDecision;

    /// <summary>A replica has fallen so far behind that the log may not grow any more.</summary>
    internal sealed record Backlogged(string Node) : WriteDecision;
}
