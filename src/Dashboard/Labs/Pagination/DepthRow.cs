namespace Visualizer.Dashboard.Labs.Pagination;

/// <summary>What one depth took, both ways.</summary>
/// <param name="Rows">Rows before the page.</param>
/// <param name="Times">How many times the work of the cursor the offset took; empty where one is missing.</param>
internal sealed record DepthRow(long Rows, string Offset, string Cursor, string Times)
{
    private const int Most = 7;

    /// <summary>The newest measurement of each depth, the deepest first.</summary>
    public static IReadOnlyList<DepthRow> Of(IReadOnlyList<DepthPoint> points, DepthScale scale) =>
    [
        .. points.GroupBy(point => point.Row).OrderByDescending(depth => depth.Key).Take(Most).Select(depth =>
        {
            var (offset, cursor) = (depth.LastOrDefault(p => p.ByOffset), depth.LastOrDefault(p => !p.ByOffset));
            return new DepthRow(depth.Key, scale.Word(offset), scale.Word(cursor), Ratio(offset, cursor, scale));
        }),
    ];

    private static string Ratio(DepthPoint? offset, DepthPoint? cursor, DepthScale scale)
    {
        if (offset is null || cursor is null || scale.Value(cursor) <= 0)
            return "";
        var times = scale.Value(offset) / scale.Value(cursor);
        return times >= 10 ? $"{PaginationWords.Number((long)Math.Round(times))} ×" : $"{times:0.#} ×";
    }
}
