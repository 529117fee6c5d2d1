namespace Visualizer.DemoApi.Paging;

/// <summary>A list that is read page by page, as one request asks for it. A cursor of one is worth nothing in another.</summary>
/// <param name="Name">The collection, for example <c>items</c>.</param>
/// <param name="Sorts">The orders it can be asked for, as in <c>?sort=</c>; the first is the default.</param>
internal sealed record PagedList(string Name, params IReadOnlyList<string> Sorts)
{
    /// <summary>What it is narrowed down to, written one way only: <c>category=books</c>; empty is the whole list.</summary>
    public string Filter { get; init; } = "";

    /// <summary>False where it is walked by cursor alone.</summary>
    public bool TakesOffset { get; init; }
}
