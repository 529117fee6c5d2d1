namespace Visualizer.DemoApi.Labs.Pagination.Core;

/// <summary>
/// Pages by number: skip so many rows, take the next. The database walks over every row it skips, and a number means another row
/// as soon as rows come or go before it. In return it can jump to page 50 and say how many there are.
/// </summary>
internal static class OffsetQuery
{
    public static string Rows(string table, SortOrder order, bool filtered) =>
        $"""
        SELECT Id, Name, Category, PriceCents, CreatedAt FROM {table}
        {Where.All(filtered ? Where.Category : null)}
        ORDER BY {order.Column} {order.Direction}, Id {order.Direction}
        LIMIT @limit OFFSET @offset
        """;

    /// <summary>The total behind "page 3 of 12": it looks at the whole list, for every page.</summary>
    public static string Count(string table, bool filtered) =>
        $"""
        SELECT COUNT(*) FROM {table}
        {Where.All(filtered ? Where.Category : null)}
        """;
}
