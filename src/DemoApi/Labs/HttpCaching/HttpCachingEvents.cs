using System.Text.Json.Serialization;
using Visualizer.DemoApi.Journal;

namespace Visualizer.DemoApi.Labs.HttpCaching;

/// <summary>The origin was asked for a product.</summary>
/// <param name="Etag">The tag of its present state; null where the settings give none.</param>
/// <param name="Named">The tags that the request named as known (<c>If-None-Match</c>), or null; at most 200 characters.</param>
/// <param name="Outcome"><c>sent</c>, <c>not_modified</c> (the body stays here) or <c>failed</c>.</param>
/// <param name="Bytes">Length of the body, whether or not it travelled.</param>
public sealed record ProductRead(long Id, long Version, string? Etag, string? Named, string Outcome, string Why, string Rule, long Bytes) : IEventData;

/// <summary>A product has a new state.</summary>
/// <param name="Before">The tag of the state it replaced; null where there was none.</param>
/// <param name="Guard">What the request named as the state it replaces (<c>If-Match</c>, or <c>If-None-Match: *</c>); null where no request made the change.</param>
public sealed record ProductChanged(long Id, long Version, long PriceCents, string? Before, string? Etag, string? Guard) : IEventData;

/// <summary>A product is gone.</summary>
public sealed record ProductDeleted(long Id, string? Before, string? Guard) : IEventData;

/// <summary>A write was refused, and nothing changed.</summary>
/// <param name="Etag">The tag of the present state; null where there is none.</param>
/// <param name="Guard">The state that the request named, as sent; null where it named none.</param>
public sealed record WriteRefused(long Id, int Status, string? Etag, string? Guard, string Why, string Rule) : IEventData;

/// <summary>The origin says something else about its products from now on; the shared cache starts empty.</summary>
public sealed record CachingConfigured(string CacheControl, string Etag, bool Vary) : IEventData;

/// <summary>A browser told what it saw of its own request: its word, not the server's measurement.</summary>
/// <param name="TransferBytes">0 where the browser's own copy answered; null where it does not tell.</param>
public sealed record BrowserReported(
    string Attempt, string Path, int Status, long? TransferBytes, long BodyBytes, long? Version, string CacheControl, long AgeSeconds, long RealMs) : IEventData
{
    /// <summary>Answered without anybody being asked.</summary>
    [JsonIgnore]
    public bool FromOwnCopy => Status != 0 && TransferBytes == 0;

    /// <summary>Asked, was told 304, and used the copy it had.</summary>
    [JsonIgnore]
    public bool Revalidated => TransferBytes > 0 && TransferBytes < BodyBytes;
}

/// <summary>The origin can be reached again, or no more.</summary>
public sealed record OriginSwitched(bool Reachable) : IEventData;
