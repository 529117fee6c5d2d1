namespace Visualizer.DemoApi.Labs.Pagination.Core;

/// <summary>
/// The wrong twin of <see cref="KeysetQuery"/>: it goes on behind a time, not behind a row. Where rows share their time and a page
/// ends among them, the rest of them is never seen. As fast, as steady, and it loses data.
/// </summary>
internal static class TimestampQuery
{
    public static string Rows(string table, SortOrder order, bool fromPlace, bool filtered) =>
        $"""
        SELECT Id, Name, Category, PriceCents, CreatedAt FROM {table}
        {Where.All(fromPlace ? Compare(order.Behind, order) : null, filtered ? Where.Category : null)}
        ORDER BY {order.Column} {order.Direction}
        LIMIT @limit
        """;

    public static string AnyBefore(string table, SortOrder order, bool filtered) =>
        $"""
        SELECT 1 FROM {table}
        {Where.All(Compare($"{order.Reversed.Behind}=", order), filtered ? Where.Category : null)}
        ORDER BY {order.Column} {order.Reversed.Direction}
        LIMIT 1
        """;

    private static string Compare(string sign, SortOrder order) => $"{order.Column} {sign} @value"; // and the rows of the same time?
}
