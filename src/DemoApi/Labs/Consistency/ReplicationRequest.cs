using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Labs.Consistency.Core;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.Consistency;

/// <summary>The body of PUT replication. <c>partition</c> takes any JSON here, because null and "not there" are two things.</summary>
internal sealed record ReplicationBody(
    IReadOnlyList<ReplicaSetting>? Replicas, string? WritePolicy, JsonElement Partition, long? ReadQuorum, long? WriteQuorum, bool? InOrder, NodeDistances? DistancesMs);

/// <summary>Reads the settings from a PUT: every member of the contract is required, all violations are told at once.</summary>
internal static class ReplicationRequest
{
    private const long MaxLagMs = 60_000;
    private const long MaxDistanceMs = 10_000;

    public static async ValueTask<Read<ClusterSettings>> ReadAsync(HttpContext http)
    {
        var read = await JsonBody.ReadAsync<ReplicationBody>(http);
        if (read.Problem is { } unread)
            return unread;
        var (body, check) = (read.Value, new Validation());
        var partition = Partition(body.Partition, check, out var wrongKind);
        if (wrongKind is not null)
            return wrongKind;
        var policy = check.Require(body.WritePolicy, "#/write_policy");
        check.That(policy is null || ConsistencyWords.Writes.Contains(policy), "#/write_policy", $"write_policy must be one of {string.Join(", ", ConsistencyWords.Writes)}.");
        var reading = check.Require(body.ReadQuorum, "#/read_quorum", 1, ConsistencyWords.Nodes.Count);
        var writing = check.Require(body.WriteQuorum, "#/write_quorum", 1, ConsistencyWords.Nodes.Count);
        var nodes = Nodes(body, partition, check);
        return check.Problem ?? (Read<ClusterSettings>)new ClusterSettings(nodes, Replication.PolicyOf(policy!), (int)reading, (int)writing, body.InOrder ?? true);
    }

    private static List<NodeSettings> Nodes(ReplicationBody body, IReadOnlyList<string> partition, Validation check)
    {
        var replicas = check.Require(body.Replicas, "#/replicas") ?? [];
        check.That(body.Replicas is null or { Count: 1 or 2 }, "#/replicas", "replicas must name r1, r2 or both.");
        check.That(replicas.DistinctBy(r => r.Name).Count() == replicas.Count, "#/replicas", "replicas must name each node once.");
        var nodes = Replication.Defaults.Nodes.ToList();
        for (var i = 0; i < replicas.Count; i++)
        {
            var (replica, at) = (replicas[i], $"#/replicas/{i}");
            var name = check.Require(replica.Name, $"{at}/name");
            var known = check.That(name is null or ConsistencyWords.R1 or ConsistencyWords.R2, $"{at}/name", "name must be r1 or r2.");
            var lag = check.Require(replica.LagMs, $"{at}/lag_ms", 0, MaxLagMs);
            var paused = check.Require(replica.Paused, $"{at}/paused");
            if (known && name is not null)
                nodes[nodes.FindIndex(n => n.Name == name)] = new(name, Replication.Ticks(lag), paused);
        }

        long?[] distances = [body.DistancesMs?.Primary, body.DistancesMs?.R1, body.DistancesMs?.R2];
        return [.. nodes.Select((node, i) => node with { CutOff = partition.Contains(node.Name), DistanceTicks = Distance(distances[i], node.Name, check) })];
    }

    private static long Distance(long? milliseconds, string node, Validation check)
    {
        check.That(milliseconds is null or (>= 0 and <= MaxDistanceMs), $"#/distances_ms/{node}", $"{node} must be from 0 to {MaxDistanceMs}.");
        return Replication.Ticks(milliseconds ?? 0);
    }

    private static IReadOnlyList<string> Partition(JsonElement partition, Validation check, out Problem? wrongKind)
    {
        const string at = "#/partition";
        wrongKind = null;
        check.That(partition.ValueKind is not JsonValueKind.Undefined, at, "partition is required; null is no partition.");
        if (partition.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
            return [];
        if (partition.ValueKind is not JsonValueKind.Array || partition.EnumerateArray().Any(n => n.ValueKind is not JsonValueKind.String))
        {
            wrongKind = Problem.Of(ProblemTypes.InvalidBody, Violation.At(at, "partition must be null or a list of node names."));
            return [];
        }

        var cut = partition.EnumerateArray().Select(n => n.GetString()!).ToList();
        check.That(cut.TrueForAll(ConsistencyWords.Nodes.Contains) && cut.Distinct(StringComparer.Ordinal).Count() == cut.Count, at, $"partition may name {string.Join(", ", ConsistencyWords.Nodes)}, each once.");
        check.That(cut.Count < ConsistencyWords.Nodes.Count, at, "partition must leave at least one node on the other side.");
        return cut;
    }
}
