namespace Visualizer.Dashboard.Labs.HttpCaching;

/// <summary>A directive as a chip: how it is written, and what it really says.</summary>
/// <param name="Means">What it says; {0} stands for its seconds.</param>
/// <param name="Excludes">The directive that makes no sense beside it.</param>
public sealed record Directive(string Text, string Means, string Excludes = "")
{
    public string Name => Text.Split('=')[0];

    /// <summary>What it says with the seconds that are in force, or with its own where it is not.</summary>
    public string Says(CacheControlField field) => Means.Replace("{0}", $"{field.Seconds(Name) ?? CacheControlField.Of(Text).Seconds(Name)}", StringComparison.Ordinal);

    public static readonly IReadOnlyList<Directive> All =
    [
        new("no-cache", "Keep it, but ask before every use. The answer may be a 304 without a body."),
        new("no-store", "Keep nothing, nowhere."),
        new("private", "Only the browser may keep it: it is for one user.", "public"),
        new("public", "Everybody may keep it, even an answer to a request with credentials.", "private"),
        new("max-age=60", "Good for {0} seconds without asking, in browsers and shared caches."),
        new("s-maxage=120", "Good for {0} seconds in shared caches, whatever max-age says; and never stale there."),
        new("must-revalidate", "Once stale, never without asking: if the origin is away, 504."),
        new("stale-while-revalidate=30", "{0} seconds after it went stale it is still served, while the cache asks behind the scenes."),
        new("stale-if-error=600", "For {0} seconds a stale copy is better than an error of the origin."),
    ];
}
