namespace Visualizer.DemoApi.Labs.RateLimiting.Core;

/// <summary>
/// Draws a level that falls in steps. When they are too many, steps close together become one slope, true at both its ends;
/// the longest pauses stay flat.
/// </summary>
internal sealed class Stairs(long now, double level)
{
    private const int MaxSlopes = 31; // two points each, and the one at the start: 63

    private readonly record struct Fall(long At, double Before, double After);

    private readonly List<Fall> _falls = [];
    private double _start = level;

    /// <summary>Falls come in order of time; one that is over by now only lowers the start.</summary>
    public void Add(long at, double by)
    {
        if (at <= now)
            _start -= by;
        else if (_falls.Count > 0 && _falls[^1].At == at)
            _falls[^1] = _falls[^1] with { After = _falls[^1].After - by };
        else
            _falls.Add(new(at, Bottom, Bottom - by));
    }

    public IReadOnlyList<LevelPoint> Draw()
    {
        List<LevelPoint> points = [new(now, _start)];
        if (_falls.Count == 0)
            return points;

        var longestPauses = Enumerable.Range(1, _falls.Count - 1)
            .OrderByDescending(i => _falls[i].At - _falls[i - 1].At).Take(MaxSlopes - 1).Order();

        var first = 0;
        foreach (var next in longestPauses.Append(_falls.Count))
        {
            points.Add(new(_falls[first].At, _falls[first].Before));
            points.Add(new(_falls[next - 1].At, _falls[next - 1].After));
            first = next;
        }

        return points;
    }

    private double Bottom => _falls.Count > 0 ? _falls[^1].After : _start;
}
