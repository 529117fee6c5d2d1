namespace Visualizer.DemoApi.Labs.RateLimiting.Core;

/// <summary>
/// Remembers every admitted request for exactly one window.
/// No span of that length ever sees more than the limit; the price is the memory.
/// </summary>
internal sealed class SlidingLog(WindowSettings settings) : ILimiter
{
    private readonly record struct Entry(long Expires, long Cost);

    private readonly Lock _gate = new(); // guards the four fields below
    private readonly Queue<Entry> _log = new(); // oldest first
    private long _used; // the sum of their costs
    private long _newest; // when the last of them expires
    private long _latest = long.MinValue;

    public QuotaPolicy Policy => settings.Policy;

    public Decision Take(long now, long cost)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cost, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cost, settings.Limit);

        lock (_gate)
        {
            _latest = Math.Max(_latest, now); // a clock that went back stands still, else the log would lose its order
            while (_log.TryPeek(out var oldest) && oldest.Expires <= _latest)
                _used -= _log.Dequeue().Cost;

            var admitted = _used + cost <= settings.Limit;
            if (admitted)
            {
                _newest = _latest + settings.WindowTicks;
                _log.Enqueue(new(_newest, cost));
                _used += cost;
            }

            return new(admitted, settings.Limit - _used, admitted ? 0 : RoomFor(cost) - now, _newest - now);
        }
    }

    public IReadOnlyList<LevelPoint> Forecast(long now)
    {
        lock (_gate)
        {
            var stairs = new Stairs(now, _used);
            foreach (var entry in _log)
                stairs.Add(entry.Expires, entry.Cost);
            return stairs.Draw();
        }
    }

    /// <summary>When enough of the oldest have expired, and not one more.</summary>
    private long RoomFor(long cost)
    {
        var used = _used;
        return _log.First(oldest => (used -= oldest.Cost) + cost <= settings.Limit).Expires;
    }
}
