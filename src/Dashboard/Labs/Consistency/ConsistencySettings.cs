using System.Globalization;
using Visualizer.DemoApi.Labs.Consistency;

namespace Visualizer.Dashboard.Labs.Consistency;

/// <summary>Replication as the page's address carries it: what is left out is as in a fresh sandbox.</summary>
internal static class ConsistencySettings
{
    public const int MaxLagMs = 3_000;

    public static readonly ReplicationSetting Fresh = new(
        [new(ConsistencyWords.R1, ConsistencyWords.DefaultLagMs, false), new(ConsistencyWords.R2, ConsistencyWords.DefaultLagMs, false)], "async", null, 1, 1);

    /// <summary>The client's distances where the primary is far away.</summary>
    public static readonly NodeDistances Far = new(80, 10, 40);

    /// <summary>Partitions to choose from, by the nodes that are cut off.</summary>
    public static readonly IReadOnlyList<(string Key, string Words)> Partitions =
        [("none", "whole"), ("r1", "r1 cut off"), ("r2", "r2 cut off"), ("r1.r2", "r1, r2 cut off"), ("primary", "primary cut off")];

    public static readonly IReadOnlyList<(string Key, string Words)> WritePolicies = [("async", "async"), ("quorum", "quorum of W"), ("all", "all three")];

    public static ReplicaSetting Replica(this ReplicationSetting setting, string name) => setting.Replicas.First(r => r.Name == name);

    public static ReplicationSetting With(this ReplicationSetting setting, ReplicaSetting replica) =>
        setting with { Replicas = [.. setting.Replicas.Select(r => r.Name == replica.Name ? replica : r)] };

    public static string PartitionKey(this ReplicationSetting setting) => setting.Partition is { Count: > 0 } cut ? string.Join('.', cut) : "none";

    /// <summary>What an address says; what it cannot say counts as left out.</summary>
    public static ReplicationSetting Read(string? net)
    {
        var said = (net ?? "").Split(',').Select(part => part.Split(':', 2)).Where(p => p.Length == 2).GroupBy(p => p[0], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last()[1], StringComparer.Ordinal);
        var paused = Word("pause").Split('.');
        return Fresh with
        {
            Replicas = [.. Fresh.Replicas.Select(r => new ReplicaSetting(r.Name, Number($"{r.Name}", 0, MaxLagMs, ConsistencyWords.DefaultLagMs), paused.Contains(r.Name)))],
            WritePolicy = ConsistencyWords.Writes.Contains(Word("write")) ? Word("write") : "async",
            Partition = Partitions.Any(p => p.Key == Word("cut")) && Word("cut") != "none" ? Word("cut").Split('.') : null,
            ReadQuorum = Number("R", 1, 3, 1),
            WriteQuorum = Number("W", 1, 3, 1),
            InOrder = Word("order") == "no" ? false : null,
            DistancesMs = Word("far") == "yes" ? Far : null,
        };

        string Word(string name) => said.GetValueOrDefault(name) ?? "";
        long Number(string name, long min, long max, long otherwise) =>
            long.TryParse(Word(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max ? number : otherwise;
    }

    /// <summary>The same for the address: <c>r1:300,pause:r2,write:quorum,W:2</c>; null where nothing differs from a fresh sandbox.</summary>
    public static string? Write(ReplicationSetting setting)
    {
        List<string> parts = [.. setting.Replicas.Where(r => r.LagMs != ConsistencyWords.DefaultLagMs).Select(r => $"{r.Name}:{r.LagMs}")];
        Add(setting.Replicas.Any(r => r.Paused == true), $"pause:{string.Join('.', setting.Replicas.Where(r => r.Paused == true).Select(r => r.Name))}");
        Add(setting.WritePolicy != "async", $"write:{setting.WritePolicy}");
        Add(setting.Partition is not null, $"cut:{setting.PartitionKey()}");
        Add(setting.ReadQuorum != 1, $"R:{setting.ReadQuorum}");
        Add(setting.WriteQuorum != 1, $"W:{setting.WriteQuorum}");
        Add(setting.InOrder == false, "order:no");
        Add(setting.DistancesMs is not null, "far:yes");
        return parts.Count == 0 ? null : string.Join(',', parts);

        void Add(bool differs, string part)
        {
            if (differs)
                parts.Add(part);
        }
    }
}
