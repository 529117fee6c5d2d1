namespace Visualizer.DemoApi.SharedCache.Core;

/// <summary>What a cache does with a request.</summary>
internal enum CacheStep
{
    /// <summary>Answer with the copy; the origin hears nothing.</summary>
    Serve,

    /// <summary>Answer with the copy, stale as it is, and ask the origin behind the scenes.</summary>
    ServeStaleAndAsk,

    /// <summary>Ask the origin whether the copy is still right.</summary>
    Revalidate,

    /// <summary>Ask the origin for the whole: there is no copy to go by.</summary>
    Fetch,

    /// <summary>Hand the request on as it is.</summary>
    PassOn,

    /// <summary>The client wants no one asked, and there is nothing to serve: 504.</summary>
    Refuse,
}

/// <summary>A cache's decision on one request.</summary>
/// <param name="Forward">Why the request goes on, in the words of RFC 9211 §2.2; null where it does not.</param>
/// <param name="Copy">The copy that it is about.</param>
internal sealed record CacheDecision(CacheStep Step, string? Forward, Because Why, StoredResponse? Copy);
