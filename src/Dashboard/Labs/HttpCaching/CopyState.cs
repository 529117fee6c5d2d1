namespace Visualizer.Dashboard.Labs.HttpCaching;

/// <summary>A copy that a cache holds, as a bar can draw it.</summary>
/// <param name="AtMs">When its age was told: milliseconds since the Unix epoch, on the clock that the cache lives on.</param>
/// <param name="GraceMs">How long after its lifetime it may still be served (<c>stale-while-revalidate</c>).</param>
/// <param name="AsksFirst">True under <c>no-cache</c>.</param>
public sealed record CopyState(long? Version, double AtMs, double AgeMs, double LifetimeMs, double GraceMs, bool AsksFirst);
