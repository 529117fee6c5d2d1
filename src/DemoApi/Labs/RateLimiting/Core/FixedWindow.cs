namespace Visualizer.DemoApi.Labs.RateLimiting.Core;

/// <summary>
/// Counts what passed in this window and forgets it all at the window's end.
/// Around that edge twice the limit can pass in an instant.
/// </summary>
internal sealed class FixedWindow(WindowSettings settings) : ILimiter
{
    private readonly Lock _gate = new(); // guards the two fields below
    private long _start = long.MinValue;
    private long _used;

    public QuotaPolicy Policy => settings.Policy;

    public Decision Take(long now, long cost)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cost, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cost, settings.Limit);

        lock (_gate)
        {
            var start = settings.StartOf(now);
            if (start > _start)
                (_start, _used) = (start, 0); // an earlier window is only a clock that went back

            var admitted = _used + cost <= settings.Limit;
            if (admitted)
                _used += cost;

            var untilNext = _start + settings.WindowTicks - now;
            return new(admitted, settings.Limit - _used, admitted ? 0 : untilNext, untilNext);
        }
    }

    public IReadOnlyList<LevelPoint> Forecast(long now)
    {
        lock (_gate)
        {
            var end = _start + settings.WindowTicks;
            return _used == 0 || now >= end ? [new(now, 0)] : [new(now, _used), new(end, _used), new(end, 0)];
        }
    }
}
