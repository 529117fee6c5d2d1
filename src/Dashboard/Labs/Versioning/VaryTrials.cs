using Visualizer.DemoApi.Labs.Versioning;

namespace Visualizer.Dashboard.Labs.Versioning;

/// <summary>
/// Which styles were tried through the shared cache while the origin forgot Vary, and which of them handed version 1 to a client of version 2.
/// A style counts as tried once a request for version 2 followed one for version 1 of the same user in the same style.
/// </summary>
public sealed class VaryTrials
{
    private const int MostOpen = 1_000;

    private readonly HashSet<(VersionStyle, string)> asked = [];
    private readonly Dictionary<VersionStyle, bool> mixed = [];

    /// <summary>The styles that mixed versions up, in the order of the lab; null until every style was tried.</summary>
    public string? Result => mixed.Count < VersionStyle.All.Count ? null
        : string.Join(", ", VersionStyle.All.Where(style => mixed[style]).Select(style => style.Title)) is { Length: > 0 } names ? names
        : "none";

    /// <param name="target">What is asked for, whatever the version: the user's number.</param>
    public void Add(VersionHandedOut handed, string target)
    {
        if (VersionStyle.Of(handed.Named) is not { } style)
            return;
        if (handed.Wanted == 1 && asked.Count < MostOpen)
            asked.Add((style, target));
        else if (handed.Wanted == 2 && asked.Contains((style, target)))
            mixed[style] = mixed.GetValueOrDefault(style) || handed.Wrong;
    }
}
