using System.Globalization;

namespace Visualizer.DemoApi.SharedCache.Core;

/// <summary>A response of the origin, and what its freshness is reckoned from.</summary>
/// <param name="Date">When the origin made it, by the clock that the cache lives on.</param>
/// <param name="Asked">When the cache sent its request.</param>
/// <param name="Received">When the response was here.</param>
internal sealed record StoredResponse(
    int Status, Fields Fields, ReadOnlyMemory<byte> Body, DateTimeOffset Date, DateTimeOffset Asked, DateTimeOffset Received)
{
    public CacheControl CacheControl { get; } = CacheControl.Parse(Fields["Cache-Control"]);

    public string? ETag => Fields["ETag"];

    public string? LastModified => Fields["Last-Modified"];

    public bool HasValidator => ETag is not null || LastModified is not null;

    /// <summary>
    /// How long it is fresh in a shared cache: <c>s-maxage</c>, else <c>max-age</c>, else <c>Expires</c> (RFC 9111 §4.2.1). Null where
    /// it does not say: this cache guesses nothing, so that is as good as zero.
    /// </summary>
    public TimeSpan? Lifetime =>
        CacheControl.SharedMaxAge is { } shared ? TimeSpan.FromSeconds(shared)
        : CacheControl.MaxAge is { } all ? TimeSpan.FromSeconds(all)
        : Fields["Expires"] is { } expires ? UntilExpiry(expires)
        : null;

    /// <summary>Its age, the time it lay in caches further up included (§4.2.3).</summary>
    public TimeSpan AgeAt(DateTimeOffset now)
    {
        var apparent = Positive(Received - Date);
        var told = AgeOnArrival + Positive(Received - Asked); // the way here may have taken all of that time
        return (apparent > told ? apparent : told) + Positive(now - Received);
    }

    /// <summary>Fresh while its lifetime is greater than its age; at the very second it is stale.</summary>
    public bool IsFreshAt(DateTimeOffset now) => Lifetime > AgeAt(now);

    /// <summary>How long it has been stale; negative while it is fresh.</summary>
    public TimeSpan StaleFor(DateTimeOffset now) => AgeAt(now) - (Lifetime ?? TimeSpan.Zero);

    /// <summary>The same body under the fields of a 304: as new (§4.3.4). What describes the stored bytes stays as it was.</summary>
    public StoredResponse FreshenedBy(StoredResponse notModified)
    {
        var news = notModified.Fields.All.Where(field => !DescribesBody(field.Key));
        var kept = Fields.All.Where(field => !field.Key.Equals("Age", StringComparison.OrdinalIgnoreCase));
        return new(Status, new Fields(kept).UpdatedBy(new Fields(news)), Body, notModified.Date, notModified.Asked, notModified.Received);
    }

    private TimeSpan AgeOnArrival =>
        long.TryParse(Fields["Age"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(Math.Min(seconds, CacheControl.Forever))
            : TimeSpan.Zero;

    // "0" and other dates that are none mean: stale (§5.3).
    private TimeSpan UntilExpiry(string expires) =>
        DateTimeOffset.TryParseExact(expires, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? Positive(at - Date) : TimeSpan.Zero;

    private static TimeSpan Positive(TimeSpan span) => span > TimeSpan.Zero ? span : TimeSpan.Zero;

    private static bool DescribesBody(string field) => field.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
        && !field.Equals("Content-Location", StringComparison.OrdinalIgnoreCase);
}
