using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Labs.RateLimiting.Core;
using Visualizer.DemoApi.Problems;

namespace Visualizer.DemoApi.Labs.RateLimiting;

/// <summary>What a limiter tells its clients: <c>RateLimit-Policy</c> and <c>RateLimit</c> (draft-ietf-httpapi-ratelimit-headers-10), the older <c>X-RateLimit-*</c>, and <c>Retry-After</c> (RFC 9110 §10.2.3).</summary>
/// <remarks>All seconds are sandbox seconds, rounded up, so that waiting exactly that long is long enough.</remarks>
internal static class RateLimitHeaders
{
    public static void Write(IHeaderDictionary headers, string name, QuotaPolicy policy, Decision decision, DateTimeOffset now)
    {
        var window = policy.WindowSeconds is { } w ? $";w={w}" : "";
        headers["RateLimit-Policy"] = $"\"{name}\";q={policy.Quota}{window}";
        headers["X-RateLimit-Limit"] = $"{policy.Quota}";
        headers["X-RateLimit-Remaining"] = $"{decision.Remaining}";
        if (Reset(decision) is not { } seconds)
        {
            headers["RateLimit"] = $"\"{name}\";r={decision.Remaining}";
            return;
        }

        headers["RateLimit"] = $"\"{name}\";r={decision.Remaining};t={seconds}";
        headers["X-RateLimit-Reset"] = $"{Seconds((now - DateTimeOffset.UnixEpoch).Ticks) + seconds}";
        if (RetryAfter(decision) is { } retry)
            headers.RetryAfter = $"{retry}";
    }

    /// <summary>Sandbox seconds after which a refused request is admitted; null where it was not refused or never will be.</summary>
    public static long? RetryAfter(Decision decision) =>
        decision.Admitted || decision.RetryAfterTicks == Decision.Never ? null : Seconds(decision.RetryAfterTicks);

    public static Problem Refusal(string name, QuotaPolicy policy, Decision decision)
    {
        var advice = RetryAfter(decision) is { } seconds ? $"Try again in {seconds} s." : "No waiting helps: nothing is refilled.";
        return new Problem(ProblemTypes.QuotaExceeded, $"The {name} limiter has {decision.Remaining} of {policy.Quota} left. {advice}")
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["violated-policies"] = new[] { name } },
        };
    }

    /// <summary>The draft's <c>t</c>; a refusal's is never later than its <c>Retry-After</c> asks to wait.</summary>
    private static long? Reset(Decision decision) =>
        RetryAfter(decision) ?? (decision.ResetTicks == Decision.Never ? null : Seconds(decision.ResetTicks));

    private static long Seconds(long ticks) => (ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond;
}
