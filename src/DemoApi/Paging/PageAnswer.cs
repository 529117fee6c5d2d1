using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Paging;

/// <summary>Answers with a page: the body and the <c>Link</c> header tell the same ways on.</summary>
internal static class PageAnswer
{
    /// <param name="place">The place of a row: what it is sorted by, and its id.</param>
    /// <param name="show">The row as the client sees it.</param>
    public static IResult ByCursor<TRow, TShown>(
        HttpContext http, PageRequest asked, Page<TRow> page, Func<TRow, Place> place, Func<TRow, TShown> show)
    {
        var codec = CursorCodec.Of(http.Sandbox());
        // An empty page has no row to take a place from: what stood here is gone, and the way on is the first page.
        var next = page is { HasAfter: true, Rows.Count: > 0 } ? Write(Way.Next, page.Rows[^1]) : null;
        var prev = page is { HasBefore: true, Rows.Count: > 0 } ? Write(Way.Prev, page.Rows[0]) : null;

        var links = new PageLinks(http.Request);
        links.Add("first", asked.Cursor is null ? [] : [("sort", asked.Sort)]); // a cursor knows its order, an address without one must name it
        links.AddWhere(prev is not null, "prev", ("cursor", prev!));
        links.AddWhere(next is not null, "next", ("cursor", next!));
        links.Write(http.Response);
        return TypedResults.Json(new CursorPage<TShown>([.. page.Rows.Select(show)], next, prev, next is not null), WireJson.Options);

        string Write(Way way, TRow row) => codec.Write(asked.List, new(asked.Sort, way, place(row)));
    }

    /// <param name="total">Rows of the whole list.</param>
    public static IResult ByOffset<TShown>(HttpContext http, PageRequest asked, IReadOnlyList<TShown> rows, long total)
    {
        var (limit, offset) = (asked.Limit, asked.Offset.GetValueOrDefault());
        var last = total == 0 ? 0 : (total - 1) / limit * limit;
        var links = new PageLinks(http.Request);
        links.Add("first", At(0));
        links.AddWhere(offset > 0, "prev", At(Math.Min(Math.Max(0, offset - limit), last)));
        links.AddWhere(offset < total - limit, "next", At(offset < total - limit ? offset + limit : 0));
        links.Add("last", At(last));
        links.Write(http.Response);
        return TypedResults.Json(new OffsetPage<TShown>(rows, offset, limit, total), WireJson.Options);

        static (string, string) At(long offset) => ("offset", $"{offset}");
    }
}
