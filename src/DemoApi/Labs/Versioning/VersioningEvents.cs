using System.Text.Json.Serialization;
using Visualizer.DemoApi.Journal;

namespace Visualizer.DemoApi.Labs.Versioning;

/// <summary>What a request said of versions, place by place; null where it said nothing. Each text is cut at 200 characters.</summary>
public sealed record NamedVersions(string? Path, string? Query, string? Header, string? Accept)
{
    internal const int Kept = 200;

    [JsonIgnore]
    public int Weight => 2 * ((Path?.Length ?? 0) + (Query?.Length ?? 0) + (Header?.Length ?? 0) + (Accept?.Length ?? 0));
}

/// <summary>A request was given a version. The decision needs no state but the default, which is in it.</summary>
/// <param name="Sources">Where the version came from: <c>path</c>, <c>query</c>, <c>header</c>, <c>media_type</c>; <c>default</c> where nobody named one.</param>
/// <param name="Default">The default version at that moment.</param>
/// <param name="Stage">How far the version's life has come: <c>current</c>, <c>deprecated</c> or <c>gone</c>; what is gone is answered with 410.</param>
/// <param name="SunsetInSeconds">Sandbox seconds until its sunset, negative behind it; null for a version without one.</param>
/// <param name="Vary">The <c>Vary</c> that the answer says, empty where it says none.</param>
/// <param name="Hasty">The version that the wrong twin, a search for pieces of text, would have given.</param>
public sealed record VersionChosen(
    NamedVersions Named, int Version, string ContentType, IReadOnlyList<string> Sources, int Default,
    string Stage, double? SunsetInSeconds, string Vary, string Why, int Hasty) : IEventData
{
    [JsonIgnore]
    public int Weight => 300 + Named.Weight + (2 * Why.Length);
}

/// <summary>A request was given no version.</summary>
/// <param name="Source">The place that is to blame.</param>
/// <param name="Hasty">The version that the wrong twin would have given all the same.</param>
public sealed record VersionRefused(NamedVersions Named, int Status, string Error, string Source, string Why, int Hasty) : IEventData
{
    [JsonIgnore]
    public int Weight => 300 + Named.Weight + (2 * Why.Length);
}

/// <summary>A shared cache handed out an answer, its own copy or the origin's.</summary>
/// <param name="Wanted">The version that the origin would give for this request at this moment; null where it would refuse.</param>
/// <param name="Given">The version that was handed out; null for an answer without one, such as an error.</param>
/// <param name="Source">Where <paramref name="Wanted"/> comes from: <c>path</c>, <c>query</c>, <c>header</c>, <c>media_type</c> or <c>default</c>.</param>
/// <param name="FromCopy">True where the origin was not asked.</param>
public sealed record VersionHandedOut(NamedVersions Named, int? Wanted, int? Given, string Source, bool FromCopy) : IEventData
{
    /// <summary>A copy in a version that this request would not have got.</summary>
    public bool Wrong => FromCopy && Given is not null && Given != Wanted;

    [JsonIgnore]
    public int Weight => 250 + Named.Weight;
}

/// <summary>The lab's settings were changed; both states are told.</summary>
public sealed record VersioningConfigured(VersioningState Before, VersioningState After) : IEventData;

/// <summary>The settings as they were or are.</summary>
/// <param name="DeprecatedAt">Since when version 1 is deprecated; never later than its sunset.</param>
public sealed record VersioningState(int DefaultVersion, bool Vary, DateTimeOffset DeprecatedAt, DateTimeOffset Sunset);
