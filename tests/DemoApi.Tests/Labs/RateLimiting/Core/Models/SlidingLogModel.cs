using Visualizer.DemoApi.Labs.RateLimiting.Core;

namespace Visualizer.DemoApi.Tests.Labs.RateLimiting.Core.Models;

/// <summary>All that was admitted in (now − window, now].</summary>
internal sealed class SlidingLogModel(WindowSettings settings) : Model
{
    public override long Quota => settings.Limit;

    public override bool Fits(long now, long cost) => Used(now) + cost <= settings.Limit;

    public override bool IsFresh(long now) => Used(now) == 0;

    public override Fraction LevelAt(long now) => Used(now);

    private long Used(long now) => Admitted.Where(a => a.At > now - settings.WindowTicks && a.At <= now).Sum(a => a.Cost);
}
