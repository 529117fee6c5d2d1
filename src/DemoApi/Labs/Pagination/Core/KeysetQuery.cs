namespace Visualizer.DemoApi.Labs.Pagination.Core;

/// <summary>
/// Pages by place: the rows behind the last one seen. The index on (column, id) leads straight there, at row 900,000 as at row 0,
/// and rows that come or go elsewhere move nothing.
/// </summary>
internal static class KeysetQuery
{
    /// <summary>
    /// The rows behind a place, or the first rows. Ask for one more than the page holds: it tells whether the list goes on.
    /// To walk back, ask in the reversed order and reverse the rows.
    /// </summary>
    public static string Rows(string table, SortOrder order, bool fromPlace, bool filtered) =>
        $"""
        SELECT Id, Name, Category, PriceCents, CreatedAt FROM {table}
        {Where.All(fromPlace ? Compare(order.Behind, order) : null, filtered ? Where.Category : null)}
        ORDER BY {order.Column} {order.Direction}, Id {order.Direction}
        LIMIT @limit
        """;

    /// <summary>Whether any row is left on the side that the walk came from, the place itself included.</summary>
    public static string AnyBefore(string table, SortOrder order, bool filtered) =>
        $"""
        SELECT 1 FROM {table}
        {Where.All(Compare($"{order.Reversed.Behind}=", order), filtered ? Where.Category : null)}
        ORDER BY {order.Column} {order.Reversed.Direction}, Id {order.Reversed.Direction}
        LIMIT 1
        """;

    // A row value. "a < @a OR (a = @b AND id < @id)", as ORMs write it with one parameter each, says the same, and SQLite no longer searches.
    private static string Compare(string sign, SortOrder order) => $"({order.Column}, Id) {sign} (@value, @id)";
}
