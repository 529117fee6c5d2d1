namespace Visualizer.DemoApi.Labs.Consistency.Core;

/// <summary>How much a feature pays for its reads, the least first.</summary>
internal enum Strictness
{
    /// <summary>Any node, as it is.</summary>
    Eventual,

    /// <summary>Any node, once it has what this client did and saw.</summary>
    Session,

    /// <summary>Two of three nodes for each write and each read.</summary>
    Strong,
}

/// <summary>A feature, as two questions: who must see a change, and how late may that be?</summary>
/// <param name="EveryoneMust">True where a reader who does not see the change does harm; false where only its author minds.</param>
/// <param name="ToleratedTicks">How old an answer may be without harm.</param>
internal sealed record Feature(string Name, bool EveryoneMust, long ToleratedTicks = 0);

/// <summary>What a strictness did to a feature: the harm, and the price.</summary>
/// <param name="Harmed">Reads that were older than the feature can bear.</param>
/// <param name="OldestTicks">The oldest answer that mattered.</param>
/// <param name="MedianTicks">How long half of the reads took at most, waiting included.</param>
/// <param name="RefusedApart">Of the reads made while both replicas were cut off, those without an answer.</param>
internal sealed record TrialResult(Strictness Strictness, int Reads, int Harmed, long OldestTicks, long MedianTicks, int ReadsApart, int RefusedApart);

/// <summary>Plays a feature on a cluster of its own, in its own time: someone changes something, and it is read up to two seconds later.</summary>
internal static class FeatureTrial
{
    private const int Rounds = 300;
    private const int RoundsApart = 60;
    private const long Ms = TimeSpan.TicksPerMillisecond;

    public static IReadOnlyList<TrialResult> Run(Feature feature, int seed) => [.. Enum.GetValues<Strictness>().Select(s => Run(feature, s, seed))];

    /// <summary>The least that does no harm.</summary>
    public static Strictness Weakest(IReadOnlyList<TrialResult> results) => results.First(r => r.Harmed == 0).Strictness;

    private static TrialResult Run(Feature feature, Strictness strictness, int seed)
    {
        var (random, cluster, now) = (new Random(seed), new Cluster(Settings(strictness, apart: false)), 0L);
        var (harmed, oldest, took) = (0, 0L, new List<long>());
        for (var key = 1; key <= Rounds; key++)
        {
            var written = (WriteDecision.Accepted)cluster.Write(now, key);
            now += random.Next(1, 2_000) * Ms;
            var read = Ask(cluster, ref now, Question(strictness, key, feature.EveryoneMust ? 0 : written.Entry.Lsn), took);
            oldest = Math.Max(oldest, read!.AgeTicks);
            harmed += read.AgeTicks > feature.ToleratedTicks ? 1 : 0;
            now += 2_000 * Ms; // the next round begins with all nodes alike
            cluster.Receive(now);
        }

        cluster.Configure(now, Settings(strictness, apart: true));
        var answered = Enumerable.Range(0, RoundsApart).Count(_ => Ask(cluster, ref now, Question(strictness, key: 1, token: 0), []) is not null);
        return new(strictness, Rounds, harmed, oldest, took.Order().ElementAt(Rounds / 2), RoundsApart, RoundsApart - answered);
    }

    private static ReadDecision.Served? Ask(Cluster cluster, ref long now, ReadQuestion question, List<long> took)
    {
        cluster.Receive(now);
        var (asked, decision) = (now, cluster.Read(now, question));
        if (decision is ReadDecision.Behind { ExpectedAt: { } at } behind)
        {
            now = at;
            cluster.Receive(now);
            decision = cluster.Read(now, question with { Node = behind.Node });
        }

        if (decision is not ReadDecision.Served served)
            return null;
        took.Add(now - asked + served.LatencyTicks);
        return served;
    }

    private static ReadQuestion Question(Strictness strictness, long key, long token) => strictness switch
    {
        Strictness.Strong => new(ReadPolicy.Quorum, key),
        Strictness.Session => new(ReadPolicy.Session, key, Token: token),
        _ => new(ReadPolicy.Any, key),
    };

    /// <summary>The primary 80 ms away, the replicas near, 800 ms behind.</summary>
    private static ClusterSettings Settings(Strictness strictness, bool apart) => new(
        [new("primary", DistanceTicks: 80 * Ms), new("r1", 800 * Ms, CutOff: apart, DistanceTicks: 10 * Ms), new("r2", 800 * Ms, CutOff: apart, DistanceTicks: 40 * Ms)],
        strictness is Strictness.Strong ? WritePolicy.Quorum : WritePolicy.Async, ReadQuorum: 2, WriteQuorum: 2);
}
