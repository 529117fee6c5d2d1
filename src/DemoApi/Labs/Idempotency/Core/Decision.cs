namespace Visualizer.DemoApi.Labs.Idempotency.Core;

/// <summary>What becomes of a request that carries a key.</summary>
internal abstract record Decision
{
    /// <summary>Nobody has answered under this key: do the work. <see cref="TakesOver"/> where an attempt before this one died on the way.</summary>
    public sealed record Execute(bool TakesOver) : Decision;

    /// <summary>It was done: give the same answer again.</summary>
    public sealed record Replay(StoredAnswer Answer) : Decision;

    /// <summary>It is being done at this moment: 409.</summary>
    public sealed record InFlight(KeyRecord Claim) : Decision;

    /// <summary>The key belongs to another request: 422, be that one answered or still going on.</summary>
    public sealed record Mismatch(KeyRecord Known) : Decision;

    public static Decision Of(KeyRecord? known, Fingerprint asked, DateTimeOffset now) => known switch
    {
        null => new Execute(TakesOver: false),
        _ when known.ExpiresAt <= now => new Execute(TakesOver: false),
        _ when known.Fingerprint != asked => new Mismatch(known),
        { Answer: { } answer } => new Replay(answer),
        _ when known.LeaseUntil <= now => new Execute(TakesOver: true),
        _ => new InFlight(known),
    };
}
