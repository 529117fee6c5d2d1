using Visualizer.DemoApi.Journal;

namespace Visualizer.DemoApi.SharedCache;

/// <summary>A response as a shared cache holds it, at the time of the event; from then on it only grows older.</summary>
/// <param name="Bytes">Length of its body.</param>
/// <param name="AgeMs">Its age in milliseconds of sandbox time.</param>
/// <param name="LifetimeMs">How old it may grow and be fresh; 0 where it does not say.</param>
/// <param name="StaleWhileRevalidateMs">How long after that it may be served while the cache asks anew; 0 where not at all.</param>
/// <param name="AsksFirst">True under <c>no-cache</c>: however fresh, it is not used without asking.</param>
/// <param name="Varies">What the request had to say to be given this copy, such as <c>Accept-Encoding: gzip</c>.</param>
public sealed record CachedCopy(
    string? ETag, long Bytes, double AgeMs, double LifetimeMs, double StaleWhileRevalidateMs, bool AsksFirst, IReadOnlyList<string> Varies);

/// <summary>A shared cache looked at a request and decided.</summary>
/// <param name="Target">What is asked for at the origin, for example <c>/products/1</c>.</param>
/// <param name="Step"><c>serve</c>, <c>serve_stale_and_ask</c>, <c>revalidate</c>, <c>fetch</c>, <c>pass_on</c> or <c>refuse</c>.</param>
/// <param name="Forward">Why the request goes on to the origin, in the words of RFC 9211; null where it does not.</param>
/// <param name="Rule">Where that is written.</param>
/// <param name="Copy">The copy it is about; null where there is none.</param>
public sealed record CacheConsulted(string Target, string Step, string? Forward, string Why, string Rule, CachedCopy? Copy) : IEventData;

/// <summary>A shared cache kept an answer.</summary>
public sealed record CopyStored(string Target, CachedCopy Copy) : IEventData;

/// <summary>The origin said 304: the copy is as new, and no body travelled.</summary>
public sealed record CopyFreshened(string Target, CachedCopy Copy) : IEventData;

/// <summary>A shared cache did not keep an answer.</summary>
public sealed record CopyRefused(string Target, int Status, string Why, string Rule) : IEventData;

/// <summary>The origin failed, and a stale copy stood in (RFC 5861 §4).</summary>
/// <param name="OriginStatus">What the origin answered; null where it could not be reached.</param>
public sealed record StaleCopyServed(string Target, int? OriginStatus, CachedCopy Copy) : IEventData;

/// <summary>Copies were thrown away.</summary>
/// <param name="Target">Whose; null is all of them.</param>
public sealed record CopiesDropped(string? Target, int Copies, string Why, string Rule) : IEventData;
