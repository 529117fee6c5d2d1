using System.Globalization;

namespace Visualizer.Dashboard.Labs.HttpCaching;

/// <summary>A <c>Cache-Control</c> field as chips show it: directives in order, to be put in and taken out.</summary>
public sealed record CacheControlField(IReadOnlyList<string> Directives)
{
    public static CacheControlField Of(string text) => new([.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]);

    public bool Has(string name) => Directives.Any(d => NameOf(d) == name);

    /// <summary>The seconds of a directive; null where it is not there or counts none.</summary>
    public long? Seconds(string name) =>
        Directives.FirstOrDefault(d => NameOf(d) == name) is { } found && long.TryParse(found[(found.IndexOf('=') + 1)..].Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;

    /// <summary>With the directive where it was missing, without it where it was there; what it excludes goes.</summary>
    public CacheControlField Toggled(Directive directive) => Has(directive.Name)
        ? new([.. Directives.Where(d => NameOf(d) != directive.Name)])
        : new([.. Directives.Where(d => NameOf(d) != directive.Excludes), directive.Text]);

    public override string ToString() => string.Join(", ", Directives);

    private static string NameOf(string directive) => directive.Split('=')[0].Trim().ToLowerInvariant();
}
