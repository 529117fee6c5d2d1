using Visualizer.DemoApi.Journal;

namespace Visualizer.Dashboard.Labs.Versioning;

/// <summary>One line of the table: something that is said of a style, and the requests that show it.</summary>
/// <param name="InFavour">True for an advantage.</param>
/// <param name="Shots">One or two requests, in order; the last answer is the proof.</param>
/// <param name="Look">Which part of the last answer to look at.</param>
public sealed record StyleClaim(string Key, VersionStyle Style, bool InFavour, string Claim, IReadOnlyList<ClaimShot> Shots, string Look)
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    public static readonly IReadOnlyList<StyleClaim> All =
    [
        new("uri-visible", VersionStyle.Uri, true, "Seen in every address, link and log", [new("/v2/users/21")], "API-Version"),
        new("uri-cache", VersionStyle.Uri, true, "A cache keeps versions apart by itself", [new("/cdn/v1/users/22"), new("/cdn/v2/users/22")], "Cache-Status"),
        new("uri-route", VersionStyle.Uri, true, "A router can part versions by the path alone", [new("/v1/users/35"), new("/v2/users/35")], "API-Version"),
        new("uri-two", VersionStyle.Uri, false, "Two addresses for one and the same user", [new("/v1/users/36"), new("/v2/users/36")], "ETag"),
        new("uri-links", VersionStyle.Uri, false, "A new version is a new address: every stored link has to change", [new("/v1/users/23")], "Link"),
        new("uri-unknown", VersionStyle.Uri, false, "An unknown version looks like a user who is not there", [new("/v9/users/24")], ""),
        new("query-browser", VersionStyle.Query, true, "Tried in any browser’s address bar", [new("/users/25?version=2", ("Accept", Browser))], "API-Version"),
        new("query-forgotten", VersionStyle.Query, false, "Optional, so it is forgotten, and then the default decides", [new("/users/26")], "API-Version"),
        new("query-filter", VersionStyle.Query, false, "Elsewhere a query picks out; here it changes what comes", [new("/users/39?version=1"), new("/users/39?version=2")], "API-Version"),
        new("query-keys", VersionStyle.Query, false, "Any other parameter makes another copy in a cache", [new("/cdn/users/27?version=2"), new("/cdn/users/27?version=2&utm=mail")], "Cache-Status"),
        new("header-clean", VersionStyle.Header, true, "One address for one thing, whatever the version", [new("/users/28", ("API-Version", "1")), new("/users/28", ("API-Version", "2"))], "API-Version"),
        new("header-fine", VersionStyle.Header, true, "One resource moves on alone: a product knows no versions", [new("/users/37", ("API-Version", "2")), new("/products/1", ("API-Version", "2"))], "API-Version"),
        new("header-hidden", VersionStyle.Header, false, "The address does not tell that there are versions: headers must", [new("/users/38")], "api-supported-versions"),
        new("header-link", VersionStyle.Header, false, "A link cannot carry it: who follows one gets the default", [new("/users/29", ("Accept", Browser))], "API-Version"),
        new("header-cache", VersionStyle.Header, false, "A cache that is not told by Vary mixes versions up", [new("/cdn/users/30", ("API-Version", "1")), new("/cdn/users/30", ("API-Version", "2"))], "API-Version"),
        new("media-rank", VersionStyle.MediaType, true, "A client can say what else would do, and how much", [new("/users/31", ("Accept", "application/vnd.visualizer.v9+json, application/vnd.visualizer.v2+json;q=0.5"))], "Content-Type"),
        new("media-406", VersionStyle.MediaType, true, "What cannot be given is refused with the list of what can", [new("/users/32", ("Accept", "application/vnd.visualizer.v9+json"))], "api-supported-versions"),
        new("media-type-in", VersionStyle.MediaType, false, "Hard to try by hand: a plain client names none", [new("/users/33", ("Accept", "application/json"))], "Content-Type"),
        new("media-cache", VersionStyle.MediaType, false, "It needs Vary as much as the header does", [new("/cdn/users/34", ("Accept", "application/vnd.visualizer.v1+json")), new("/cdn/users/34", ("Accept", "application/vnd.visualizer.v2+json"))], "API-Version"),
    ];
}

/// <summary>One request of a proof.</summary>
public sealed record ClaimShot(string Path, params IReadOnlyList<(string Name, string Value)> Headers)
{
    public IReadOnlyList<HeaderLine> Lines => [.. Headers.Select(h => new HeaderLine(h.Name, h.Value))];

    /// <summary>As a reader would say it: <c>GET /users/28, API-Version: 2</c>.</summary>
    public string Words => string.Join(", ", Headers.Select(h => $"{h.Name}: {(h.Value.Length > 60 ? $"{h.Value[..59]}…" : h.Value)}").Prepend($"GET {Path}"));
}
