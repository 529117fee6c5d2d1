using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.Idempotency;

namespace Visualizer.Dashboard.Labs.Idempotency;

/// <content>Who reads the journal for each task.</content>
internal static partial class IdempotencyMissions
{
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
