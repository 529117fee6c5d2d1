namespace Visualizer.Dashboard.Labs.Pagination;

/// <summary>The lab's dials.</summary>
/// <param name="Writer">Rows that the writer adds at each turn of the page, or removes where it is negative: −3 to 3.</param>
/// <param name="Offset">Whether the walker by offset takes part.</param>
/// <param name="Cursor">Whether the walker by cursor takes part.</param>
/// <param name="TieBreaker">False: the cursor knows the time alone.</param>
public sealed record WalkSettings(int Writer, bool Offset, bool Cursor, bool TieBreaker);
