using Visualizer.DemoApi.Labs.Consistency.Core;

namespace Visualizer.DemoApi.Labs.Consistency;

/// <summary>Between the core's ticks and names and those of the wire.</summary>
internal static class Replication
{
    public static readonly ClusterSettings Defaults = new(
        [new(ConsistencyWords.Primary), Replica(ConsistencyWords.R1), Replica(ConsistencyWords.R2)], WritePolicy.Async, ReadQuorum: 1, WriteQuorum: 1);

    public static ReplicationSetting Setting(ClusterSettings settings)
    {
        var far = settings.Nodes.Any(n => n.DistanceTicks > 0);
        var cut = settings.Nodes.Where(n => n.CutOff).Select(n => n.Name).ToArray();
        return new(
            [.. settings.Nodes.Skip(1).Select(n => new ReplicaSetting(n.Name, Whole(n.LagTicks), n.Paused))],
            NameOf(settings.WritePolicy),
            cut.Length > 0 ? cut : null,
            settings.ReadQuorum,
            settings.WriteQuorum,
            settings.InOrder ? null : false,
            far ? new NodeDistances(Whole(settings.Nodes[0].DistanceTicks), Whole(settings.Nodes[1].DistanceTicks), Whole(settings.Nodes[2].DistanceTicks)) : null);
    }

    public static string NameOf(WritePolicy policy) => ConsistencyWords.Writes[(int)policy];

    public static WritePolicy PolicyOf(string name) => name switch
    {
        "quorum" => WritePolicy.Quorum,
        "all" => WritePolicy.All,
        _ => WritePolicy.Async,
    };

    public static string NameOf(ReadPolicy policy) => ConsistencyWords.Reads[(int)policy];

    public static string NameOf(Guarantee guarantee) => ConsistencyWords.Guarantees[(int)guarantee];

    public static long Ticks(long milliseconds) => milliseconds * TimeSpan.TicksPerMillisecond;

    /// <summary>A span in milliseconds.</summary>
    public static double Milliseconds(long ticks) => ticks / (double)TimeSpan.TicksPerMillisecond;

    /// <summary>A moment in milliseconds since the Unix epoch.</summary>
    public static double UnixMilliseconds(long ticks) => Milliseconds(ticks - DateTimeOffset.UnixEpoch.UtcTicks);

    public static DateTimeOffset Moment(long ticks) => new(ticks, TimeSpan.Zero);

    /// <summary>What is under way, oldest first.</summary>
    public static IReadOnlyList<EntryDue> OnTheWay(Cluster cluster, long fromLsn = 0, int most = 100) =>
    [
        .. cluster.Nodes
            .SelectMany(node => node.Waiting.Where(d => d.Entry.Lsn >= fromLsn)
                .Select(d => new EntryDue(node.Name, d.Entry.Lsn, d.Entry.Key, d.Entry.Version, d.Due is { } due ? UnixMilliseconds(due) : null)))
            .OrderBy(entry => entry.Lsn)
            .Take(most),
    ];

    private static NodeSettings Replica(string name) => new(name, Ticks(ConsistencyWords.DefaultLagMs));

    private static long Whole(long ticks) => ticks / TimeSpan.TicksPerMillisecond;
}
