using System.Text.Json.Serialization;
using Visualizer.DemoApi.Journal;

namespace Visualizer.DemoApi.Labs.Pagination;

/// <summary>What one statement cost.</summary>
/// <param name="Steps">Instructions that SQLite's virtual machine carried out for it, as SQLite counts them.</param>
/// <param name="Milliseconds">Measured real time.</param>
/// <param name="Plan">How SQLite finds the rows, in its own words (EXPLAIN QUERY PLAN).</param>
public sealed record StatementWork(string Sql, string Plan, long Steps, double Milliseconds);

/// <summary>Where a page by cursor goes on.</summary>
/// <param name="Way"><c>next</c> or <c>prev</c>.</param>
/// <param name="Value">Cents, or ticks of <c>created_at</c>.</param>
/// <param name="Id">Null where the cursor knows no tie-breaker.</param>
public sealed record CursorPlace(string Way, long Value, long? Id);

/// <summary>A page was read.</summary>
/// <param name="List"><c>items</c>, <c>unsafe/items</c> or <c>archive</c>.</param>
/// <param name="Offset">Rows skipped; null in a walk by cursor.</param>
/// <param name="Cursor">The place it goes on behind; null by offset, and on the first page by cursor.</param>
/// <param name="Ids">The rows of the page, in the order of the list; at most 100.</param>
/// <param name="HasMore">Whether there is a next page.</param>
/// <param name="Total">Rows of the whole list, where they were counted.</param>
/// <param name="Rows">What finding the rows cost.</param>
/// <param name="Beside">What it cost to count all rows (by offset), or to see whether any are left before the page (by cursor).</param>
public sealed record PageRead(
    string List, string Sort, string? Category, int Limit, long? Offset, CursorPlace? Cursor,
    IReadOnlyList<long> Ids, bool HasMore, long? Total, StatementWork Rows, StatementWork? Beside) : IEventData
{
    [JsonIgnore]
    public int Weight => 600 + (8 * Ids.Count) + (2 * (Category?.Length ?? 0)); // SQL and plans are a few texts that all events share
}

/// <summary>The writer added a row to the list.</summary>
/// <param name="Total">Rows of the list with it.</param>
public sealed record ItemAdded(ListedItem Item, long Total) : IEventData
{
    [JsonIgnore]
    public int Weight => 250 + (2 * (Item.Name.Length + Item.Category.Length));
}

/// <summary>The writer removed a row from the list.</summary>
/// <param name="Total">Rows of the list without it.</param>
public sealed record ItemRemoved(long Id, long Total) : IEventData;
