using FsCheck;
using FsCheck.Fluent;
using Visualizer.DemoApi.Labs.Consistency.Core;

namespace Visualizer.DemoApi.Tests.Labs.Consistency.Core;

/// <summary>One thing that happens in a schedule; the numbers are folded into what there is.</summary>
public readonly record struct Step(byte What, byte Who, byte Key, byte Later);

/// <summary>How the clients of a run read, and how the cluster is set.</summary>
internal sealed record Policy(ReadPolicy Read, WritePolicy Write = WritePolicy.Async, int R = 1, int W = 1, bool InOrder = true, bool Monotonic = false, long MaxAgeTicks = long.MaxValue)
{
    /// <summary>Whether the client shows the tokens of its reads.</summary>
    public bool ShowsTokens => Monotonic || Read is ReadPolicy.Session;

    /// <summary>Whether it shows those of its writes as well.</summary>
    public bool ShowsItsWrites => Read is ReadPolicy.Session;
}

/// <summary>Plays a schedule on a cluster, with three clients, three keys, pauses and partitions, and lets the checker watch.</summary>
internal sealed class Run
{
    public const long Millisecond = TimeSpan.TicksPerMillisecond;
    public const long Bound = 500 * Millisecond;

    private static readonly string[] Names = ["primary", "r1", "r2"];

    private readonly GuaranteeChecker _checker = new(Bound);
    private readonly long[] _tokens = new long[3];
    private readonly Policy _policy;
    private readonly bool[] _paused = new bool[3];
    private readonly bool[] _cut = new bool[3];
    private long _now = SandboxStart;

    public Run(Policy policy)
    {
        _policy = policy;
        Cluster = new Cluster(Settings());
    }

    public const long SandboxStart = 638_000_000_000_000_000;

    public Cluster Cluster { get; }

    public List<(Observation Read, Breach Breach)> Breaches { get; } = [];

    public IEnumerable<Guarantee> Broken => Breaches.Select(b => b.Breach.Guarantee).Distinct();

    public int Reads { get; private set; }

    public int Refused { get; private set; }

    public static Run Of(Policy policy, IEnumerable<Step> steps)
    {
        var run = new Run(policy);
        foreach (var step in steps)
            run.Play(step);
        return run;
    }

    /// <summary>Heals and resumes everything, and waits for the slowest.</summary>
    public void Settle()
    {
        Array.Clear(_paused);
        Array.Clear(_cut);
        Cluster.Configure(_now, Settings());
        Pass(1_000);
    }

    private void Play(Step step)
    {
        Pass(step.Later % 4 * 60);
        var (client, key) = (step.Who % 3, 1 + (step.Key % 3));
        switch (step.What % 16)
        {
            case < 6:
                Write(client, key);
                break;
            case < 13:
                Read(client, key);
                break;
            case 13:
                Toggle(_paused, 1 + (step.Who % 2));
                break;
            default:
                Toggle(_cut, step.Who % 3);
                break;
        }
    }

    private void Write(int client, long key)
    {
        if (Cluster.Write(_now, key) is not WriteDecision.Accepted accepted)
        {
            Refused++;
            return;
        }

        _checker.Observe(new(true, $"c{client}", Names[0], key, accepted.Entry.Version, accepted.Entry.Lsn, _now, _now));
        if (_policy.ShowsItsWrites)
            _tokens[client] = Math.Max(_tokens[client], accepted.Entry.Lsn);
    }

    private void Read(int client, long key)
    {
        var (invoked, token) = (_now, _policy.ShowsTokens ? _tokens[client] : 0);
        var question = new ReadQuestion(_policy.Read, key, Token: token, Monotonic: _policy.Monotonic, MaxAgeTicks: _policy.MaxAgeTicks);
        var decision = Cluster.Read(_now, question);
        if (decision is ReadDecision.Behind { ExpectedAt: { } at } behind && at <= invoked + (2_000 * Millisecond))
        {
            Pass((at - _now) / Millisecond);
            decision = Cluster.Read(_now, question with { Node = behind.Node });
            Assert.IsType<ReadDecision.Served>(decision); // it came when it was said to come
        }

        if (decision is not ReadDecision.Served served)
        {
            Refused++;
            return;
        }

        Reads++;
        var seen = new Observation(false, $"c{client}", served.Node, key, served.Version, 0, invoked, _now);
        Breaches.AddRange(_checker.Observe(seen).Select(b => (seen, b)));
        _tokens[client] = Math.Max(_tokens[client], served.Token);
    }

    private void Toggle(bool[] nodes, int node)
    {
        nodes[node] = !nodes[node] && nodes.Count(n => n) < 2;
        Cluster.Configure(_now, Settings());
        Cluster.Receive(_now);
    }

    private void Pass(long milliseconds)
    {
        _now += milliseconds * Millisecond;
        while (Cluster.NextArrival is { } next && next <= _now)
            Cluster.Receive(next);
    }

    private ClusterSettings Settings() => new(
        [.. Names.Select((name, i) => new NodeSettings(name, i * 240 * Millisecond, _paused[i], _cut[i]))], _policy.Write, _policy.R, _policy.W, _policy.InOrder);
}

/// <summary>Random schedules: FsCheck's, which shrink, and a long fixed series to find witnesses in.</summary>
internal static class Schedules
{
    public static Arbitrary<Step[]> Any { get; } = ArbMap.Default.ArbFor<(byte, byte, byte, byte)[]>()
        .Convert(all => all.Select(s => new Step(s.Item1, s.Item2, s.Item3, s.Item4)).ToArray(), all => [.. all.Select(s => (s.What, s.Who, s.Key, s.Later))]);

    public static IEnumerable<Step[]> Series => Enumerable.Range(1, 20_000).Select(seed =>
    {
        var bytes = new byte[4 * 40];
        new Random(seed).NextBytes(bytes);
        return bytes.Chunk(4).Select(b => new Step(b[0], b[1], b[2], b[3])).ToArray();
    });
}
