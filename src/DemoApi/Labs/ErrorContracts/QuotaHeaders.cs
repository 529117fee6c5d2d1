using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Labs.ErrorContracts.Core;
using Visualizer.DemoApi.Problems;

namespace Visualizer.DemoApi.Labs.ErrorContracts;

/// <summary>What is told about a quota on every answer behind it (draft-ietf-httpapi-ratelimit-headers-10, and the older X- names), in sandbox seconds, rounded up.</summary>
internal static class QuotaHeaders
{
    /// <summary>Writes the headers; the 429 where the quota is spent, else null.</summary>
    public static Problem? Write(IHeaderDictionary headers, string policy, QuotaAnswer quota, DateTimeOffset now)
    {
        var seconds = (long)Math.Ceiling(quota.UntilNext.TotalSeconds);
        headers["RateLimit-Policy"] = $"\"{policy}\";q={Quota.Limit};w={Quota.Window.TotalSeconds}";
        headers["RateLimit"] = $"\"{policy}\";r={quota.Left};t={seconds}";
        headers["X-RateLimit-Limit"] = $"{Quota.Limit}";
        headers["X-RateLimit-Remaining"] = $"{quota.Left}";
        headers["X-RateLimit-Reset"] = $"{(now + quota.UntilNext).ToUnixTimeSeconds()}";
        return quota.Admitted ? null : new Problem(ProblemTypes.QuotaExceeded, $"{Quota.Limit} writes in {Quota.Window.TotalSeconds} s are allowed, and they are spent. Try again in {seconds} s.")
        {
            Headers = { RetryAfter = $"{seconds}" },
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["violated-policies"] = new[] { policy } },
        };
    }
}
