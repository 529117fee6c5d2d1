namespace Visualizer.DemoApi.Labs.Idempotency.Core;

/// <summary>Where a key counts: another client, method or address may use the same text for something else.</summary>
/// <param name="Subject">The client as its token names it; empty for those without one.</param>
internal readonly record struct KeyScope(string Subject, string Method, string Route, string Key);

/// <summary>A whole response, kept to be given again.</summary>
internal sealed record StoredAnswer(int Status, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body);

/// <summary>What is remembered of a key.</summary>
/// <param name="Attempt">Who works on it, while there is no answer.</param>
/// <param name="LeaseUntil">How long that one is believed to be alive: without it, a process that died would block the key for ever.</param>
/// <param name="ExpiresAt">From here on the key is new.</param>
/// <param name="Answer">Null while the work is going on.</param>
internal sealed record KeyRecord(Fingerprint Fingerprint, string Attempt, DateTimeOffset LeaseUntil, DateTimeOffset ExpiresAt, StoredAnswer? Answer)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Longer than any work takes; one that lasts longer all the same finds its claim gone and does nothing.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    public static KeyRecord Claimed(Fingerprint fingerprint, string attempt, DateTimeOffset now) =>
        new(fingerprint, attempt, now + Lease, now + Lifetime, Answer: null);
}
