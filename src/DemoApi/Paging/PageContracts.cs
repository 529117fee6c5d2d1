namespace Visualizer.DemoApi.Paging;

/// <summary>A page of a walk by cursor.</summary>
/// <param name="NextCursor">Where to go on; null on the last page.</param>
/// <param name="PrevCursor">Where to go back; null on the first page.</param>
/// <param name="HasMore">Whether there is a next page, whichever way one came.</param>
public sealed record CursorPage<T>(IReadOnlyList<T> Items, string? NextCursor, string? PrevCursor, bool HasMore);

/// <summary>A page of a walk by offset.</summary>
/// <param name="Offset">Rows skipped.</param>
/// <param name="Total">Rows of the whole list at this moment, counted for this answer.</param>
public sealed record OffsetPage<T>(IReadOnlyList<T> Items, long Offset, int Limit, long Total);
