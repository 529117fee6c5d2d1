namespace Visualizer.Dashboard.Labs.Pagination;

/// <summary>One walker's picture of the list, short enough to be sent with every delivery.</summary>
/// <param name="States">A character a row, newest first: how often it was returned (at most 9), <c>s</c> where it passed by unseen, <c>n</c> where it arrived after the walk began.</param>
/// <param name="From">The window's first row.</param>
/// <param name="Count">The window's rows; 0 hides it.</param>
/// <param name="Page">The page's number in the walk.</param>
internal sealed record WalkPicture(string Key, string States, int From, int Count, int Page)
{
    /// <summary>More rows than can be told apart are not drawn.</summary>
    public const int MostRows = 400;

    public static IEnumerable<WalkPicture> Of(PaginationView view) => view.Walkers.Select(walker =>
    {
        var rows = view.List.Rows;
        var skipped = walker.Skipped.ToHashSet();
        var (from, count) = walker.Window(rows);
        return new WalkPicture(walker.Key, string.Concat(rows.Take(MostRows).Select(StateOf)), from, count, walker.Pages);

        char StateOf(long id) =>
            walker.TimesSeen(id) is > 0 and var times ? (char)('0' + Math.Min(times, 9))
            : skipped.Contains(id) ? 's'
            : walker.Page is not null && !walker.WasThereAtTheStart(id) ? 'n'
            : '0';
    });

    /// <summary>Ids in runs: [103, 1] is 103, 102 … 1.</summary>
    public static IReadOnlyList<long[]> Ranges(IReadOnlyList<long> rows)
    {
        var runs = new List<long[]>();
        foreach (var id in rows.Take(MostRows))
        {
            if (runs.Count > 0 && runs[^1][1] == id + 1)
                runs[^1][1] = id;
            else
                runs.Add([id, id]);
        }

        return runs;
    }
}
