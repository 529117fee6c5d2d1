using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Visualizer.DemoApi.Labs.Consistency;

/// <summary>The words of this lab in addresses, settings and events.</summary>
public static class ConsistencyWords
{
    public const string Primary = "primary";
    public const string R1 = "r1";
    public const string R2 = "r2";

    /// <summary>The nodes, in the order in which reads are passed around.</summary>
    public static readonly IReadOnlyList<string> Nodes = [Primary, R1, R2];

    public static readonly IReadOnlyList<string> Reads = ["any", "primary", "quorum", "session"];

    public static readonly IReadOnlyList<string> Writes = ["async", "quorum", "all"];

    /// <summary>What a read may break, as events name it.</summary>
    public static readonly IReadOnlyList<string> Guarantees =
        ["linearizable", "read_your_writes", "monotonic_reads", "monotonic_writes", "writes_follow_reads", "bounded_staleness"];

    /// <summary>What a feature may ask of its reads, the least first.</summary>
    public static readonly IReadOnlyList<string> Strictness = ["eventual", "session", "strong"];

    /// <summary>From which age on, in milliseconds, a read counts as breaking bounded staleness.</summary>
    public const long StalenessBoundMs = 500;

    /// <summary>How long a read waits for the node to catch up, in milliseconds of sandbox time.</summary>
    public const long LongestWaitMs = 2_000;

    /// <summary>Posts that every node has from the beginning, with ids from 1.</summary>
    public const int SeededPosts = 3;

    /// <summary>How far a replica of a fresh sandbox is behind.</summary>
    public const long DefaultLagMs = 800;
}

/// <summary>A post as the node that answered has it.</summary>
/// <param name="Version">Counts its changes, likes included: 1 when new.</param>
public sealed record Post(long Id, string Title, string Body, long Likes, long Version, DateTimeOffset CreatedAt);

/// <summary>A post to write.</summary>
/// <param name="Title">1 to 120 characters.</param>
/// <param name="Body">1 to 2000 characters.</param>
public sealed record NewPost([Required, StringLength(120, MinimumLength = 1)] string? Title, [Required, StringLength(2000, MinimumLength = 1)] string? Body);

/// <summary>The posts of one node, newest first.</summary>
public sealed record PostList(IReadOnlyList<Post> Items);

/// <summary>One replica as it is set.</summary>
/// <param name="Name"><c>r1</c> or <c>r2</c>.</param>
/// <param name="LagMs">0 to 60,000 milliseconds of sandbox time until an entry of the log arrives.</param>
/// <param name="Paused">Takes nothing from the log, and answers reads with what it has.</param>
public sealed record ReplicaSetting(string? Name, long? LagMs, bool? Paused);

/// <summary>How long a request takes to each node and back: 0 to 10,000 milliseconds of sandbox time.</summary>
public sealed record NodeDistances(long? Primary, long? R1, long? R2);

/// <summary>How the nodes replicate.</summary>
/// <param name="WritePolicy"><c>async</c>, <c>quorum</c> or <c>all</c>.</param>
/// <param name="Partition">The nodes cut off from the others, or null.</param>
/// <param name="ReadQuorum">R: 1 to 3 nodes.</param>
/// <param name="WriteQuorum">W: 1 to 3 nodes, for the policy <c>quorum</c>.</param>
/// <param name="InOrder">False lets an entry of the log overtake another; left out, it is true.</param>
/// <param name="DistancesMs">Left out, all are 0.</param>
public sealed record ReplicationSetting(
    IReadOnlyList<ReplicaSetting> Replicas,
    string WritePolicy,
    IReadOnlyList<string>? Partition,
    long ReadQuorum,
    long WriteQuorum,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? InOrder = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] NodeDistances? DistancesMs = null);

/// <summary>What a feature needs, as its trials measured it: 300 changes, each read up to two seconds later, on nodes of their own.</summary>
/// <param name="MustSee">Who must see a change: <c>everyone</c> or <c>its author</c>.</param>
/// <param name="ToleratedSeconds">How old an answer may be without harm.</param>
/// <param name="Weakest">The least that did no harm: <c>eventual</c>, <c>session</c> or <c>strong</c>.</param>
public sealed record FeatureVerdict(string Feature, string MustSee, long ToleratedSeconds, string Weakest, IReadOnlyList<FeatureResult> Results);

/// <summary>One trial.</summary>
/// <param name="Harmed">Reads older than the feature can bear.</param>
/// <param name="MedianMs">What half of the reads took at most, waiting included; the primary is 80 ms away, the replicas 10 and 40.</param>
/// <param name="RefusedApart">Of <paramref name="ReadsApart"/> reads with both replicas cut off, those without an answer.</param>
public sealed record FeatureResult(string Strictness, int Reads, int Harmed, double OldestMs, double MedianMs, int ReadsApart, int RefusedApart);
