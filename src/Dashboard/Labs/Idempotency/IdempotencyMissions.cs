using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.Idempotency;

namespace Visualizer.Dashboard.Labs.Idempotency;

/// <summary>The lab's tasks, all told by what the doors did.</summary>
internal static class IdempotencyMissions
{
    public static readonly IReadOnlyList<Mission> All =
    [
        new("lost", "Lost, and yet bought once",
            "Lose the answer of a POST /orders at least once, send it again, and end with one order and the answer in your hand.",
            [
                "Demo-Fault: drop-response commits the order and then cuts the connection.",
                "The same Idempotency-Key makes the second attempt the same intent as the first.",
            ],
            "POST /orders with Idempotency-Key: \"mine\" and Demo-Fault: drop-response, body {\"product_id\":1,\"quantity\":1}. curl reports an empty reply. Send it again without Demo-Fault: 201, Idempotent-Replayed: true.",
            () => new LostAndRepeated()),
        new("race", "Two orders under one key",
            "Make POST /racy/orders write two orders for one and the same key.",
            [
                "It looks the key up, waits 300 ms of sandbox time, and only then writes.",
                "With the sandbox clock paused, those 300 ms last as long as you like.",
            ],
            "PUT sandbox/clock {\"rate\":1,\"paused\":true}. Send the same POST /racy/orders twice in the background, then POST sandbox/clock/advance {\"milliseconds\":300}: both answer 201, with different ids.",
            () => new TwoUnderOneKey()),
        new("busy", "Too early, and not the same",
            "While the first request with a key is still being worked on, get a 409 and a 422 for that key.",
            [
                "Demo-Fault: delay=5000 makes the work take five seconds of sandbox time.",
                "The same body is 409, another amount is 422, and neither waits for the first.",
            ],
            "Send POST /orders with a key and Demo-Fault: delay=5000 in the background. Send the same without Demo-Fault: 409 with Retry-After. Send it with \"quantity\":2: 422.",
            () => new BusyAndDifferent()),
        new("failure", "A failure that stays",
            "Get the same 500 twice under one key, although the second attempt asks for no fault.",
            [
                "What has begun is answered for good, a failure like a success.",
                "Demo-Fault: error-500 fails after the work has begun.",
            ],
            "POST /orders with a new key and Demo-Fault: error-500, then once more without Demo-Fault: the same bytes, and Idempotent-Replayed: true. A new key would buy.",
            () => new StoredFailure()),
    ];

    private abstract class Judge : IMissionJudge
    {
        /// <summary>Keys a judge remembers; beyond them it forgets all and begins anew.</summary>
        private const int MostKeys = 1_000;

        private readonly Dictionary<string, HashSet<string>> seen = new(StringComparer.Ordinal);

        public string Progress { get; protected set; } = "";

        public bool Proves(JournalEvent e)
        {
            if (e.Data is SandboxStarted { Lab: null or IdempotencyView.Slug })
                Forget();
            return e.Data is not SandboxStarted && Sees(e);
        }

        protected abstract bool Sees(JournalEvent e);

        /// <summary>Notes a fact about a key, and tells how many different facts are known of it.</summary>
        protected int Note(string key, string fact)
        {
            if (seen.Count > MostKeys)
                Forget();
            if (!seen.TryGetValue(key, out var facts))
                seen[key] = facts = new(StringComparer.Ordinal);
            facts.Add(fact);
            return facts.Count;
        }

        protected bool Knows(string key, string fact) => seen.TryGetValue(key, out var facts) && facts.Contains(fact);

        protected IReadOnlyCollection<string> FactsOf(string key) => seen.TryGetValue(key, out var facts) ? facts : [];

        private void Forget()
        {
            seen.Clear();
            Progress = "";
        }
    }

    private sealed class LostAndRepeated : Judge
    {
        protected override bool Sees(JournalEvent e)
        {
            switch (e.Data)
            {
                case AnswerStored { Route: "/orders", Location: { } made } when e.RequestId is { } id:
                    Note(id, made);
                    return false;
                case AnswerReplayed { Route: "/orders", Location: { } made } when e.RequestId is { } id:
                    Note(id, made);
                    Note(id, "replayed");
                    return false;
                case ConnectionAborted when e.RequestId is { } id:
                    foreach (var made in FactsOf(id).Where(fact => fact.StartsWith('/')).ToList())
                    {
                        Note("lost", made);
                        Progress = "an answer lost, its order in the ledger";
                    }

                    return false;
                case ResponseSent { Status: 201 } when e.RequestId is { } id:
                    return Knows(id, "replayed") && FactsOf(id).Any(made => Knows("lost", made));
                default:
                    return false;
            }
        }
    }

    private sealed class TwoUnderOneKey : Judge
    {
        protected override bool Sees(JournalEvent e)
        {
            if (e.Data is not AnswerStored { Route: "/racy/orders", Location: { } location } stored)
                return false;
            var orders = Note(stored.Key, location);
            Progress = $"{orders} of 2 orders under one key";
            return orders > 1;
        }
    }

    private sealed class BusyAndDifferent : Judge
    {
        protected override bool Sees(JournalEvent e)
        {
            switch (e.Data)
            {
                case KeyClaimed claimed:
                    Note($"{claimed.Route} {claimed.Key}", "held");
                    return false;
                case KeyRefused refused when Knows($"{refused.Route} {refused.Key}", "held") && !Knows($"{refused.Route} {refused.Key}", "done"):
                    var met = Note($"{refused.Route} {refused.Key}", refused.Reason) - 1;
                    Progress = $"{met} of 2 refusals while it works";
                    return met == 2;
                case AnswerStored stored:
                    Note($"{stored.Route} {stored.Key}", "done");
                    return false;
                default:
                    return false;
            }
        }
    }

    private sealed class StoredFailure : Judge
    {
        protected override bool Sees(JournalEvent e)
        {
            switch (e.Data)
            {
                case AnswerStored { Status: 500 } stored:
                    Note($"{stored.Route} {stored.Key}", "failed");
                    Progress = "failed once, and stored";
                    return false;
                case AnswerReplayed { Status: 500 } replayed:
                    return Knows($"{replayed.Route} {replayed.Key}", "failed");
                default:
                    return false;
            }
        }
    }
}
