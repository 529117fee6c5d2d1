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

/// <summary>What a browser saw of a request of its own: the only witness of an answer that never left it. Sizes are Resource Timing's.</summary>
/// <param name="Attempt">Also sent as the request's <c>Demo-Attempt</c>, where the request left the browser; up to 32 characters.</param>
/// <param name="Path">For example <c>/cdn/products/1</c>; up to 200 characters.</param>
/// <param name="Status">What the script was given; 0 where the request failed.</param>
/// <param name="TransferBytes">0 where the browser's own copy answered, a few hundred for a 304, headers and body otherwise; null where it does not tell.</param>
/// <param name="BodyBytes">Length of the body, wherever it came from.</param>
/// <param name="Version">The product's version in that body, or null.</param>
/// <param name="CacheControl">The answer's, as the browser keeps it; up to 200 characters.</param>
/// <param name="AgeSeconds">The answer's <c>Age</c>, or 0.</param>
/// <param name="RealMs">When it was there, by the browser's own clock: milliseconds since the Unix epoch.</param>
public sealed record BrowserReport(
    [Required, StringLength(32, MinimumLength = 1)] string? Attempt,
    [Required, StringLength(200, MinimumLength = 1)] string? Path,
    [Required, Range(0, 999)] long? Status,
    [Range(0, long.MaxValue)] long? TransferBytes,
    [Required, Range(0, long.MaxValue)] long? BodyBytes,
    [Range(0, long.MaxValue)] long? Version,
    [StringLength(200)] string? CacheControl,
    [Range(0, long.MaxValue)] long? AgeSeconds,
    [Required, Range(0, long.MaxValue)] long? RealMs)
{
    /// <summary>The request header that names the attempt to the server.</summary>
    public const string Header = "Demo-Attempt";
}

/// <summary>Whether the origin can be reached; where not, it cuts every connection, the shared cache's too.</summary>
public sealed record OriginSwitch(bool? Reachable);

/// <summary>A change that no HTTP request makes: something writes to the database, and no cache hears of it.</summary>
public sealed record PriceBehindTheApi(long? PriceCents);
