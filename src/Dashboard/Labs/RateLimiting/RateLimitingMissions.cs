using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.RateLimiting;

namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>The lab's tasks. All are judged with the settings of a fresh sandbox: who raises the limit proves nothing.</summary>
internal static class RateLimitingMissions
{
    /// <summary>Clients a judge remembers; beyond them it forgets all and begins anew.</summary>
    private const int MostClients = 1_000;

    public static readonly IReadOnlyList<Mission> All =
    [
        new("twice", "Twice the limit, legally",
            "Get 20 requests accepted by one limiter within one second of sandbox time, with the limits as they are.",
            [
                "Which of the five forgets everything at one instant?",
                "Windows begin at every full ten seconds of sandbox time, and Sandbox-Time in each answer tells how late it is.",
                "PUT sandbox/clock {\"rate\":1,\"paused\":true} stops the clock; POST sandbox/clock/advance moves it to just before an edge.",
            ],
            "Pause the clock and advance it to a tenth of a second before a full ten seconds. Send 10 to /limits/fixed-window, advance by 200 milliseconds, send 10 more: all 20 are accepted.",
            () => new TwentyInASecond()),
        new("polite", "Thirty without a 429",
            "Have one client make 30 calls in a row to one limiter without a single refusal.",
            [
                "RateLimit tells what is left (r) and for how long to wait (t) before you are refused.",
                "The leaky bucket makes you wait instead of refusing, as long as you do not crowd it.",
                "One call a second is below every limit here; the sandbox clock can run a hundred times faster.",
            ],
            "Set the clock’s rate to 100, then call /limits/token-bucket 30 times, and before each call whose RateLimit said r=0 advance the clock by t seconds.",
            () => new ThirtyInARow()),
        new("exact", "Exactly long enough",
            "Be refused, wait as long as Retry-After says but not a second longer, and be accepted.",
            [
                "Retry-After counts seconds of sandbox time.",
                "With the clock paused, nothing passes but what you advance it by.",
            ],
            "Pause the clock, call /limits/sliding-log until it answers 429, advance the clock by Retry-After times 1,000 milliseconds, call once more.",
            () => new ExactWait()),
    ];

    /// <summary>A limiter as it was when the sandbox was new.</summary>
    private sealed class Untouched
    {
        private readonly HashSet<string> changed = new(StringComparer.Ordinal);

        public bool Is(string algorithm) => !changed.Contains(algorithm);

        public void Apply(JournalEvent e)
        {
            if (e.Data is SandboxStarted { Lab: null or RateLimitingView.Slug })
                changed.Clear();
            else if (e.Data is LimiterConfigured set && RateLimitingAlgorithm.All.FirstOrDefault(a => a.Key == set.Algorithm)?.Defaults == set)
                changed.Remove(set.Algorithm);
            else if (e.Data is LimiterConfigured other)
                changed.Add(other.Algorithm);
        }
    }

    private sealed class TwentyInASecond : IMissionJudge
    {
        private const int Wanted = 20;
        private readonly Untouched untouched = new();
        private Dictionary<string, BusiestSpan> busiest = new(StringComparer.Ordinal);

        public string Progress => busiest.Count == 0 ? "" : $"{busiest.Values.Max(b => b.Most)} of {Wanted} within a second";

        public bool Proves(JournalEvent e)
        {
            untouched.Apply(e);
            if (e.Data is SandboxStarted)
                busiest = new(StringComparer.Ordinal);
            if (e.Data is not RequestAdmitted admitted || !untouched.Is(admitted.Algorithm))
                return false;
            if (!busiest.TryGetValue(admitted.Algorithm, out var span))
                busiest[admitted.Algorithm] = span = new(TimeSpan.FromSeconds(1));
            span.Add(e.At);
            return span.Most >= Wanted;
        }
    }

    private sealed class ThirtyInARow : IMissionJudge
    {
        private const int Wanted = 30;
        private readonly Untouched untouched = new();
        private readonly Dictionary<(string, string), int> inARow = [];

        public string Progress => inARow.Count == 0 ? "" : $"{inARow.Values.Max()} of {Wanted} in a row";

        public bool Proves(JournalEvent e)
        {
            untouched.Apply(e);
            switch (e.Data)
            {
                case SandboxStarted:
                    inARow.Clear();
                    return false;
                case RequestRejected refused:
                    inARow.Remove((refused.Algorithm, refused.Client));
                    return false;
                case RequestAdmitted admitted when untouched.Is(admitted.Algorithm):
                    if (inARow.Count > MostClients)
                        inARow.Clear();
                    var key = (admitted.Algorithm, admitted.Client);
                    return (inARow[key] = inARow.GetValueOrDefault(key) + 1) >= Wanted;
                default:
                    return false;
            }
        }
    }

    private sealed class ExactWait : IMissionJudge
    {
        private readonly Dictionary<(string, string), (DateTimeOffset At, long Seconds)> refused = [];

        public string Progress => refused.Count == 0 ? "" : $"refused, told to wait {refused.Values.Last().Seconds} s";

        public bool Proves(JournalEvent e)
        {
            switch (e.Data)
            {
                case SandboxStarted:
                    refused.Clear();
                    return false;
                case RequestRejected { RetryAfterSeconds: { } seconds } no:
                    if (refused.Count > MostClients)
                        refused.Clear();
                    refused[(no.Algorithm, no.Client)] = (e.At, seconds);
                    return false;
                case RequestAdmitted yes when refused.Remove((yes.Algorithm, yes.Client), out var told):
                    var waited = (e.At - told.At).TotalSeconds;
                    return waited >= told.Seconds && waited < told.Seconds + 1;
                default:
                    return false;
            }
        }
    }
}
