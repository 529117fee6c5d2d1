using System.ComponentModel.DataAnnotations;

namespace Visualizer.DemoApi.Labs.Versioning;

/// <summary>What the lab can turn.</summary>
/// <param name="DefaultVersion">What a request gets that names no version: 1 or 2.</param>
/// <param name="Vary">False: the server forgets to say which request headers chose the answer.</param>
/// <param name="Sunset">When version 1 ends, RFC 3339.</param>
public sealed record VersioningSettings([Required, Range(1, 2)] long? DefaultVersion, [Required] bool? Vary, [Required] string? Sunset);

/// <summary>What versions there are, and what a client has to change to go from one to the next.</summary>
/// <param name="Default">What a request gets that names no version.</param>
public sealed record VersionList(int Default, IReadOnlyList<VersionEntry> Versions, IReadOnlyList<VersionChange> Changes);

/// <summary>One version and how long it lives.</summary>
/// <param name="Status"><c>current</c>, <c>deprecated</c> or <c>gone</c>, at this moment of sandbox time.</param>
/// <param name="DeprecatedAt">Since when it should not be used for anything new, or null.</param>
/// <param name="Sunset">When it ends, or null.</param>
public sealed record VersionEntry(int Version, string MediaType, string Status, DateTimeOffset? DeprecatedAt, DateTimeOffset? Sunset);

/// <summary>One difference between the answers of two versions, found by comparing them.</summary>
/// <param name="Pointer">The place in the answer, as a JSON pointer.</param>
/// <param name="Breaking">True where a client of the older version cannot read the newer one.</param>
/// <param name="Detail">What is different there.</param>
public sealed record VersionChange(int From, int To, string Pointer, bool Breaking, string Detail);
