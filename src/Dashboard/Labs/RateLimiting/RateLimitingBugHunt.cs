using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>A token bucket as it is often written, and what is wrong with it.</summary>
internal static class RateLimitingBugHunt
{
    public static readonly BugHunt Hunt = new(
        "A token bucket, short and plausible.",
        """
        class Bucket(int capacity, double perSecond)
        {
            double tokens = 0;
            DateTime last = DateTime.UtcNow;

            public bool Take(int cost)
            {
                var now = DateTime.UtcNow;
                var passed = (now - last).TotalSeconds;
                tokens += (int)(passed * perSecond);
                last = now;
                if (tokens < cost) return false;
                tokens -= cost;
                return true;
            }
        }
        """,
        [
            new(3, "The bucket starts empty, so a client that was never seen is refused at once. A fresh bucket is full."),
            new(6, "Nothing guards reading, adding and taking: two requests at once both see the last token and both take it."),
            new(8, "The wall clock can be set back. Then the time that passed is negative and tokens vanish; a limiter needs a clock that only goes forward."),
            new(10, "Fractions are cut off while the time moves on: who asks often enough never earns a token. Nor is the sum held to the capacity, so a quiet night saves up a flood."),
            new(12, "A cost above the capacity is refused for ever, as if waiting could help. It is the caller’s mistake: 400, not 429."),
        ]);
}
