namespace Visualizer.Dashboard.Stage;

/// <summary>The shape of a <see cref="LevelPicture"/>, in a box 52 wide and 46 high.</summary>
/// <param name="Inside">The path that the filling shows through.</param>
/// <param name="Frame">The path that is drawn as a line.</param>
/// <param name="Top">Where a full vessel's filling begins.</param>
/// <param name="Bottom">Where it ends.</param>
/// <param name="Counts">True where the level, rounded down, is written on it.</param>
public sealed record Vessel(string Inside, string Frame, int Top, int Bottom, bool Counts = false);
