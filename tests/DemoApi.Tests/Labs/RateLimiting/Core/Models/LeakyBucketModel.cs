using Visualizer.DemoApi.Labs.RateLimiting.Core;

namespace Visualizer.DemoApi.Tests.Labs.RateLimiting.Core.Models;

/// <summary>A real queue: it knows when each request leaves, and counts who is still there.</summary>
internal sealed class LeakyBucketModel(LeakyBucketSettings settings) : Model
{
    private readonly Fraction _apart = (Fraction)TimeSpan.TicksPerSecond / Fraction.Of(settings.LeakPerSecond);

    public override long Quota => settings.Queue + 1;

    public override bool Fits(long now, long cost)
    {
        var departures = Departures();
        var joining = departures.Count(at => at > now) + cost;
        var isFree = departures.Count == 0 || departures[^1] + _apart <= now;
        return isFree ? joining <= settings.Queue + 1 : joining <= settings.Queue; // if free, the first of them leaves at once
    }

    public override bool IsFresh(long now) => Departures() is var all && (all.Count == 0 || all[^1] + _apart <= now);

    /// <summary>How many wait.</summary>
    public override Fraction LevelAt(long now) => Departures().Count(at => at > now);

    /// <summary>Each leaves at once if it can, otherwise one distance behind the one before.</summary>
    public List<Fraction> Departures()
    {
        List<Fraction> departures = [];
        foreach (var (at, _) in Admitted)
            departures.Add(departures.Count == 0 ? at : Fraction.Max(at, departures[^1] + _apart));
        return departures;
    }
}
