using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Labs.Versioning.Core;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.Versioning;

/// <summary>Reads what a request says of versions, and nothing else of it.</summary>
internal static class AskedVersion
{
    public const string Header = "API-Version";
    public const string Parameter = "version";

    /// <summary>What chooses an answer at an address without a version in it; a cache must know, or it hands one client's version to another.</summary>
    public const string Vary = $"Accept, {Header}";

    public static VersionRequest Of(HttpRequest request, string? path) => new(
        path,
        [.. request.Query[Parameter].Select(said => said ?? "")],
        [.. request.Headers[Header].SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries))], // two lines may come as one (RFC 9110 §5.3)
        string.Join(", ", request.Headers.Accept.ToArray()));

    /// <summary>The media type of a body in a version that does not exist, or null. A GET reads no body, but should not pass over what it cannot know.</summary>
    public static string? UnknownBody(HttpRequest request) =>
        MediaType.Of(request) is { } sent && Versions.NamedBy(sent) is { } named && !Versions.TryRead(named, out _) ? sent : null;

    public static NamedVersions Told(VersionRequest asked) =>
        new(Short(asked.Path), Short(Joined(asked.Query)), Short(Joined(asked.Header)), Short(asked.Accept.Length == 0 ? null : asked.Accept));

    private static string? Joined(IReadOnlyList<string> said) => said.Count == 0 ? null : string.Join(" | ", said);

    private static string? Short(string? said) => said?.Length > NamedVersions.Kept ? said[..NamedVersions.Kept] : said;
}
