namespace Visualizer.DemoApi.Labs.RateLimiting.Core;

/// <summary>
/// Two counts instead of a log: this window's, and the previous one's by the share of it that a window ending now still covers.
/// An estimate: it takes the previous requests as evenly spread, so with bad luck one less than twice the limit passes.
/// </summary>
internal sealed class SlidingCounter(WindowSettings settings) : ILimiter
{
    private readonly record struct Counts(long Start, long Previous, long Current);

    private readonly Lock _gate = new(); // guards the two fields below
    private Counts _counts = new(long.MinValue, 0, 0);
    private long _latest = long.MinValue;

    public QuotaPolicy Policy => settings.Policy;

    private long Window => settings.WindowTicks;

    public Decision Take(long now, long cost)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cost, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cost, settings.Limit);

        lock (_gate)
        {
            _latest = Math.Max(_latest, now); // a clock that went back stands still
            _counts = CountsAt(_latest);

            var free = settings.Limit * Window - Estimate(_counts, _latest);
            var admitted = cost * Window <= free;
            if (admitted)
                (_counts, free) = (_counts with { Current = _counts.Current + cost }, free - cost * Window);

            var end = _counts.Start + Window;
            var empty = _counts.Current > 0 ? end + Window : end;
            return new(admitted, free / Window, admitted ? 0 : RoomFor(cost, end) - now, empty - now);
        }
    }

    public IReadOnlyList<LevelPoint> Forecast(long now)
    {
        lock (_gate)
        {
            var resumes = Math.Max(_latest, now);
            var counts = CountsAt(resumes);
            var level = Estimate(counts, resumes) / (double)Window;
            if (level == 0)
                return [new(now, 0)];
            var end = counts.Start + Window;
            LevelPoint[] falling = [new(resumes, level), new(end, counts.Current), new(end + Window, 0)];
            return resumes > now ? [new(now, level), .. falling] : falling;
        }
    }

    private Counts CountsAt(long now)
    {
        var start = settings.StartOf(now);
        if (start == _counts.Start)
            return _counts;
        return new(start, start - Window == _counts.Start ? _counts.Current : 0, 0);
    }

    /// <summary>Previous · (1 − f) + current, times the window's ticks: a whole number, so that it compares exactly.</summary>
    private long Estimate(Counts counts, long now) => counts.Previous * (counts.Start + Window - now) + counts.Current * Window;

    private long RoomFor(long cost, long end)
    {
        var forPrevious = settings.Limit - _counts.Current - cost;
        return forPrevious >= 0
            ? FadedTo(forPrevious, _counts.Previous, end)
            : FadedTo(settings.Limit - cost, _counts.Current, end + Window); // when this window has become the previous one
    }

    /// <summary>When a previous <paramref name="count"/> weighs no more than a share, in the window with that end.</summary>
    private long FadedTo(long share, long count, long end) => end - share * Window / count;
}
