using System.Globalization;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Labs.RateLimiting;

namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>What the lab says about its numbers, for the inspector and for ears.</summary>
internal static class RateLimitingWords
{
    public static WireDecision Of(RateLimitingLane lane, RequestAdmitted e, double before) => new(
        e.WaitMs > 0 ? $"admitted, leaves in {Seconds(e.WaitMs)}" : "admitted",
        lane.Algorithm == RateLimitingAlgorithm.TokenBucket
            ? $"The bucket held {Amount(before)} tokens and the request costs {e.Cost}."
            : $"The window had counted {Amount(before)} of {lane.Settings.Limit} and the request costs {e.Cost}.",
        "draft-ietf-httpapi-ratelimit-headers §4: the answer says what is left",
        State(lane, before),
        State(lane, e.Level.Count > 0 ? e.Level[0].Level : before));

    public static WireDecision Of(RateLimitingLane lane, RequestRejected e)
    {
        var state = State(lane, e.Level.Count > 0 ? e.Level[0].Level : 0);
        var when = e.RetryAfterSeconds is { } s ? $" The same request is admitted after {s} s." : " It will never be admitted.";
        var why = lane.Algorithm == RateLimitingAlgorithm.TokenBucket
            ? $"The bucket lacks a token that the request costs {e.Cost} of."
            : $"The window has counted its {lane.Settings.Limit}; only its edge clears the count.";
        return new("refused", why + when, "RFC 6585 §4, RFC 9110 §10.2.3", state, state);
    }

    /// <summary>A lane's state for its <c>aria-label</c>.</summary>
    public static string Label(RateLimitingLane lane, DateTimeOffset origin)
    {
        var counts = $"{lane.Admitted} admitted, {lane.Refused} refused, most accepted in any second {lane.MostInOneSecond}";
        return lane.DecidedAt is { } at && lane.Level.Corners.Count > 0
            ? $"{lane.Algorithm.Title}: at {Seconds((at - origin).TotalMilliseconds)} {State(lane, lane.Level.Corners[0].Level)}; {counts}."
            : $"{lane.Algorithm.Title}: no request yet, {State(lane, lane.Algorithm.FullAtStart ? lane.Settings.Limit : 0)}.";
    }

    private static string State(RateLimitingLane lane, double level) =>
        $"{Amount(level)} of {lane.Settings.Limit} {lane.Algorithm.LevelWord}";

    private static string Amount(double level) => Math.Round(level, 2).ToString(CultureInfo.InvariantCulture);

    private static string Seconds(double milliseconds) => (milliseconds / 1000).ToString("0.###", CultureInfo.InvariantCulture) + " s";
}
