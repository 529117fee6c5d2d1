using Visualizer.DemoApi.Labs.RateLimiting.Core;

namespace Visualizer.DemoApi.Tests.Labs.RateLimiting.Core.Models;

/// <summary>Fill up to each admitted request in turn, take its cost out, go on.</summary>
internal sealed class TokenBucketModel(TokenBucketSettings settings) : Model
{
    private readonly Fraction _perTick = Fraction.Of(settings.RefillPerSecond) / TimeSpan.TicksPerSecond;

    public override long Quota => settings.Capacity;

    public override bool Fits(long now, long cost) => LevelAt(now) >= cost;

    public override bool IsFresh(long now) => LevelAt(now) >= settings.Capacity;

    public override Fraction LevelAt(long now)
    {
        Fraction level = settings.Capacity;
        var last = now;
        foreach (var (at, cost) in Admitted)
        {
            level = Filled(level, at - last) - cost;
            last = at;
        }

        return Filled(level, now - last);
    }

    private Fraction Filled(Fraction level, long ticks) =>
        ticks <= 0 ? level : Fraction.Min(settings.Capacity, level + _perTick * ticks);
}
