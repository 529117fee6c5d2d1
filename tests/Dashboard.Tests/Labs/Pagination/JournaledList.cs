using Visualizer.Dashboard.Labs.Pagination;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.Pagination;

namespace Visualizer.Dashboard.Tests.Labs.Pagination;

/// <summary>A journal as the API writes it while a list is read and changed.</summary>
internal sealed class JournaledList
{
    private static readonly StatementWork Work = new("SELECT …", "SEARCH Items", 100, 0.5);

    private readonly List<long> rows = [.. Enumerable.Range(1, 100).Select(id => (long)id).Reverse()];
    private int requests;

    public Journaled Journal { get; } = new Journaled().Started();

    public PaginationView View => new PaginationView().Fold(Journal.Events);

    public JournaledList ByOffset(int offset, int limit = 10)
    {
        var ids = rows.Skip(offset).Take(limit).ToList();
        return Exchange($"/items?limit={limit}&offset={offset}", Page("items", limit, ids) with { Offset = offset, HasMore = offset + ids.Count < rows.Count, Total = rows.Count });
    }

    /// <param name="behind">The row it goes on behind; null for the first page.</param>
    /// <param name="unsafely">By a cursor that takes all rows of the same time for read; here, all rows above 100 tie.</param>
    public JournaledList ByCursor(long? behind, int limit = 10, bool unsafely = false)
    {
        var place = unsafely && behind > 100 ? 101 : behind;
        var ids = rows.Where(id => place is null || id < place).Take(limit).ToList();
        var more = ids.Count > 0 && rows[^1] < ids[^1];
        var (list, cursor) = (unsafely ? "unsafe/items" : "items", behind is null ? null : new CursorPlace("next", 0, unsafely ? null : behind));
        return Exchange(
            $"/{list}?limit={limit}{(behind is null ? "" : $"&cursor=c{behind}")}",
            Page(list, limit, ids) with { Cursor = cursor, HasMore = more },
            more ? $"</s/x/api/{list}?limit={limit}>; rel=\"first\", </s/x/api/{list}?limit={limit}&cursor=c{ids[^1]}>; rel=\"next\"" : null);
    }

    public JournaledList Archive(long? offset, long firstId, long steps, string sort = "-created_at") => Exchange(
        "/archive", Page("archive", 20, [firstId]) with { Sort = sort, Offset = offset, Rows = Work with { Steps = steps } });

    public JournaledList Add(int count)
    {
        for (; count > 0; count--)
        {
            rows.Insert(0, rows.Count == 0 ? 101 : Math.Max(100, rows[0]) + 1);
            Exchange("/items", new ItemAdded(new(rows[0], "Lamp", "office", 1, Journaled.Start), rows.Count), method: "POST");
        }

        return this;
    }

    public JournaledList Remove(params IReadOnlyList<long> ids)
    {
        foreach (var id in ids)
        {
            rows.Remove(id);
            Exchange($"/items/{id}", new ItemRemoved(id, rows.Count), method: "DELETE");
        }

        return this;
    }

    /// <summary>Removes the newest.</summary>
    public JournaledList RemoveNewest(int count) => Remove([.. rows.Take(count)]);

    private static PageRead Page(string list, int limit, IReadOnlyList<long> ids) => new(list, "-created_at", null, limit, null, null, ids, false, null, Work, null);

    private JournaledList Exchange(string path, IEventData happened, string? link = null, string method = "GET")
    {
        var id = $"r{++requests}";
        Journal.Add(requests, new RequestReceived(method, path, "HTTP/1.1", [], new(true, "Visualizer-Page/1.0")), "pagination", id);
        Journal.Add(requests, happened, "pagination", id);
        Journal.Add(requests, new ResponseSent(200, link is null ? [] : [new("Link", link)], CapturedBody.None, CapturedBody.None, 1), "pagination", id);
        return this;
    }
}
