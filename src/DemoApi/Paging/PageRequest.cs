using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Paging;

/// <summary>Which page of a list is asked for: behind a cursor, behind so many rows, or, with neither, the first by cursor.</summary>
/// <param name="Limit">1 to 100 rows.</param>
/// <param name="Sort">The order of the list; the cursor's own where the request leaves it out.</param>
/// <param name="Offset">Rows to skip; null in a walk by cursor.</param>
internal sealed record PageRequest(PagedList List, int Limit, string Sort, long? Offset, Cursor? Cursor)
{
    public const int MaxLimit = 100;
    public const int DefaultLimit = 20;

    /// <summary>Which way the walk goes; the first page is a step forward.</summary>
    public Way Way => Cursor?.Way ?? Way.Next;

    /// <summary>Reads <c>limit</c>, <c>sort</c>, <c>offset</c> and <c>cursor</c>. A handler takes its own parameters out of the same query first.</summary>
    public static Read<PageRequest> Read(HttpContext http, Query query, PagedList list)
    {
        var limit = (int)query.Integer("limit", 1, MaxLimit, DefaultLimit);
        var sort = query.OneOf("sort", list.Sorts[0], [.. list.Sorts]);
        var offset = query.Integer("offset", 0, long.MaxValue);
        if (offset is not null && !list.TakesOffset)
            query.Refuse("offset", "This list is walked by cursor alone; leave offset out.");
        if (query.Problem is { } wrong)
            return wrong;

        var asked = new PageRequest(list, limit, sort, offset, Cursor: null);
        return http.Request.Query.TryGetValue("cursor", out var sent) ? asked.From(http, sent.Count == 1 ? sent[0] ?? "" : "") : asked;
    }

    private Read<PageRequest> From(HttpContext http, string text)
    {
        if (Offset is not null)
            return Refuse("Go on by cursor or by offset, not by both.", "offset");
        if (CursorCodec.Of(http.Sandbox()).Read(List, text) is not { } cursor)
            return Refuse("This cursor was not made here for this list, or it was changed on the way.");
        if (http.Request.Query.ContainsKey("sort") && Sort != cursor.Sort)
            return Refuse($"This cursor belongs to sort={cursor.Sort}; go on in that order, or begin at the first page.", "sort");
        return this with { Sort = cursor.Sort, Cursor = cursor };
    }

    private static Problem Refuse(string detail, string? besides = null) => Problem.Of(
        ProblemTypes.InvalidCursor, [Violation.InQuery("cursor", detail), .. besides is null ? [] : (Violation[])[Violation.InQuery(besides, detail)]]);
}
