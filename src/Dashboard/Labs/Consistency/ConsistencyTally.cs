using Visualizer.DemoApi.Labs.Consistency;

namespace Visualizer.Dashboard.Labs.Consistency;

/// <summary>The numbers of a run.</summary>
public sealed class ConsistencyTally
{
    private const int MostTimes = 1_000;

    private readonly Queue<double> times = new();
    private readonly Dictionary<string, int> broken = new(StringComparer.Ordinal);
    private readonly Dictionary<(long R, long W), (int Reads, int Old)> quorums = [];

    public int Reads { get; private set; }

    /// <summary>Reads whose answer was outdated.</summary>
    public int Old { get; private set; }

    /// <summary>Reads whose client had seen a newer version before.</summary>
    public int Backwards { get; private set; }

    /// <summary>The oldest answer, in sandbox milliseconds.</summary>
    public double OldestMs { get; private set; }

    public int Writes { get; private set; }

    public int WritesRefused { get; private set; }

    public int ReadsRefused { get; private set; }

    /// <summary>How long half of the latest reads took at most, in sandbox milliseconds; null before the first.</summary>
    public double? MedianMs => times.Count == 0 ? null : times.Order().ElementAt((times.Count - 1) / 2);

    /// <summary>Reads that broke a guarantee.</summary>
    public int Broke(string guarantee) => broken.GetValueOrDefault(guarantee);

    /// <summary>What reads did that asked R nodes for what W nodes had when its write was answered.</summary>
    public (int Reads, int Old) Quorum(long r, long w) => quorums.GetValueOrDefault((r, w));

    internal void Wrote() => Writes++;

    internal void RefusedWrite() => WritesRefused++;

    internal void RefusedRead() => ReadsRefused++;

    /// <param name="written">On how many nodes the post's newest version was when its write was answered: a read owes nothing to the setting of today.</param>
    internal void Read(ReadServed read, int written)
    {
        var old = read.Version < read.Newest;
        Reads++;
        Old += old ? 1 : 0;
        Backwards += read.Backwards ? 1 : 0;
        OldestMs = Math.Max(OldestMs, read.AgeMs);
        times.Enqueue(read.LatencyMs);
        if (times.Count > MostTimes)
            times.Dequeue();
        foreach (var guarantee in read.Broke)
            broken[guarantee] = Broke(guarantee) + 1;
        if (read.Read == "quorum")
        {
            var (reads, stale) = Quorum(read.Asked.Count, written);
            quorums[(read.Asked.Count, written)] = (reads + 1, stale + (old ? 1 : 0));
        }
    }
}
