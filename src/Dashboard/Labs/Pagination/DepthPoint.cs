using Visualizer.DemoApi.Labs.Pagination;

namespace Visualizer.Dashboard.Labs.Pagination;

/// <summary>One measured page of the archive.</summary>
/// <param name="Row">How many rows lie before it, 0 to 1,000,000.</param>
/// <param name="Steps">Instructions of SQLite's virtual machine for finding its rows.</param>
/// <param name="Exchange">The exchange's number in the wire; 0 where it is no longer there.</param>
public sealed record DepthPoint(bool ByOffset, long Row, long Steps, double Milliseconds, long Exchange)
{
    /// <summary>Rows of the archive; their ids run from 1 in the order of time.</summary>
    public const long Rows = 1_000_000;

    /// <summary>The point of a page, or null where it tells no depth: another list, a filter, an order by price, an empty page.</summary>
    public static DepthPoint? Of(PageRead page, long exchange)
    {
        if (page is not { List: "archive", Category: null, Ids.Count: > 0 })
            return null;
        long? row = page.Offset ?? page.Sort switch
        {
            "-created_at" => Rows - page.Ids[0],
            "created_at" => page.Ids[0] - 1,
            _ => null,
        };
        return row is { } depth ? new(page.Offset is not null, depth, page.Rows.Steps, page.Rows.Milliseconds, exchange) : null;
    }
}
