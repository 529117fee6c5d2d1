namespace Visualizer.DemoApi.Labs.RateLimiting.Core;

/// <summary>Draws a level that falls step by step. More steps than <see cref="MaxPoints"/> can show become a slope through evenly chosen ones, each of them true.</summary>
internal sealed class Stairs(long now, double level)
{
    public const int MaxPoints = 64;

    private readonly List<LevelPoint> _steps = [new(now, level)]; // the level from each instant on

    /// <summary>Steps must come in order of time; those that are over lower the start.</summary>
    public void Fall(long at, double by)
    {
        var last = _steps[^1];
        if (at <= last.At) _steps[^1] = last with { Level = last.Level - by };
        else _steps.Add(new(at, last.Level - by));
    }

    public IReadOnlyList<LevelPoint> Draw()
    {
        var falls = _steps.Count - 1;
        if (2 * falls < MaxPoints) return [_steps[0], .. _steps.Zip(_steps.Skip(1), Jump).SelectMany(jump => jump)];
        var slopes = Math.Min(falls, MaxPoints - 1);
        return [.. Enumerable.Range(0, slopes + 1).Select(i => _steps[falls * i / slopes])];
    }

    private static LevelPoint[] Jump(LevelPoint from, LevelPoint to) => [new(to.At, from.Level), to];
}
