namespace Visualizer.Dashboard.Stage;

/// <summary>Code that looks right and is not, with the mistakes that tutorials make.</summary>
/// <param name="Title">What the code claims to be.</param>
/// <param name="Code">Its lines, parted by line feeds.</param>
/// <param name="Bugs">What is wrong in it; at least one.</param>
public sealed record BugHunt(string Title, string Code, IReadOnlyList<Bug> Bugs);

/// <summary>One mistake.</summary>
/// <param name="Line">The line it stands on, from 1.</param>
/// <param name="Why">What goes wrong because of it, in a sentence or two.</param>
public sealed record Bug(int Line, string Why);
