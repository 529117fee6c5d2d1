namespace Visualizer.Dashboard.Stage;

/// <summary>One corner of a level over sandbox time.</summary>
/// <param name="AtMs">Milliseconds of sandbox time since the Unix epoch.</param>
public readonly record struct LevelPoint(double AtMs, double Level);

/// <summary>How a level goes on if nothing else happens: straight between its corners, two corners at one instant are a jump.</summary>
public sealed record LevelForecast(IReadOnlyList<LevelPoint> Corners)
{
    private const double SameLevel = 1e-6;

    public static readonly LevelForecast None = new([]);

    /// <summary>The level at a sandbox time in Unix milliseconds; at a jump the value behind it, outside the corners the nearest one.</summary>
    public double LevelAt(double atMs)
    {
        if (Corners.Count == 0)
            return 0;
        var next = 0;
        while (next < Corners.Count && Corners[next].AtMs <= atMs)
            next++;
        if (next == 0)
            return Corners[0].Level;
        var a = Corners[next - 1];
        if (next == Corners.Count)
            return a.Level;
        var b = Corners[next];
        return a.Level + ((b.Level - a.Level) * (atMs - a.AtMs) / (b.AtMs - a.AtMs));
    }

    /// <summary>The same forecast told from a later instant on.</summary>
    public LevelForecast From(double atMs) =>
        new([new LevelPoint(atMs, LevelAt(atMs)), .. Corners.Where(c => c.AtMs > atMs)]);

    /// <summary>True where this forecast only repeats what <paramref name="earlier"/> foretold: nothing then needs to be drawn anew.</summary>
    public bool Repeats(LevelForecast earlier)
    {
        if (Corners.Count == 0 || earlier.Corners.Count == 0)
            return Corners.Count == earlier.Corners.Count;
        var expected = earlier.From(Corners[0].AtMs).Corners;
        return expected.Count == Corners.Count
            && expected.Zip(Corners).All(p => Math.Abs(p.First.AtMs - p.Second.AtMs) < 1e-3 && Math.Abs(p.First.Level - p.Second.Level) < SameLevel);
    }
}
