using Visualizer.DemoApi.Labs.Pagination;

namespace Visualizer.Dashboard.Labs.Pagination;

/// <summary>One client on its walk through the list: which rows it was given, how often, and which passed by it unseen.</summary>
public sealed class Walker(string key, string title)
{
    private readonly Dictionary<long, int> times = [];
    private readonly HashSet<long> atTheStart = [];
    private readonly List<long> skipped = [];

    /// <summary><c>offset</c> or <c>cursor</c>.</summary>
    public string Key { get; } = key;

    public string Title { get; } = title;

    /// <summary>The page read last; null before the first.</summary>
    public PageRead? Page { get; private set; }

    /// <summary>Pages of this walk so far; an empty one counts.</summary>
    public int Pages { get; private set; }

    /// <summary>Rows returned, every time counted.</summary>
    public int Returned { get; private set; }

    /// <summary>Rows returned that had been returned before.</summary>
    public int Duplicates { get; private set; }

    /// <summary>Rows that were in the list when the walk began, stood before the end of a page when it was read, and were in none.</summary>
    public IReadOnlyList<long> Skipped => skipped;

    /// <summary>Rows that came more than once, in the order of the list.</summary>
    public IEnumerable<long> Repeated => times.Where(t => t.Value > 1).Select(t => t.Key).OrderDescending();

    /// <summary>The cursor of the next page, as the answer's <c>Link</c> gave it; the page itself is told before its answer.</summary>
    public string? NextCursor { get; internal set; }

    /// <summary>By offset the walk ends with an empty page, by cursor with the page that has no next.</summary>
    public bool Ended => Page is { } page && (page.Offset is null ? !page.HasMore : page.Ids.Count == 0);

    public int TimesSeen(long id) => times.GetValueOrDefault(id);

    public bool WasThereAtTheStart(long id) => atTheStart.Contains(id);

    /// <summary>Takes a page in.</summary>
    /// <param name="list">The rows of the list at that moment, newest first.</param>
    internal void Read(PageRead page, IReadOnlyList<long> list)
    {
        if (page is { Offset: null or 0, Cursor: null })
            Begin(list);
        (Page, NextCursor) = (page, null);
        if (page.Cursor?.Way == "prev") // looking back is no step of the walk
            return;
        Pages++;
        foreach (var id in page.Ids)
        {
            Returned++;
            if ((times[id] = times.GetValueOrDefault(id) + 1) > 1)
                Duplicates++;
        }

        skipped.AddRange(list.Take(EndOf(page, list)).Where(id => atTheStart.Contains(id) && !times.ContainsKey(id) && !skipped.Contains(id)));
    }

    /// <summary>Whether a request of that path reads this walker's list: its answer leads on.</summary>
    internal bool IsAnsweredBy(string path) =>
        Page is { } page && path.Split('?') is [var address, ..] && address == $"/{page.List}" && path.Contains("offset=", StringComparison.Ordinal) == page.Offset is not null;

    /// <summary>Where the window stands on the list now: from which row, counted from 0, and how many rows it covers.</summary>
    public (int From, int Count) Window(IReadOnlyList<long> list)
    {
        if (Page is not { } page)
            return (0, 0);
        if (page.Offset is { } offset)
            return ((int)Math.Min(offset, list.Count), page.Limit); // a number: whatever stands there now
        if (page.Ids.Count == 0)
            return (list.Count, 0);
        var from = list.Count(id => id > page.Ids[0]); // a place: it goes with its rows
        return (from, list.Count(id => id >= page.Ids[^1]) - from);
    }

    private void Begin(IReadOnlyList<long> list)
    {
        times.Clear();
        skipped.Clear();
        atTheStart.Clear();
        atTheStart.UnionWith(list);
        (Pages, Returned, Duplicates) = (0, 0, 0);
    }

    private static int EndOf(PageRead page, IReadOnlyList<long> list) =>
        page.Offset is { } offset ? (int)Math.Min(offset + page.Ids.Count, list.Count)
        : page.Ids.Count == 0 || !page.HasMore ? list.Count
        : list.Count(id => id >= page.Ids[^1]);
}
