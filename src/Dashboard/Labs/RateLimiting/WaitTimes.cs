namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>How long requests waited: the last thousand, so that it stays small.</summary>
public sealed class WaitTimes
{
    public const int Most = 1_000;

    private readonly Queue<double> last = new();

    public void Add(double milliseconds)
    {
        last.Enqueue(milliseconds);
        if (last.Count > Most)
            last.Dequeue();
    }

    /// <summary>The wait that so many of a hundred did not exceed (nearest rank: one that did happen); null before the first.</summary>
    public double? Percentile(int percent) =>
        last.Count == 0 ? null : last.Order().ElementAt((int)Math.Ceiling(last.Count * percent / 100.0) - 1);
}
