using Visualizer.DemoApi.Labs.Versioning.Core;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.Versioning;

/// <summary>How a version that cannot be given is answered: 404 in the address, 406 in Accept, 415 of a body, 400 elsewhere.</summary>
internal static class VersionProblems
{
    private static readonly IReadOnlyList<string> Available = [.. Versions.All.Select(Versions.MediaTypeOf), Versions.PlainJson];

    public static Problem Of(VersionDecision refused) => refused.Fault switch
    {
        VersionFault.UnknownPath => new(ProblemTypes.NotFound, refused.Why),
        VersionFault.NotAcceptable => new(ProblemTypes.NotAcceptable, refused.Why) { Details = new { Available } }, // RFC 9110 §15.5.7
        VersionFault.Unknown => At(ProblemTypes.UnsupportedVersion, refused),
        VersionFault.UnreadableAccept => At(ProblemTypes.InvalidHeader, refused),
        _ => At(ProblemTypes.ConflictingVersions, refused),
    };

    /// <summary>The headers already name the successor; so does the text, for whoever reads only that.</summary>
    public static Problem Gone(int version, DateTimeOffset sunset, string id) => new(ProblemTypes.Gone,
        $"Version {version} ended at {WireJson.Format(sunset)}. Its successor is at /v{Versions.Latest}/users/{id}.");

    public static Problem UnknownBody(string mediaType) => new(ProblemTypes.UnsupportedMediaType,
        $"There is no version that could read a body of {mediaType}.")
    {
        Headers = { Accept = string.Join(", ", Available) },
    };

    private static Problem At(ProblemType type, VersionDecision refused) => Problem.Of(type, refused.Sources[0] switch
    {
        VersionSource.Query => Violation.InQuery(AskedVersion.Parameter, refused.Why),
        VersionSource.Header => Violation.InHeader(AskedVersion.Header, refused.Why),
        _ => Violation.InHeader("Accept", refused.Why),
    });
}
