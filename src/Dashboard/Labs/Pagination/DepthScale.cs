namespace Visualizer.Dashboard.Labs.Pagination;

/// <summary>How work is counted on the plot: a scale of powers of ten.</summary>
/// <param name="Lowest">The lowest power of ten.</param>
/// <param name="Highest">The highest.</param>
public sealed record DepthScale(string Key, string Title, int Lowest, int Highest, string Explanation)
{
    public static readonly DepthScale Steps = new("steps", "steps", 1, 7,
        "Steps: instructions of SQLite’s virtual machine for finding the rows, counted by SQLite. Each line is ten times the one below.");

    public static readonly DepthScale Milliseconds = new("ms", "milliseconds", -2, 3,
        "Milliseconds: real time, measured here; it counts whatever else this machine does. Each line is ten times the one below.");

    public static IReadOnlyList<DepthScale> All { get; } = [Steps, Milliseconds];

    public IEnumerable<int> Lines => Enumerable.Range(Lowest, Highest - Lowest + 1);

    public static DepthScale Find(string? key) => All.FirstOrDefault(scale => scale.Key == key) ?? Steps;

    public double Of(DepthPoint point) => Math.Log10(Math.Max(Value(point), 1e-6));

    public double Value(DepthPoint point) => this == Steps ? point.Steps : point.Milliseconds;

    /// <summary>Where a power of ten stands, from 0 at the foot to 1.</summary>
    public double Up(double power) => Math.Clamp((power - Lowest) / (Highest - Lowest), 0, 1);

    public string Word(int power) => this == Steps ? PaginationWords.Number((long)Math.Pow(10, power)) : $"{Math.Pow(10, power):0.##} ms";

    public string Word(DepthPoint? point) => point is null ? "–" : this == Steps ? PaginationWords.Number(point.Steps) : PaginationWords.Milliseconds(point.Milliseconds);
}
