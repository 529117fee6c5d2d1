using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.SharedCache.Core;

namespace Visualizer.DemoApi.SharedCache;

/// <summary>One sandbox's shared cache in front of a part of its API: decides by <see cref="CachePolicy"/> and tells the journal.</summary>
/// <param name="lab">The lab whose page draws it.</param>
/// <param name="honoursVary">False makes the mistake on purpose: one copy a target, whoever asks.</param>
internal sealed class EdgeCache(Sandbox sandbox, string lab, bool honoursVary = true)
{
    // Requests come in parallel. A decision is taken and written down in one step, so that the journal's order is the decisions' order.
    private readonly Lock _gate = new();
    private readonly ResponseStore _store = new(honoursVary);
    private readonly HashSet<string> _asking = new(StringComparer.Ordinal);

    private DateTimeOffset Now => sandbox.Clock.GetUtcNow();

    /// <summary>
    /// Decides what to do with a request. The generation goes back with the answer. Of all who are served one stale copy, one asks behind
    /// the scenes, and <see cref="LearnFrom"/> ends that; both together with the decision, so that nobody asks for what has just come.
    /// </summary>
    public (CacheDecision Decision, long Generation, bool AsksBehindTheScenes) Consult(OriginCall call)
    {
        lock (_gate)
        {
            var (now, request) = (Now, call.Request);
            var (copy, others) = _store.Find(request);
            var decision = CachePolicy.Decide(request, copy, others, now);
            Tell(new CacheConsulted(request.Target, WordOf(decision.Step), decision.Forward, decision.Why.Says, decision.Why.Rule, Describe(request, decision.Copy, now)), call, now);
            return (decision, _store.Generation, decision.Step is CacheStep.ServeStaleAndAsk && _asking.Add(request.Target));
        }
    }

    /// <summary>The answer where the origin is not waited for.</summary>
    public IResult AnswerAtOnce(CacheDecision decision)
    {
        if (decision is not { Copy: { } copy, Step: CacheStep.Serve or CacheStep.ServeStaleAndAsk })
        {
            return new Problem(ProblemTypes.GatewayTimeout, "The cache holds no copy that it may serve, and the request wants nobody asked.")
            {
                Headers = { ["Cache-Status"] = CacheStatus.Refused("only-if-cached") },
            };
        }

        var now = Now;
        var detail = decision.Step is CacheStep.Serve ? null : "stale-while-revalidate";
        return new CachedAnswer(copy, CacheStatus.Hit(copy, now, detail), copy.AgeAt(now));
    }

    /// <summary>Takes in what the origin said, null where it could not be reached: keeps it or not, and makes the answer of it.</summary>
    public IResult AnswerWith(StoredResponse? reply, OriginCall call, CacheDecision decision, long generation)
    {
        lock (_gate)
        {
            var now = Now;
            if (decision.Copy is { } copy && reply is null or { Status: >= 500 } && CachePolicy.MayServeOnError(call.Request, copy, now))
            {
                Tell(new StaleCopyServed(call.Request.Target, reply?.Status, Describe(call.Request, copy, now)!), call, now);
                return new CachedAnswer(copy, CacheStatus.Forwarded(decision.Forward, reply?.Status, copy, now, detail: "stale-if-error"), copy.AgeAt(now));
            }

            if (reply is null)
            {
                return new Problem(ProblemTypes.GatewayTimeout, "The origin could not be reached, and the cache holds nothing that it may serve instead.")
                {
                    Headers = { ["Cache-Status"] = CacheStatus.Forwarded(decision.Forward, null, null, now) },
                };
            }

            if (decision.Step is CacheStep.PassOn)
                return PassedOn(reply, call, decision, now);
            var (answer, stored) = TakeIn(reply, call, decision.Copy, generation, now);
            return new CachedAnswer(answer, CacheStatus.Forwarded(decision.Forward, reply.Status, stored ? answer : null, now, stored && reply.Status != 304));
        }
    }

    /// <summary>Takes in an answer that nobody waits for, null where none came. A failure changes nothing: the copy is as stale as before, and the next one asks.</summary>
    public void LearnFrom(StoredResponse? reply, OriginCall call, CacheDecision decision, long generation)
    {
        lock (_gate)
        {
            _asking.Remove(call.Request.Target);
            if (reply is { Status: < 500 })
                TakeIn(reply, call, decision.Copy, generation, Now);
        }
    }

    /// <summary>Throws copies away: those of a target, or all.</summary>
    public void Drop(string? target, string why, string rule = "RFC 9111 §4.4", string? requestId = null)
    {
        lock (_gate)
        {
            if (_store.Drop(target) is > 0 and var copies)
                sandbox.Journal.Append(Now, new CopiesDropped(target, copies, why, rule), lab, requestId);
        }
    }

    // A successful write makes every copy of its target doubtful (RFC 9111 §4.4).
    private CachedAnswer PassedOn(StoredResponse reply, OriginCall call, CacheDecision decision, DateTimeOffset now)
    {
        if (!call.Request.IsRead && reply.Status is >= 200 and < 400)
            Drop(call.Request.Target, $"A {call.Request.Method} went through this cache and succeeded", requestId: call.AskedBy);
        return new(reply, CacheStatus.Forwarded(decision.Forward, reply.Status, null, now));
    }

    private (StoredResponse Answer, bool Stored) TakeIn(StoredResponse reply, OriginCall call, StoredResponse? copy, long generation, DateTimeOffset now)
    {
        var request = call.Request;
        var fresh = reply.Status == StatusCodes.Status304NotModified && copy is not null ? copy.FreshenedBy(reply) : reply;
        var whyNot = CachePolicy.Unstorable(request, fresh);
        if (whyNot is null && !_store.Keep(request, fresh, generation))
            whyNot = new("It is too large, or a change came in between", "RFC 9111 §4.4");
        if (whyNot is null)
        {
            var held = Describe(request, fresh, now)!;
            Tell(ReferenceEquals(fresh, reply) ? new CopyStored(request.Target, held) : new CopyFreshened(request.Target, held), call, now);
            return (fresh, true);
        }

        if (copy is not null && reply.Status < 500)
            _store.Drop(request.Target); // the origin has spoken: the old copy is not its word any more
        Tell(new CopyRefused(request.Target, fresh.Status, whyNot.Says, whyNot.Rule), call, now);
        return (fresh, false);
    }

    private void Tell(IEventData happened, OriginCall call, DateTimeOffset now) => sandbox.Journal.Append(now, happened, lab, call.AskedBy);

    private CachedCopy? Describe(CacheRequest request, StoredResponse? copy, DateTimeOffset now) => copy is null ? null : new(
        copy.ETag,
        copy.Body.Length,
        copy.AgeAt(now).TotalMilliseconds,
        (copy.Lifetime ?? TimeSpan.Zero).TotalMilliseconds,
        copy.CacheControl is { MustRevalidate: false, ProxyRevalidate: false, NoCache: false } said ? said.StaleWhileRevalidate * 1_000d : 0,
        copy.CacheControl.NoCache,
        [.. _store.SelectorsOf(request, copy).Select(selector => $"{selector.Key}: {selector.Value}")]);

    private static string WordOf(CacheStep step) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(step.ToString());
}
