using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Data.Archive;
using Visualizer.DemoApi.Paging;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.Pagination;

/// <summary>How the archive is coming along, and a way into its depth.</summary>
internal static class ArchiveControl
{
    public static IResult Report(Archive archive) => TypedResults.Json(StateOf(archive), WireJson.Options);

    /// <summary>A cursor deep in the archive without walking there, for measuring. It is found by offset, so it costs what offset costs.</summary>
    public static async Task<IResult> CursorAtAsync(Sandbox sandbox, HttpContext http, Archive archive, TimeProvider real)
    {
        var query = new Query(http.Request);
        var row = query.Integer("row", 1, ArchiveFile.Rows, otherwise: 1);
        var sort = query.OneOf("sort", ItemList.Archive.Sorts[0], [.. ItemList.Archive.Sorts]);
        if (query.Problem is { } wrong)
            return wrong;
        if (!archive.Demand())
            return NotReady(archive);

        var list = ItemList.Archive.Filtered(category: null);
        var asked = new ItemRequest(ItemList.Archive, new PageRequest(list, Limit: 1, sort, Offset: row - 1, Cursor: null), Category: null);
        using var turn = await archive.EnterAsync(http.RequestAborted);
        using var shop = archive.OpenBeside(sandbox.Shop);
        var found = new PageReader(new(shop, real)).Read(asked).Page.Rows[0];
        var cursor = CursorCodec.Of(sandbox).Write(list, new(sort, Way.Next, asked.PlaceOf(found)));
        return TypedResults.Json(new ArchiveCursor(row, sort, cursor), WireJson.Options);
    }

    public static Problem NotReady(Archive archive) => new(ProblemTypes.NotReady,
        $"The archive is being written: {archive.Written} of {ArchiveFile.Rows} rows so far. It happens once, and takes seconds.")
    {
        Headers = { RetryAfter = "1" },
        Details = StateOf(archive),
    };

    private static ArchiveReport StateOf(Archive archive) => new(archive.Demand(), archive.Written, ArchiveFile.Rows);
}
