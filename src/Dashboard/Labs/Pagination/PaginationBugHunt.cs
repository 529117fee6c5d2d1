using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.Pagination;

/// <summary>Paging by cursor as it is often written, and what is wrong with it.</summary>
internal static class PaginationBugHunt
{
    public static readonly BugHunt Hunt = new(
        "A feed by cursor, short and plausible.",
        """
        app.MapGet("/items", async (int limit, string? cursor, Shop shop) =>
        {
            IQueryable<Item> items = shop.Items;
            if (cursor is not null)
            {
                var last = DateTime.Parse(Text(Convert.FromBase64String(cursor)));
                items = items.Where(item => item.CreatedAt < last);
            }
            items = items.OrderByDescending(item => item.CreatedAt);
            var page = await items.Take(limit).ToListAsync();
            var next = Convert.ToBase64String(Bytes($"{page[^1].CreatedAt}"));
            return new { page, next, more = page.Count == limit };
        });
        """,
        [
            new(1, "Nobody bounds limit: -1 is an error of the server, and a million is its end. Read 1 to 100, and say 400 to the rest."),
            new(6, "Whatever a client makes up is parsed: nonsense is a 500 where 400 is due. And it is not signed, so a client may stand anywhere it likes."),
            new(7, "The time alone is no place: rows that share it with the last row of the page are passed over. Compare (created_at, id)."),
            new(9, "The order is not total: rows that tie may come in any order, another one for each page."),
            new(11, "An empty page has no last row. The time is written without its fractions, so rows of that very second come again or never. And + and / of Base64 do not survive an address."),
            new(12, "A last page that happens to be full says that there is more. Ask for limit + 1 rows; the one too many is the answer."),
        ]);
}
