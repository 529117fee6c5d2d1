namespace Visualizer.Dashboard.Components;

/// <summary>From the address of a page whose sandbox is gone to the same lab in a fresh one, the query kept; null when it names no built lab.</summary>
internal static class FreshStart
{
    public static (Lab Lab, string Address)? From(string? pathAndQuery)
    {
        var (path, query) = (pathAndQuery ?? "").Split('?', 2) is [var p, var q] ? (p, $"?{q}") : (pathAndQuery ?? "", "");
        return path.Trim('/').Split('/') is ["s", _, "labs", var slug] && LabCatalog.Find(slug) is { Built: true } lab
            ? (lab, lab.Address + query)
            : null;
    }
}
