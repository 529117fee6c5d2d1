using System.Globalization;
using Visualizer.DemoApi.SharedCache.Core;

namespace Visualizer.DemoApi.SharedCache;

/// <summary>What a shared cache did, as the <c>Cache-Status</c> field tells it (RFC 9211).</summary>
internal static class CacheStatus
{
    public const string Name = "demo";

    /// <summary>Answered without the origin; a negative <c>ttl</c> says how stale it is.</summary>
    public static string Hit(StoredResponse copy, DateTimeOffset now, string? detail = null) => $"{Name}; hit; ttl={Ttl(copy, now)}{Detail(detail)}";

    /// <summary>The origin was asked.</summary>
    /// <param name="status">What it answered; null where it could not be reached.</param>
    /// <param name="copy">The copy that the cache holds now; null where it holds none.</param>
    public static string Forwarded(string? why, int? status, StoredResponse? copy, DateTimeOffset now, bool stored = false, string? detail = null) =>
        $"{Name}; fwd={why}{(status is { } code ? $"; fwd-status={code.ToString(CultureInfo.InvariantCulture)}" : "")}"
        + $"{(copy is not null ? $"; ttl={Ttl(copy, now)}" : "")}{(stored ? "; stored" : "")}{Detail(detail)}";

    /// <summary>Neither: the cache answered by itself.</summary>
    public static string Refused(string detail) => $"{Name}{Detail(detail)}";

    private static string Ttl(StoredResponse copy, DateTimeOffset now) =>
        Math.Ceiling(-copy.StaleFor(now).TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private static string Detail(string? detail) => detail is null ? "" : $"; detail={detail}";
}
