namespace Visualizer.Dashboard.Stage;

/// <summary>One lane of <see cref="TimeLanes"/>.</summary>
/// <param name="Key">Names the lane in the document (<c>data-lane</c>).</param>
/// <param name="Note">A few words under the title.</param>
/// <param name="Words">Its state in words, for ears: the lane's <c>aria-label</c>.</param>
/// <param name="Bound">The level that fills the lane's height and its picture.</param>
/// <param name="WindowMs">Length of windows whose edges are drawn, in sandbox milliseconds from the Unix epoch; 0 for none.</param>
public sealed record Lane(string Key, string Title, string Note, string Words, double Bound, double WindowMs = 0);
