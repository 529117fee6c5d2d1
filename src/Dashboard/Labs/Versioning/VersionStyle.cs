using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.Versioning;

namespace Visualizer.Dashboard.Labs.Versioning;

/// <summary>A place in which a request can name its version.</summary>
/// <param name="Key">Its name in the page's address.</param>
public sealed record VersionStyle(string Key, string Title)
{
    public static readonly VersionStyle Uri = new("uri", "URI");
    public static readonly VersionStyle Query = new("query", "query");
    public static readonly VersionStyle Header = new("header", "header");
    public static readonly VersionStyle MediaType = new("media-type", "media type");

    public static readonly IReadOnlyList<VersionStyle> All = [Uri, Query, Header, MediaType];

    public static VersionStyle Read(string? key) => All.FirstOrDefault(style => style.Key == key) ?? Header;

    /// <summary>The style in which a request named its version; null where it named none, or in several places.</summary>
    public static VersionStyle? Of(NamedVersions named)
    {
        var mediaType = named.Accept?.Contains("vnd.visualizer.v", StringComparison.OrdinalIgnoreCase) is true;
        VersionStyle?[] used = [named.Path is null ? null : Uri, named.Query is null ? null : Query, named.Header is null ? null : Header, mediaType ? MediaType : null];
        return used.OfType<VersionStyle>().ToList() is [var only] ? only : null;
    }

    /// <summary>The request for a user in this style.</summary>
    /// <param name="version">Null names none: then all styles look alike.</param>
    /// <param name="cached">Through the shared cache.</param>
    public (string Path, IReadOnlyList<HeaderLine> Headers) Request(int? version, int user, bool cached)
    {
        var cdn = cached ? "/cdn" : "";
        return version is null ? ($"{cdn}/users/{user}", [])
            : this == Uri ? ($"{cdn}/v{version}/users/{user}", [])
            : this == Query ? ($"{cdn}/users/{user}?version={version}", [])
            : this == Header ? ($"{cdn}/users/{user}", [new("API-Version", $"{version}")])
            : ($"{cdn}/users/{user}", [new("Accept", $"application/vnd.visualizer.v{version}+json")]);
    }
}
