using System.Globalization;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Labs.RateLimiting;

namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>What the lab says about its numbers, for the inspector and for ears.</summary>
internal static class RateLimitingWords
{
    public static WireDecision Of(RateLimitingLane lane, RequestAdmitted e, double before) => new(
        e.WaitMs > 0 ? $"admitted, leaves in {Seconds(e.WaitMs)}" : "admitted",
        $"{Found(lane, before)} and the request costs {e.Cost}.",
        "draft-ietf-httpapi-ratelimit-headers §4: the answer says what is left",
        State(lane, before),
        State(lane, e.Level.Count > 0 ? e.Level[0].Level : before));

    public static WireDecision Of(RateLimitingLane lane, RequestRejected e)
    {
        var state = State(lane, e.Level.Count > 0 ? e.Level[0].Level : 0);
        var when = e.RetryAfterSeconds is { } s ? $" The same request is admitted after {s} s." : " It will never be admitted.";
        var why = $"{Found(lane, e.Level.Count > 0 ? e.Level[0].Level : 0)}, too {(lane.Algorithm.FullAtStart ? "few" : "many")} for a cost of {e.Cost}.";
        return new("refused", why + when, "RFC 6585 §4, RFC 9110 §10.2.3", state, state);
    }

    /// <summary>The header that tells the lesson: when to come back, or what is left.</summary>
    public static string Telling(WireExchange exchange) => exchange.Response switch
    {
        null => "",
        { Status: 429 } refused => refused.Header("Retry-After") is { } seconds ? $"Retry-After: {seconds}" : "no Retry-After",
        { } answered => answered.Header("RateLimit") is { } left && left.IndexOf(';', StringComparison.Ordinal) is > 0 and var name
            ? left[(name + 1)..].Replace(";", "; ", StringComparison.Ordinal)
            : "",
    };

    public static IReadOnlyList<Lane> Lanes(RateLimitingView view) =>
        [.. view.Lanes.Select(l => new Lane(l.Algorithm.Key, l.Algorithm.Title, Note(l), Label(l), l.Settings.Limit, l.Algorithm.HasEdges ? l.Settings.WindowMs : 0))];

    public static IReadOnlyList<(int Admitted, int Refused)> Counts(RateLimitingView view) => [.. view.Lanes.Select(l => (l.Admitted, l.Refused))];

    /// <summary>What was decided since, in one sentence; empty where nothing was.</summary>
    public static string Since(IReadOnlyList<(int Admitted, int Refused)> before, RateLimitingView view)
    {
        var news = view.Lanes.Zip(before)
            .Select(p => (Lane: p.First, Admitted: p.First.Admitted - p.Second.Admitted, Refused: p.First.Refused - p.Second.Refused))
            .Where(n => n.Admitted > 0 || n.Refused > 0)
            .ToList();
        if (news.Count == 0)
            return "";
        var at = news.Max(n => n.Lane.DecidedAt) ?? view.Tape.Origin;
        var lanes = news.Select(n => $"{n.Lane.Algorithm.Title} {(n.Refused == 0 ? $"passed {n.Admitted}" : n.Admitted == 0 ? $"refused {n.Refused}" : $"passed {n.Admitted} and refused {n.Refused}")}");
        return $"{Seconds((at - view.Tape.Origin).TotalMilliseconds)}: {string.Join("; ", lanes)}.";
    }

    private static string Note(RateLimitingLane lane) => Note(lane.Algorithm.Key, lane.Settings) + (lane.Client.Length > 0 ? $" · client {lane.Client}" : "");

    private static string Note(string algorithm, LimiterConfigured set) => algorithm switch
    {
        Algorithms.FixedWindow => $"{set.Limit} per {Seconds(set.WindowMs)}, then zero",
        Algorithms.SlidingLog => $"{set.Limit} in any {Seconds(set.WindowMs)}",
        Algorithms.SlidingCounter => $"{set.Limit} per {Seconds(set.WindowMs)}, weighted",
        Algorithms.TokenBucket => $"capacity {set.Limit}, refill {set.PerSecond:0.###} / s",
        _ => $"queue of {set.Limit}, drains {set.PerSecond:0.###} / s",
    };

    /// <summary>What the limiter found when it was asked.</summary>
    private static string Found(RateLimitingLane lane, double level) => lane.Algorithm.Key switch
    {
        Algorithms.FixedWindow => $"The window had counted {Amount(level)} of {lane.Settings.Limit}",
        Algorithms.SlidingLog => $"The last {Seconds(lane.Settings.WindowMs)} held {Amount(level)} of {lane.Settings.Limit}",
        Algorithms.SlidingCounter => $"This window and the weighted one before it stood at {Amount(level)} of {lane.Settings.Limit}",
        Algorithms.TokenBucket => $"The bucket held {Amount(level)} tokens",
        _ => $"{Amount(level)} of {lane.Settings.Limit} places in the queue were taken",
    };

    /// <summary>A lane's state for its <c>aria-label</c>; its counts stand beside it as text.</summary>
    /// <remarks>When that was is told by the log beside it: a label that named each instant would travel with every request.</remarks>
    public static string Label(RateLimitingLane lane) => lane.DecidedAt is not null && lane.Level.Corners.Count > 0
        ? $"{lane.Algorithm.Title}: after the last request {State(lane, lane.Level.Corners[0].Level)}"
        : $"{lane.Algorithm.Title}: no request yet, {State(lane, lane.Algorithm.FullAtStart ? lane.Settings.Limit : 0)}";

    private static string State(RateLimitingLane lane, double level) =>
        $"{Amount(level)} of {lane.Settings.Limit} {lane.Algorithm.LevelWord}";

    private static string Amount(double level) => Math.Round(level, 2).ToString(CultureInfo.InvariantCulture);

    private static string Seconds(double milliseconds) => (milliseconds / 1000).ToString("0.###", CultureInfo.InvariantCulture) + " s";
}
