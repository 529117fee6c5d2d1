using Visualizer.DemoApi.Problems;

namespace Visualizer.DemoApi.Sandboxes;

/// <summary>The 503 of a request that was held on sandbox time and not released by it.</summary>
internal static class HeldProblem
{
    public static Problem Of(HoldEnd end) => end switch
    {
        HoldEnd.Overdue => new Problem(ProblemTypes.HeldRequestOverdue,
            $"The request waited {HeldRequests.Longest.TotalSeconds} real seconds for the sandbox clock. Resume, speed up or advance the clock, then try again.")
        {
            Headers = { RetryAfter = "1" },
        },
        HoldEnd.Interrupted => new Problem(ProblemTypes.HeldRequestInterrupted, "The sandbox was reset or deleted while the request waited. Send it again.")
        {
            Headers = { RetryAfter = "0" },
        },
        HoldEnd.Full => new Problem(ProblemTypes.TooManyHeldRequests,
            $"This sandbox already holds {HeldRequests.Most} requests. Let the clock run, then try again.")
        {
            Headers = { RetryAfter = "1" },
        },
        _ => throw new ArgumentOutOfRangeException(nameof(end), end, "A released request has no problem."),
    };
}
