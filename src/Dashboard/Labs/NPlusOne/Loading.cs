using Visualizer.DemoApi.Labs.NPlusOne;

namespace Visualizer.Dashboard.Labs.NPlusOne;

/// <summary>One way to load the report, as its lane shows it.</summary>
/// <param name="Key">As <c>?loading=</c> names it.</param>
/// <param name="Note">How it asks, in a few words.</param>
public sealed record Loading(string Key, string Title, string Note)
{
    public static readonly IReadOnlyList<Loading> All =
    [
        new(Loadings.Lazy, "Lazy, in a loop", "each relative when it is looked at"),
        new(Loadings.Join, "One JOIN", "everything in one command"),
        new(Loadings.Split, "Split query", "one command a collection"),
        new(Loadings.Batch, "Batch with IN", "all keys at once, by hand"),
        new(Loadings.DataLoader, "DataLoader", "asks singly, sends together"),
    ];
}
