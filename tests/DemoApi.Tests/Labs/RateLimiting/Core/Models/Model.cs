namespace Visualizer.DemoApi.Tests.Labs.RateLimiting.Core.Models;

/// <summary>An algorithm said as plainly as possible: it keeps all that was ever admitted and counts it again for each question.</summary>
internal abstract class Model
{
    protected List<(long At, long Cost)> Admitted { get; } = [];

    private long _latest = long.MinValue;

    public abstract long Quota { get; }

    public bool Take(long now, long cost)
    {
        Advance(now);
        var fits = Fits(_latest, cost);
        if (fits) Admitted.Add((_latest, cost));
        return fits;
    }

    /// <summary>Time never goes back.</summary>
    public long Advance(long now) => _latest = Math.Max(_latest, now);

    public long RemainingAt(long now)
    {
        long cost = 0;
        while (Fits(now, cost + 1)) cost++;
        return cost;
    }

    /// <summary>Would this be admitted at that time, if nothing else happened until then?</summary>
    public abstract bool Fits(long now, long cost);

    /// <summary>Is everything there again?</summary>
    public abstract bool IsFresh(long now);

    /// <summary>What the picture shows.</summary>
    public abstract Fraction LevelAt(long now);
}
