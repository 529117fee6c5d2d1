namespace Visualizer.DemoApi.SharedCache.Core;

/// <summary>The rules of a shared cache (RFC 9111; stale-while-revalidate and stale-if-error: RFC 5861). It keeps nothing itself.</summary>
internal static class CachePolicy
{
    /// <summary>What to do with a request, given the copy that fits it, if there is one.</summary>
    /// <param name="otherVariants">Copies of the same target are there, but for requests with other fields (<c>Vary</c>).</param>
    public static CacheDecision Decide(CacheRequest request, StoredResponse? copy, bool otherVariants, DateTimeOffset now)
    {
        if (!request.IsRead)
            return new(CacheStep.PassOn, "method", new("A cache answers reads only; a write is the origin's", "RFC 9111 §4"), null);
        if (request.IsForTheOrigin)
            return new(CacheStep.PassOn, "bypass", new("Only the origin may judge this condition", "RFC 9111 §4.3.2"), null);
        var decision = copy is not null ? DecideOn(copy, request.CacheControl, now)
            : otherVariants ? new(CacheStep.Fetch, "vary-miss", new("The copies here are for requests with other header fields", "RFC 9111 §4.1"), null)
            : new CacheDecision(CacheStep.Fetch, "uri-miss", new("There is no copy", "RFC 9111 §4"), null);
        return request.CacheControl.OnlyIfCached && decision.Step is CacheStep.Fetch or CacheStep.Revalidate
            ? decision with { Step = CacheStep.Refuse, Forward = null, Why = new("only-if-cached: the client wants nobody asked", "RFC 9111 §5.2.1.7") }
            : decision;
    }

    private static CacheDecision DecideOn(StoredResponse copy, CacheControl asked, DateTimeOffset now)
    {
        var (age, said) = (copy.AgeAt(now), copy.CacheControl);
        if (asked.NoCache)
            return Ask("request", "The client says no-cache: ask before you answer", "RFC 9111 §5.2.1.4");
        if (asked.MaxAge is { } most && age >= TimeSpan.FromSeconds(most))
            return Ask("request", $"The client wants nothing older than {most} s", "RFC 9111 §5.2.1.1");
        if (said.NoCache)
            return Ask("stale", "no-cache: there is a copy, but it must not be used without asking", "RFC 9111 §5.2.2.4");
        if (copy.IsFreshAt(now))
            return new(CacheStep.Serve, null, new($"Fresh: {Whole(age)} s old, and good for {Whole(copy.Lifetime!.Value)} s", "RFC 9111 §4.2"), copy);
        if (MayServeStale(copy, said.StaleWhileRevalidate, now))
            return new(CacheStep.ServeStaleAndAsk, null, new("Stale, but within stale-while-revalidate: answered now, asked behind the scenes", "RFC 5861 §3"), copy);
        return Ask("stale", copy.Lifetime is null ? "Nothing says how long the copy is fresh" : $"Stale for {Whole(copy.StaleFor(now))} s", "RFC 9111 §4.3");

        CacheDecision Ask(string forward, string why, string rule) => new(CacheStep.Revalidate, forward, new(why, rule), copy);
    }

    /// <summary>Whether the copy may stand in for an origin that fails (5xx) or cannot be reached.</summary>
    public static bool MayServeOnError(CacheRequest request, StoredResponse copy, DateTimeOffset now) =>
        MayServeStale(copy, Math.Max(copy.CacheControl.StaleIfError, request.CacheControl.StaleIfError), now);

    /// <summary>Why a response must not be kept, or null where it may (RFC 9111 §3).</summary>
    public static Because? Unstorable(CacheRequest request, StoredResponse response)
    {
        var said = response.CacheControl;
        if (request.Method != "GET" || response.Status is not (200 or 203 or 204 or 300 or 301 or 308 or 404 or 405 or 410 or 414 or 501))
            return new($"{response.Status} to {request.Method} is not for keeping", "RFC 9111 §3");
        if (said.NoStore || request.CacheControl.NoStore)
            return new("no-store: nobody may keep it", "RFC 9111 §5.2.2.5");
        if (said.Private)
            return new("private: it is for one user, so a shared cache must not keep it", "RFC 9111 §5.2.2.7");
        if (request.Fields["Authorization"] is not null && !(said.Public || said.MustRevalidate || said.SharedMaxAge is not null))
            return new("The request had credentials, and nothing allows sharing the answer", "RFC 9111 §3.5");
        if (response.Fields["Vary"]?.Contains('*') is true)
            return new("Vary: * fits no later request", "RFC 9111 §4.1");
        return response.Lifetime > TimeSpan.Zero || response.HasValidator ? null
            : new("It is stale at once, and without ETag or Last-Modified it cannot be revalidated", "RFC 9111 §3");
    }

    // must-revalidate, proxy-revalidate, s-maxage and no-cache forbid it, whatever else is said (§4.2.4).
    private static bool MayServeStale(StoredResponse copy, long seconds, DateTimeOffset now) =>
        copy.CacheControl is { MustRevalidate: false, ProxyRevalidate: false, NoCache: false } && copy.StaleFor(now) < TimeSpan.FromSeconds(seconds);

    private static long Whole(TimeSpan span) => (long)span.TotalSeconds;
}
