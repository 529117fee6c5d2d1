namespace Visualizer.DemoApi.Paging;

/// <summary>Which way a cursor leads through its list.</summary>
internal enum Way
{
    /// <summary>On to the rows behind the place, in the list's order.</summary>
    Next,

    /// <summary>Back to the rows before it; they are shown in the list's order all the same.</summary>
    Prev,
}

/// <summary>A place in a sorted list, as values and not as a number: it stays where it is whatever is added or removed.</summary>
/// <param name="Value">What the row at the edge is sorted by, for example <c>created_at</c> in ticks.</param>
/// <param name="Id">Its id, which breaks ties; null in a list that sorts without it, and so loses the rows that tie.</param>
internal readonly record struct Place(long Value, long? Id);

/// <summary>Where a walk goes on: from which place, which way, and in which order.</summary>
/// <param name="Sort">As in <c>?sort=</c>, for example <c>-created_at</c>.</param>
internal sealed record Cursor(string Sort, Way Way, Place Place);
