using System.Globalization;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.HttpCaching;
using Visualizer.DemoApi.SharedCache;

namespace Visualizer.Dashboard.Labs.HttpCaching;

/// <summary>The lab's tasks, each proven by what the server wrote down.</summary>
internal static class CachingMissions
{
    public static readonly IReadOnlyList<Mission> All =
    [
        new("old", "Legally out of date",
            "Have the shared cache serve you a price that has been wrong for at least 20 seconds, without breaking a rule.",
            [
                "A cache learns of a change only when it asks, or when a write passes through it.",
                "PUT sandbox/caching/products/1 {\"price_cents\":1} changes the price behind everybody’s back.",
                "POST sandbox/clock/advance {\"milliseconds\":20000} lets 20 seconds pass; max-age=60 is still good then.",
            ],
            "With the settings as they are, GET /cdn/products/1, change its price with PUT sandbox/caching/products/1, advance the clock by 20,000 milliseconds, and GET /cdn/products/1 again.",
            () => new OldPrice()),
        new("known", "Nothing new, from nobody new",
            "Get a 304 from the shared cache itself: it answers your condition while the origin hears nothing.",
            [
                "The origin is not the only one who can compare ETags.",
                "Cache-Status begins with “demo; hit” when nobody else was asked.",
            ],
            "GET /cdn/products/2 and take its ETag, then send it back: curl -i -H 'If-None-Match: \"…\"' …/cdn/products/2 within 60 seconds.",
            () => new KnownToTheCache()),
        new("merge", "Lose no update",
            "Be refused with 412 because somebody was quicker, then read again and have your change accepted.",
            [
                "PUT needs If-Match with the ETag of the state that you have read.",
                "To be somebody who was quicker, send the same PUT twice.",
                "The ETag that is right now stands in the answer of a GET.",
            ],
            "GET /products/3 and take its ETag. PUT with If-Match succeeds; the same PUT again is 412. GET anew, PUT with the new ETag: accepted.",
            () => new Merged()),
        new("away", "The origin is away",
            "Get a product from the shared cache after its copy went stale, while the origin cannot be reached.",
            [
                "Which directive prefers an old answer to an error?",
                "PUT sandbox/caching {\"cache_control\":\"max-age=60, stale-if-error=600\",\"etag\":\"strong\",\"vary\":true}",
                "PUT sandbox/caching/origin {\"reachable\":false} takes the origin away.",
            ],
            "Set cache_control to max-age=60, stale-if-error=600, GET /cdn/products/4, take the origin away, advance the clock by 61,000 milliseconds, GET /cdn/products/4 again.",
            () => new ServedWhileAway()),
    ];

    private sealed class OldPrice : IMissionJudge
    {
        private const int Wanted = 20, MostStates = 1_000;
        private readonly Dictionary<string, DateTimeOffset> outdated = new(StringComparer.Ordinal);
        private double oldest;

        public string Progress => oldest > 0 ? $"served {oldest.ToString("0.#", CultureInfo.InvariantCulture)} s out of date" : "";

        public bool Proves(JournalEvent e)
        {
            if (e.Data is SandboxStarted { Lab: null or CachingView.Slug } || outdated.Count > MostStates)
                outdated.Clear();
            if (e.Data is ProductChanged { Before: { } before } changed)
                outdated.TryAdd($"/products/{changed.Id} {before}", e.At);
            if (e.Data is not CacheConsulted { Step: "serve", Copy.ETag: { } tag } told || !outdated.TryGetValue($"{told.Target} {tag}", out var since))
                return false;
            oldest = Math.Max(oldest, (e.At - since).TotalSeconds);
            return oldest >= Wanted;
        }
    }

    private sealed class KnownToTheCache : IMissionJudge
    {
        public string Progress => "";

        public bool Proves(JournalEvent e) =>
            e is { Lab: CachingView.Slug, Data: ResponseSent { Status: 304 } sent } && sent.Header("Cache-Status")?.Contains("; hit", StringComparison.Ordinal) is true;
    }

    private sealed class Merged : IMissionJudge
    {
        private readonly HashSet<long> refused = [];

        public string Progress => refused.Count > 0 ? "refused; now read again" : "";

        public bool Proves(JournalEvent e)
        {
            if (e.Data is SandboxStarted { Lab: null or CachingView.Slug })
                refused.Clear();
            if (e.Data is WriteRefused { Status: 412, Guard: { } guard, Etag: not null } no && guard.StartsWith('"'))
                refused.Add(no.Id);
            return e.Data is ProductChanged { Guard: { } named } changed && named == changed.Before && refused.Contains(changed.Id);
        }
    }

    private sealed class ServedWhileAway : IMissionJudge
    {
        public string Progress => "";

        public bool Proves(JournalEvent e) => e.Data is StaleCopyServed { OriginStatus: null };
    }
}
