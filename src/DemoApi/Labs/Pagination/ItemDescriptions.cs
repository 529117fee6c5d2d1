using Visualizer.DemoApi.Documentation;
using Visualizer.DemoApi.Paging;

namespace Visualizer.DemoApi.Labs.Pagination;

/// <summary>What the lists promise in the OpenAPI document.</summary>
internal static class ItemDescriptions
{
    public static readonly ListedItem Sample = new(57, "Quiet lamp", "office", 4_950, new(2026, 1, 23, 10, 16, 0, TimeSpan.Zero));

    public static Operation ListsItems(this Operation operation, ItemList list)
    {
        operation = list.TakesOffset ? operation.PagesByOffsetToo() : operation.PagesByCursor();
        operation
            .Query("sort", "The order of the list; a minus is descending. Beside a cursor it may be left out, and must agree if given.", Value.OneOf(list.Sorts).Otherwise(list.Sorts[0]))
            .Query("category", "Only rows of this category.", Value.Text("office", maxLength: ItemRules.LongestCategory))
            .Gives(200, "A page of the list.", new CursorPage<ListedItem>([Sample], "MXwtY3JlYXRlZF9hdHxuZXh0fDYzOTA0", null, true), "Link");
        return list.TakesOffset ? operation.Gives(200, "A page of the list.", new OffsetPage<ListedItem>([Sample], 40, 20, 100)) : operation;
    }
}
