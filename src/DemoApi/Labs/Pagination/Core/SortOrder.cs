namespace Visualizer.DemoApi.Labs.Pagination.Core;

/// <summary>The order of a list. It must be total, or no page has an edge: where rows tie, the id decides.</summary>
/// <param name="Name">As in <c>?sort=</c>; a minus means descending.</param>
internal sealed record SortOrder(string Name, string Column, bool Descending)
{
    public static readonly SortOrder NewestFirst = new("-created_at", "CreatedAt", Descending: true);
    public static readonly SortOrder OldestFirst = new("created_at", "CreatedAt", Descending: false);
    public static readonly SortOrder CheapestFirst = new("price_cents", "PriceCents", Descending: false);
    public static readonly SortOrder DearestFirst = new("-price_cents", "PriceCents", Descending: true);

    /// <summary>Walking back is walking on in the reversed order.</summary>
    public SortOrder Reversed => this with { Descending = !Descending };

    public string Direction => Descending ? "DESC" : "ASC";

    /// <summary>Compares a row with a place: true for the rows behind it.</summary>
    public string Behind => Descending ? "<" : ">";
}
