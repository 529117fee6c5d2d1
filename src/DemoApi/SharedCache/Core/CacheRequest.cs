namespace Visualizer.DemoApi.SharedCache.Core;

/// <summary>A request as a cache sees it.</summary>
/// <param name="Target">What is asked for at the origin, path and query: the key, before <c>Vary</c> (RFC 9111 §2).</param>
internal sealed record CacheRequest(string Method, string Target, Fields Fields)
{
    public CacheControl CacheControl { get; } = CacheControl.Parse(Fields["Cache-Control"]);

    /// <summary>A cache answers GET; it also sees HEAD as one. Everything else is the origin's (§4).</summary>
    public bool IsRead => Method is "GET" or "HEAD";

    /// <summary>Conditions and ranges that only the origin may judge (§4.3.2).</summary>
    public bool IsForTheOrigin => Fields["If-Match"] is not null || Fields["If-Unmodified-Since"] is not null || Fields["Range"] is not null;
}
