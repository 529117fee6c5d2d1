using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Data;
using Visualizer.DemoApi.Labs.Pagination.Core;
using Visualizer.DemoApi.Paging;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.Pagination;

/// <summary>One page as it was asked for.</summary>
internal sealed record ItemRequest(ItemList List, PageRequest Page, string? Category)
{
    public SortOrder Order => List.Order(Page.Sort);

    public static Read<ItemRequest> Read(HttpContext http, ItemList list)
    {
        var query = new Query(http.Request);
        var category = query.Text("category", ItemRules.LongestCategory);
        var page = PageRequest.Read(http, query, list.Filtered(category));
        return page.Problem ?? (Read<ItemRequest>)new ItemRequest(list, page.Value, category);
    }

    /// <summary>Where in the list a row stands; a cursor without tie-breaker knows its time alone.</summary>
    public Place PlaceOf(Item row) => new(
        Order.Column == SortOrder.NewestFirst.Column ? row.CreatedAt.UtcTicks : row.PriceCents,
        List.BreaksTies ? row.Id : null);
}
