using Microsoft.Data.Sqlite;
using Visualizer.DemoApi.Data;
using Visualizer.DemoApi.Labs.Pagination.Core;
using Visualizer.DemoApi.Paging;

namespace Visualizer.DemoApi.Labs.Pagination;

/// <summary>A page as it was read, and what reading it cost.</summary>
internal sealed record ItemPage(Page<Item> Page, long? Total, StatementWork Rows, StatementWork? Beside);

/// <summary>Reads one page by the queries of Core.</summary>
internal sealed class PageReader(MeasuredQuery query)
{
    public ItemPage Read(ItemRequest asked) => asked.Page.Offset is null ? ByCursor(asked) : ByOffset(asked, asked.Page.Offset.Value);

    private ItemPage ByOffset(ItemRequest asked, long offset)
    {
        var (table, filtered) = (asked.List.Table, asked.Category is not null);
        var (rows, finding) = query.Read(
            OffsetQuery.Rows(table, asked.Order, filtered), ItemOf, ("@limit", asked.Page.Limit), ("@offset", offset), ("@category", asked.Category));
        var (total, counting) = query.Read(OffsetQuery.Count(table, filtered), row => row.GetInt64(0), ("@category", asked.Category));
        return new(new(rows, HasBefore: offset > 0, HasAfter: offset < total[0] - rows.Count), total[0], finding, counting);
    }

    private ItemPage ByCursor(ItemRequest asked)
    {
        var (page, table, filtered) = (asked.Page, asked.List.Table, asked.Category is not null);
        var order = page.Way is Way.Next ? asked.Order : asked.Order.Reversed;
        (string, object?)[] place = [("@value", page.Cursor?.Place.Value), ("@id", page.Cursor?.Place.Id), ("@category", asked.Category)];

        var (rows, finding) = query.Read(RowsSql(asked.List.BreaksTies), ItemOf, [.. place, ("@limit", page.Limit + 1)]);
        if (page.Cursor is null)
            return new(Page<Item>.Cut(rows, page.Limit, Way.Next, left: false), Total: null, finding, Beside: null);
        var (left, looking) = query.Read(BeforeSql(asked.List.BreaksTies), _ => true, place);
        return new(Page<Item>.Cut(rows, page.Limit, page.Way, left.Count > 0), Total: null, finding, looking);

        string RowsSql(bool total) => total
            ? KeysetQuery.Rows(table, order, page.Cursor is not null, filtered)
            : TimestampQuery.Rows(table, order, page.Cursor is not null, filtered);

        string BeforeSql(bool total) => total ? KeysetQuery.AnyBefore(table, order, filtered) : TimestampQuery.AnyBefore(table, order, filtered);
    }

    private static Item ItemOf(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Name = row.GetString(1),
        Category = row.GetString(2),
        PriceCents = row.GetInt64(3),
        CreatedAt = new DateTimeOffset(row.GetInt64(4), TimeSpan.Zero),
    };
}
