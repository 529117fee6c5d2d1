using static Visualizer.DemoApi.Labs.Versioning.Core.VersionDecision;

namespace Visualizer.DemoApi.Labs.Versioning.Core;

/// <summary>
/// Finds the version a request asks for. Places that agree are fine, places that contradict each other are an error, and what nobody
/// understands is refused: a client that gets a version it did not ask for breaks later, and elsewhere.
/// </summary>
internal static class VersionNegotiation
{
    public static VersionDecision Decide(VersionRequest asked, int defaultVersion)
    {
        var named = new List<(VersionSource Source, int Version)>();
        foreach (var (source, said) in asked.Outright.Where(place => place.Said.Count > 0))
        {
            if (said.Count > 1)
                return Refused(VersionFault.Repeated, source, $"{NameOf(source)} names a version {said.Count} times; name it once.");
            if (!Versions.TryRead(said[0], out var version))
                return Unknown(source, said[0]);
            named.Add((source, version));
        }

        if (named.Find(other => other.Version != named[0].Version) is { Version: > 0 } other)
            return Contradiction(named[0], other.Source, $"{other.Version}");
        if (!AcceptHeader.TryParse(asked.Accept, out var accept))
            return Refused(VersionFault.UnreadableAccept, VersionSource.MediaType, "Accept must be a list of media ranges, such as application/vnd.visualizer.v2+json;q=0.9.");
        return named.Count > 0 ? AsNamed(named, accept) : AsAccepted(accept, defaultVersion);
    }

    /// <summary>The version is settled. Accept may still choose how it is written, and may not ask for another.</summary>
    private static VersionDecision AsNamed(List<(VersionSource Source, int Version)> named, AcceptHeader accept)
    {
        var version = named[0].Version;
        var byPath = named[0].Source == VersionSource.Path;
        var best = Best(accept, [(version, Versions.MediaTypeOf(version)), (version, Versions.PlainJson)]);
        if (best is null && accept.Versions().FirstOrDefault() is { } another && another != $"{version}")
            return Contradiction(named[0], VersionSource.MediaType, another);
        if (best is null && !byPath)
            return NotAcceptable();

        // An address with its version in it has one representation: nothing is negotiated there, so nothing has to vary.
        var contentType = byPath ? Versions.MediaTypeOf(version) : best!.Value.MediaType;
        var agrees = accept.Versions().Contains($"{version}");
        var sources = named.ConvertAll(place => place.Source);
        if (agrees)
            sources.Add(VersionSource.MediaType);
        return Chosen(version, contentType, sources, $"{string.Join(" and ", sources.Select(NameOf))} {(sources.Count > 1 ? "name" : "names")} version {version}.");
    }

    /// <summary>
    /// Nobody names a version outright: what Accept wants most. Between equals a media type with a version wins over plain JSON, and the
    /// default over other versions.
    /// </summary>
    private static VersionDecision AsAccepted(AcceptHeader accept, int defaultVersion)
    {
        var others = Versions.All.Where(version => version != defaultVersion).Select(version => (version, Versions.MediaTypeOf(version)));
        var best = Best(accept, [(defaultVersion, Versions.MediaTypeOf(defaultVersion)), .. others, (defaultVersion, Versions.PlainJson)]);
        if (best is not var (version, mediaType))
            return NotAcceptable();
        var byName = accept.Nearest(mediaType) is { Specificity: 2 } && mediaType != Versions.PlainJson;
        return byName || version != defaultVersion
            ? Chosen(version, mediaType, [VersionSource.MediaType], $"Of what is here, Accept wants {mediaType} most.")
            : Chosen(version, mediaType, [VersionSource.Default], $"The request names no version, and {version} is the default today.");
    }

    /// <summary>The most wanted of the given, the earlier one of equals; null where none is wanted at all.</summary>
    private static (int Version, string MediaType)? Best(AcceptHeader accept, IReadOnlyList<(int Version, string MediaType)> candidates)
    {
        var best = candidates.MaxBy(candidate => accept.ThousandthsFor(candidate.MediaType)); // the first of the greatest
        return accept.ThousandthsFor(best.MediaType) > MediaRange.Never ? best : null;
    }

    private static VersionDecision Unknown(VersionSource source, string said) => Refused(
        source == VersionSource.Path ? VersionFault.UnknownPath : VersionFault.Unknown,
        source,
        $"There is no version '{Short(said)}' ({NameOf(source)}): the versions are {string.Join(" and ", Versions.All)}.");

    private static VersionDecision Contradiction((VersionSource Source, int Version) one, VersionSource other, string version) => Refused(
        VersionFault.Contradiction, other, $"{NameOf(one.Source)} asks for version {one.Version}, {NameOf(other)} for version {Short(version)}.");

    private static VersionDecision NotAcceptable() => Refused(
        VersionFault.NotAcceptable,
        VersionSource.MediaType,
        $"Accept takes nothing of what is here: {string.Join(", ", Versions.All.Select(Versions.MediaTypeOf))}, {Versions.PlainJson}.");

    private static string NameOf(VersionSource source) => source switch
    {
        VersionSource.Path => "The path",
        VersionSource.Query => "?version",
        VersionSource.Header => "API-Version",
        VersionSource.MediaType => "Accept",
        _ => "The default",
    };

    private static string Short(string said) => said.Length <= 40 ? said : $"{said[..40]}…";
}
