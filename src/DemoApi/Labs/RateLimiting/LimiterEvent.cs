using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.RateLimiting.Core;

namespace Visualizer.DemoApi.Labs.RateLimiting;

/// <summary>Tells a decision to the journal, in the units of the wire.</summary>
internal static class LimiterEvent
{
    public static IEventData Of(LimitRequest request, Decision decision, IReadOnlyList<LevelPoint> forecast)
    {
        var (client, level) = (request.Client ?? "", forecast.Select(p => new LevelCorner(Milliseconds(p.At), p.Level)).ToArray());
        return decision.Admitted
            ? new RequestAdmitted(request.Algorithm, client, request.Cost, decision.Remaining, Milliseconds(decision.WaitTicks), level)
            : new RequestRejected(request.Algorithm, client, request.Cost, decision.Remaining, RateLimitHeaders.RetryAfter(decision), level);
    }

    private static double Milliseconds(long ticks) => ticks / (double)TimeSpan.TicksPerMillisecond;
}
