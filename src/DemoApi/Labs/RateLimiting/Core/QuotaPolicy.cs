namespace Visualizer.DemoApi.Labs.RateLimiting.Core;

/// <summary>
/// The <c>q</c> and <c>w</c> of a <c>RateLimit-Policy</c>: so much in so many seconds, rounded up; without seconds if
/// nothing ever comes back (draft-ietf-httpapi-ratelimit-headers §3).
/// </summary>
internal readonly record struct QuotaPolicy(long Quota, long? WindowSeconds);
