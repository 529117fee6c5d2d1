using Visualizer.DemoApi.Labs.RateLimiting.Core;

namespace Visualizer.DemoApi.Tests.Labs.RateLimiting.Core.Models;

/// <summary>previous · (1 − f) + current, in fractions.</summary>
internal sealed class SlidingCounterModel(WindowSettings settings) : Model
{
    public override long Quota => settings.Limit;

    public override bool Fits(long now, long cost) => LevelAt(now) + cost <= settings.Limit;

    public override bool IsFresh(long now) => LevelAt(now).Over == 0;

    public override Fraction LevelAt(long now)
    {
        var window = WindowOf(now);
        var f = new Fraction(now, settings.WindowTicks) - (long)window;
        return Used(window - 1) * (1 - f) + Used(window);
    }

    private long Used(decimal window) => Admitted.Where(a => WindowOf(a.At) == window).Sum(a => a.Cost);

    private decimal WindowOf(long now) => decimal.Floor((decimal)now / settings.WindowTicks);
}
