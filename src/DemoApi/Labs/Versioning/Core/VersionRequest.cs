namespace Visualizer.DemoApi.Labs.Versioning.Core;

/// <summary>The four places in which a request can name a version, as they were sent.</summary>
/// <param name="Path">The <c>9</c> of <c>/v9/users/1</c>; null where the address names none.</param>
/// <param name="Query">Every <c>?version=</c>.</param>
/// <param name="Header">Every line of <c>API-Version</c>.</param>
/// <param name="Accept">The lines of <c>Accept</c>, joined by commas; empty where there are none.</param>
internal sealed record VersionRequest(string? Path, IReadOnlyList<string> Query, IReadOnlyList<string> Header, string Accept)
{
    /// <summary>The places that name a version outright. Accept does not: it lists what would do, and the server chooses.</summary>
    public IEnumerable<(VersionSource Source, IReadOnlyList<string> Said)> Outright =>
    [
        (VersionSource.Path, Path is null ? [] : [Path]), (VersionSource.Query, Query), (VersionSource.Header, Header),
    ];
}

/// <summary>Where a version came from.</summary>
internal enum VersionSource
{
    /// <summary><c>/v2/users/1</c></summary>
    Path,

    /// <summary><c>?version=2</c></summary>
    Query,

    /// <summary><c>API-Version: 2</c></summary>
    Header,

    /// <summary><c>Accept: application/vnd.visualizer.v2+json</c></summary>
    MediaType,

    /// <summary>Nobody named one: the server's choice, which it may change tomorrow.</summary>
    Default,
}
