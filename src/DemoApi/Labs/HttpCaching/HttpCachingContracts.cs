using System.ComponentModel.DataAnnotations;

namespace Visualizer.DemoApi.Labs.HttpCaching;

/// <summary>A product. The seeded ones tell a story of about 40 KB, so that it shows whether a body travelled.</summary>
/// <param name="Version">Counts changes: 1 when new.</param>
public sealed record Product(long Id, string Name, string Description, long PriceCents, long Version);

/// <summary>The whole new state of a product: what is not said is not kept.</summary>
public sealed record ProductChange(
    [Required, StringLength(100, MinimumLength = 1)] string? Name,
    [Required, StringLength(60_000)] string? Description,
    [Required, Range(0, 100_000_000)] long? PriceCents);

/// <summary>What the origin says about its products, to browsers and to shared caches alike.</summary>
/// <param name="CacheControl">The <c>Cache-Control</c> field, up to 200 characters; empty sends none.</param>
/// <param name="Etag"><c>strong</c>, <c>weak</c> or <c>none</c>.</param>
/// <param name="Vary">True adds <c>Vary: Accept-Encoding</c>.</param>
public sealed record CachingSettings(string? CacheControl, string? Etag, bool? Vary)
{
    /// <summary>What a fresh sandbox starts with.</summary>
    public static readonly CachingSettings Default = new("public, max-age=60", EtagKinds.Strong, Vary: true);
}

/// <summary>The kinds of ETag that the origin can send.</summary>
public static class EtagKinds
{
    public const string Strong = "strong";
    public const string Weak = "weak";
    public const string None = "none";

    public static readonly IReadOnlyList<string> All = [Strong, Weak, None];
}

/// <summary>Whether the origin can be reached; where not, it cuts every connection, the shared cache's too.</summary>
public sealed record OriginSwitch(bool? Reachable);

/// <summary>A change that no HTTP request makes: something writes to the database, and no cache hears of it.</summary>
public sealed record PriceBehindTheApi(long? PriceCents);
