using Visualizer.DemoApi.Labs.RateLimiting.Core;

namespace Visualizer.DemoApi.Tests.Labs.RateLimiting.Core.Models;

/// <summary>All that was admitted in the same window.</summary>
internal sealed class FixedWindowModel(WindowSettings settings) : Model
{
    public override long Quota => settings.Limit;

    public override bool Fits(long now, long cost) => Used(now) + cost <= settings.Limit;

    public override bool IsFresh(long now) => Used(now) == 0;

    public override Fraction LevelAt(long now) => Used(now);

    private long Used(long now) => Admitted.Where(a => WindowOf(a.At) == WindowOf(now)).Sum(a => a.Cost);

    private decimal WindowOf(long now) => decimal.Floor((decimal)now / settings.WindowTicks);
}
