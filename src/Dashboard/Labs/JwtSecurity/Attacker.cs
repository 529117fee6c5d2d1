using System.Globalization;
using Visualizer.DemoApi.Labs.JwtSecurity;

namespace Visualizer.Dashboard.Labs.JwtSecurity;

/// <summary>Finds out what re-signing needs: the published key, and the word behind a leaky token.</summary>
internal sealed class Attacker(JwtSecurityClient client, TokenWallet wallet, TimeProvider real)
{
    public Loot Loot { get; private set; } = new();

    /// <summary>Finds what a step needs, where it needs anything.</summary>
    public async Task FindForAsync(ForgeStep step)
    {
        if (step.Key == "pem" && Loot.Pem is null)
            Loot = Loot with { Pem = await client.PublicPemAsync() };
        if (step.Key == "guess" && Loot.Secret is null)
            await CrackAsync();
    }

    /// <summary>Guesses on a leaky token, which it takes first where there is none. The guessing itself sends nothing. Answers what came of it.</summary>
    public async Task<string> CrackAsync()
    {
        var refused = wallet[TokenKind.Leaky] is null ? await wallet.LogInAsync(TokenKind.Leaky) : "";
        if (TokenText.Read(wallet[TokenKind.Leaky]) is not { } leaky)
            return refused;
        var start = real.GetTimestamp();
        var (secret, tried) = SecretCracker.Crack(leaky, WeakSecrets.Words);
        var took = real.GetElapsedTime(start).TotalMilliseconds.ToString("0.##", CultureInfo.InvariantCulture);
        Loot = Loot with { Secret = secret };
        return secret is null
            ? $"None of {tried} words fits."
            : $"Cracked: “{secret}”, word {tried} of {WeakSecrets.Words.Count}, in {took} ms (measured). No request was sent, so no server could notice.";
    }

    /// <summary>Another key, other words: nothing found so far holds any more.</summary>
    public void Forget() => Loot = new();
}

/// <summary>What an attacker has found out.</summary>
/// <param name="Pem">The published key as text; null until fetched.</param>
/// <param name="Secret">The weak secret; null until cracked.</param>
internal sealed record Loot(string? Pem = null, string? Secret = null);
