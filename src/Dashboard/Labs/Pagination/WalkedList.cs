using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.Pagination;

namespace Visualizer.Dashboard.Labs.Pagination;

/// <summary>The list as the journal tells it, and the two walkers on it.</summary>
public sealed class WalkedList
{
    private readonly List<long> rows = [.. Enumerable.Range(1, ItemRules.Seeded).Select(id => (long)id).Reverse()];

    /// <summary>The ids of the list, newest first. Ids and the sandbox clock both only grow, so that is the order of <c>-created_at</c>.</summary>
    public IReadOnlyList<long> Rows => rows;

    public Walker ByOffset { get; } = new("offset", "By offset");

    public Walker ByCursor { get; } = new("cursor", "By cursor");

    /// <summary>Takes an event in and says whose walk it was a step of; null where it was none.</summary>
    public Walker? Apply(JournalEvent e)
    {
        switch (e.Data)
        {
            case ItemAdded { Item.Id: var id }:
                rows.Insert(rows.TakeWhile(other => other > id).Count(), id);
                return null;
            case ItemRemoved { Id: var id }:
                rows.Remove(id);
                return null;
            case PageRead { List: "items" or "unsafe/items", Sort: "-created_at", Category: null } page: // other orders and filters are other lists
                var walker = page.Offset is null ? ByCursor : ByOffset;
                walker.Read(page, rows);
                return walker;
            default:
                return null;
        }
    }
}
