namespace Visualizer.Dashboard.Stage;

/// <summary>
/// What a view wants drawn in its lanes, as numbers in the order it happened: about 15 bytes a mark on the way to the browser,
/// where strings and markup would be several hundred (docs/decisions.md).
/// </summary>
/// <remarks>
/// A row is <c>code, at, …</c> with <c>code = lane × 16 + kind</c> and times in sandbox milliseconds since <see cref="Origin"/>.
/// A mark is <c>code, at, id</c>: a later row with the same id in the same lane changes that mark.
/// A level is <c>lane × 16 + 15, n, at₁, level₁ … atₙ, levelₙ</c>: it replaces whatever was foretold from at₁ on.
/// A link is <c>lane × 16 + 14, at, id, to, due, number</c>: something leaves a lane, and reaches another when it is due. time-lanes.js reads all three.
/// </remarks>
public sealed class LaneTape(DateTimeOffset origin)
{
    /// <summary>How many rows are kept; the oldest go first.</summary>
    public const int MostRows = 5000;

    private const int LinkCode = 14;
    private const int LevelCode = 15;

    private readonly Queue<double[]> rows = new();
    private long written;

    /// <summary>The instant that the axis calls 0 s.</summary>
    public DateTimeOffset Origin { get; } = origin;

    /// <summary>The number of the next row: a reader that is here has read everything.</summary>
    public long End => written;

    public void Mark(int lane, MarkKind kind, DateTimeOffset at, long id) =>
        Write([(lane * 16) + (int)kind, Math.Round((at - Origin).TotalMilliseconds), id]);

    /// <summary>Something travels from one lane to another, with a number on it; a later link with the same id replaces it.</summary>
    public void Link(int from, DateTimeOffset at, long id, int to, DateTimeOffset due, long number) =>
        Write([(from * 16) + LinkCode, Math.Round((at - Origin).TotalMilliseconds), id, to, Math.Round((due - Origin).TotalMilliseconds), number]);

    public void Level(int lane, LevelForecast forecast)
    {
        var row = new double[2 + (2 * forecast.Corners.Count)];
        (row[0], row[1]) = ((lane * 16) + LevelCode, forecast.Corners.Count);
        for (var i = 0; i < forecast.Corners.Count; i++)
        {
            row[2 + (2 * i)] = Math.Round(forecast.Corners[i].AtMs - OriginMs, 1);
            row[3 + (2 * i)] = Math.Round(forecast.Corners[i].Level, 4);
        }
        Write(row);
    }

    /// <summary>Every kept row from a number on, one behind the other; without the arrivals that were answered meanwhile, and without
    /// levels that a later one replaces whole: ten requests of one instant move a level once.</summary>
    public IReadOnlyList<double> Since(long row)
    {
        var fresh = rows.Skip((int)Math.Max(0, row - (written - rows.Count))).ToList();
        var answered = fresh.Where(r => !IsArrival(r)).Where(r => (int)r[0] % 16 < LinkCode).Select(r => ((int)r[0] / 16, r[2])).ToHashSet();
        var replaced = Replaced(fresh);
        return [.. fresh.Where(r => !replaced.Contains(r)).Where(r => !IsArrival(r) || !answered.Contains(((int)r[0] / 16, r[2]))).SelectMany(r => r)];
    }

    private static HashSet<double[]> Replaced(List<double[]> rows)
    {
        var replaced = new HashSet<double[]>();
        var begins = new Dictionary<double, double>(); // a lane's later levels, by the first instant that they say anew
        foreach (var row in Enumerable.Reverse(rows).Where(r => (int)r[0] % 16 == LevelCode))
        {
            if (begins.TryGetValue(row[0], out var later) && row[2] >= later)
                replaced.Add(row);
            else
                begins[row[0]] = row[2];
        }
        return replaced;
    }

    private static bool IsArrival(double[] row) => (int)row[0] % 16 == (int)MarkKind.InFlight;

    private double OriginMs => Origin.ToUnixTimeMilliseconds();

    private void Write(double[] row)
    {
        rows.Enqueue(row);
        written++;
        if (rows.Count > MostRows)
            rows.Dequeue();
    }
}
