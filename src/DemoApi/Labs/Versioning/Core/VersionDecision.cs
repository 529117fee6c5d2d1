namespace Visualizer.DemoApi.Labs.Versioning.Core;

/// <summary>What came of a request for a version: one of ours, or the reason why there is none.</summary>
/// <param name="Version">The version to answer in; 0 beside a fault.</param>
/// <param name="ContentType">The media type to answer in; empty beside a fault.</param>
/// <param name="Sources">Every place that named the version, the most outright first; <see cref="VersionSource.Default"/> where none did.</param>
/// <param name="Fault">Why there is no version, or null.</param>
/// <param name="Why">The decision in a sentence for the client.</param>
internal sealed record VersionDecision(int Version, string ContentType, IReadOnlyList<VersionSource> Sources, VersionFault? Fault, string Why)
{
    public static VersionDecision Chosen(int version, string contentType, IReadOnlyList<VersionSource> sources, string why) =>
        new(version, contentType, sources, null, why);

    public static VersionDecision Refused(VersionFault fault, VersionSource source, string why) => new(0, "", [source], fault, why);
}

/// <summary>Why a request gets no version. What each is answered with is for the wire to say.</summary>
internal enum VersionFault
{
    /// <summary>The address names a version that does not exist, so there is nothing at that address.</summary>
    UnknownPath,

    /// <summary>A query or a header names a version that does not exist.</summary>
    Unknown,

    /// <summary>One place names a version twice. Taking the first or the last would be a guess, and two servers would guess differently.</summary>
    Repeated,

    /// <summary>Two places name different versions.</summary>
    Contradiction,

    /// <summary>Accept does not follow its grammar.</summary>
    UnreadableAccept,

    /// <summary>Accept takes nothing that can be produced here.</summary>
    NotAcceptable,
}
