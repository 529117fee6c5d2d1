namespace Visualizer.DemoApi.Labs.Versioning.Core;

/// <summary>How far a version's life has come.</summary>
internal enum LifeStage
{
    Current,

    /// <summary>It works as ever, and says that it will end (RFC 9745).</summary>
    Deprecated,

    /// <summary>Its sunset has come: 410, and the way to its successor.</summary>
    Gone,
}

/// <summary>The end of a version, announced long before. A version without one has neither date.</summary>
internal readonly record struct Lifetime
{
    public static readonly Lifetime Endless;

    private Lifetime(DateTimeOffset deprecatedAt, DateTimeOffset sunset) => (DeprecatedAt, Sunset) = (deprecatedAt, sunset);

    public DateTimeOffset? DeprecatedAt { get; }

    public DateTimeOffset? Sunset { get; }

    /// <summary>Nothing may end before it is announced: an earlier sunset brings the deprecation forward (RFC 9745 §4).</summary>
    public static Lifetime Ending(DateTimeOffset deprecatedAt, DateTimeOffset sunset) => new(deprecatedAt < sunset ? deprecatedAt : sunset, sunset);

    /// <summary>Half-open: at exactly the sunset it is gone.</summary>
    public LifeStage StageAt(DateTimeOffset now) =>
        now >= Sunset ? LifeStage.Gone : now >= DeprecatedAt ? LifeStage.Deprecated : LifeStage.Current;

    /// <summary>The <c>Deprecation</c> field: a structured date, Unix seconds behind an @ (RFC 9745 §2.1).</summary>
    public string? DeprecationField => DeprecatedAt is { } at ? $"@{at.ToUnixTimeSeconds()}" : null;

    /// <summary>The <c>Sunset</c> field: an HTTP date, in GMT (RFC 8594 §3). Part of a second is dropped: too early is safe.</summary>
    public string? SunsetField => Sunset?.ToString("R");
}
