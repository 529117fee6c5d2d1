using System.Security.Cryptography;
using System.Text;
using Visualizer.DemoApi.Identity.Core;

namespace Visualizer.DemoApi.Labs.JwtSecurity.Core;

/// <summary>
/// WRONG, on purpose: verifies a signature the way the token asks for. Whoever writes the token then chooses how it is checked: not at all
/// (<c>none</c>), or with a "secret" that is the published key (RFC 8725 §2.1).
/// </summary>
internal sealed class HeaderChooses(string publicPem, string weakSecret)
{
    // The file, and the file as an editor or a variable holds it: without the final newline it is another secret.
    private readonly byte[][] _secrets = [.. ((string[])[publicPem, publicPem.TrimEnd('\n'), weakSecret]).Select(Encoding.UTF8.GetBytes)];

    public TokenCheck Signature => new("signature-by-header", "Does the signature fit, the way the token's alg asks?", "against RFC 8725 §3.1", Fault);

    private string? Fault(JwtParts token, TokenExpectation expected) => token.InHeader("alg")?.ToUpperInvariant() switch
    {
        "NONE" => null,
        "HS256" => Array.Exists(_secrets, secret => Fits(token, secret)) ? null : "No secret of this door fits the signature.",
        "ES256" => expected.Verifies(Input(token), token.Signature ?? []) ? null : "The signature does not fit.",
        _ => "Not even this door knows that alg.",
    };

    private static bool Fits(JwtParts token, byte[] secret) =>
        CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(secret, Input(token)), token.Signature);

    private static byte[] Input(JwtParts token) => Encoding.ASCII.GetBytes(token.SigningInput);
}
