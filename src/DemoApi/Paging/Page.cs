namespace Visualizer.DemoApi.Paging;

/// <summary>The rows of one page, in the list's order, and whether there are rows on either side of it.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Rows, bool HasBefore, bool HasAfter)
{
    /// <summary>Makes a page of what was read: one row more than asked for says that the list goes on, and is not shown.</summary>
    /// <param name="read">Up to limit + 1 rows in the order of the walk, which for <see cref="Way.Prev"/> is the list's order reversed.</param>
    /// <param name="left">Whether there are rows on the side that the walk came from.</param>
    public static Page<T> Cut(IEnumerable<T> read, int limit, Way way, bool left)
    {
        var rows = read.ToList();
        var goesOn = rows.Count > limit;
        if (goesOn)
            rows.RemoveRange(limit, rows.Count - limit);
        if (way is Way.Next)
            return new(rows, HasBefore: left, HasAfter: goesOn);
        rows.Reverse();
        return new(rows, HasBefore: goesOn, HasAfter: left);
    }

    /// <summary>The same page with other rows in it.</summary>
    public Page<TOther> Select<TOther>(Func<T, TOther> each) => new([.. Rows.Select(each)], HasBefore, HasAfter);
}
