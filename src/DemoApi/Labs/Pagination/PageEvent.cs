using Visualizer.DemoApi.Paging;

namespace Visualizer.DemoApi.Labs.Pagination;

/// <summary>Tells a page to the journal.</summary>
internal static class PageEvent
{
    public static PageRead Of(ItemRequest asked, ItemPage read) => new(
        asked.List.Name, asked.Page.Sort, asked.Category, asked.Page.Limit, asked.Page.Offset, Of(asked.Page.Cursor),
        [.. read.Page.Rows.Select(row => row.Id)], read.Page.HasAfter, read.Total, read.Rows, read.Beside);

    private static CursorPlace? Of(Cursor? cursor) =>
        cursor is null ? null : new(cursor.Way is Way.Next ? "next" : "prev", cursor.Place.Value, cursor.Place.Id);
}
