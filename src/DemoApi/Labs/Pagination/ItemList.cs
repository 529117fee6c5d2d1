using Visualizer.DemoApi.Labs.Pagination.Core;
using Visualizer.DemoApi.Paging;

namespace Visualizer.DemoApi.Labs.Pagination;

/// <summary>The three lists of the lab: the sandbox's own, the same by a cursor that knows no ties, and the archive.</summary>
/// <param name="Table">Where its rows are.</param>
/// <param name="BreaksTies">False: cursors hold the time alone.</param>
internal sealed record ItemList(string Name, string Table, bool TakesOffset, bool BreaksTies, params IReadOnlyList<SortOrder> Orders)
{
    private static readonly SortOrder[] Every = [SortOrder.NewestFirst, SortOrder.OldestFirst, SortOrder.CheapestFirst, SortOrder.DearestFirst];

    public static readonly ItemList Items = new("items", "Items", TakesOffset: true, BreaksTies: true, Every);
    public static readonly ItemList Unsafe = new("unsafe/items", "Items", TakesOffset: false, BreaksTies: false, SortOrder.NewestFirst, SortOrder.OldestFirst);
    public static readonly ItemList Archive = new("archive", "archive.Items", TakesOffset: true, BreaksTies: true, Every);

    public IReadOnlyList<string> Sorts => [.. Orders.Select(order => order.Name)];

    public SortOrder Order(string sort) => Orders.First(order => order.Name == sort);

    public PagedList Filtered(string? category) => new(Name, Sorts) { Filter = category is null ? "" : $"category={category}", TakesOffset = TakesOffset };
}
