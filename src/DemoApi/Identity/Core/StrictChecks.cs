using System.Text;
using System.Text.Json;

namespace Visualizer.DemoApi.Identity.Core;

/// <summary>Everything a token must be before it opens anything, cheapest first, and no claim before the signature.</summary>
internal static class StrictChecks
{
    /// <summary>Longest token read, in characters; ours are shorter than 700.</summary>
    public const int MaxLength = 8_192;

    private const decimal EndOfTime = 253_402_300_799; // 9999-12-31T23:59:59Z

    public static readonly TokenCheck Form = new("form", "Three parts of base64url, and not too long?", "RFC 7515 §3.1, RFC 8725bis §3", (t, _) =>
        t.Segments.Sum(segment => segment.Length + 1) > MaxLength + 1 ? $"It is longer than {MaxLength} characters."
        : t.Segments.Count != 3 ? "It does not have three parts."
        : t.Segments.Any(segment => JwtParts.Bytes(segment) is null) ? "A part is not base64url without padding." : null);

    public static readonly TokenCheck Readable = new("json", "Do header and payload hold JSON objects?", "RFC 7519 §7.2", (t, _) =>
        t.Header is null ? "The header is not one JSON object with distinct members."
        : t.Payload is null ? "The payload is not one JSON object with distinct members." : null);

    public static readonly TokenCheck Type = new("type", "Is it an access token?", "RFC 9068 §4", (t, _) =>
        t.InHeader("typ") is { } typ && IsAccessToken(typ) ? null : "Its typ is not at+jwt.");

    // Case-sensitive, from a list of one. The token's own word is compared, never obeyed.
    public static readonly TokenCheck Algorithm = new("algorithm", "Is alg the one we expect?", "RFC 8725 §3.1", (t, _) =>
        t.InHeader("alg") == "ES256" ? null : "Its alg is not ES256.");

    public static readonly TokenCheck Critical = new("critical", "No extension that we do not know?", "RFC 7515 §4.1.11", (t, _) =>
        Has(t.Header, "crit") ? "It names critical extensions, and this verifier knows none." : null);

    // Compared as text. It is no path, no query, no address, and jwk, jku, x5u and x5c are nobody's keys.
    public static readonly TokenCheck Key = new("key", "Is kid exactly our key?", "RFC 8725 §3.10", (t, e) =>
        t.InHeader("kid") == e.KeyId ? null : "Its kid names no key of this sandbox.");

    public static readonly TokenCheck Signature = new("signature", "Does the signature fit our key?", "RFC 7515 §5.2", (t, e) =>
        e.Verifies(Encoding.ASCII.GetBytes(t.SigningInput), t.Signature!) ? null : "The signature does not fit.");

    public static readonly TokenCheck Issuer = new("issuer", "Did we issue it?", "RFC 7519 §4.1.1", (t, e) =>
        t.Claim("iss") == e.Issuer ? null : "Its iss is not this issuer.");

    public static readonly TokenCheck Audience = new("audience", "Is it meant for this API?", "RFC 7519 §4.1.3", (t, e) =>
        Audiences(t).Contains(e.Audience) ? null : "Its aud does not name this API.");

    public static readonly TokenCheck Expiry = new("expiry", "Has it not expired?", "RFC 7519 §4.1.4", (t, e) =>
        Moment(t, "exp") is not { } exp ? "Its exp is not a number of seconds." : Seconds(e.Now) >= exp ? "It has expired." : null);

    public static readonly TokenCheck NotBefore = new("not-before", "Is it valid already?", "RFC 7519 §4.1.5", (t, e) =>
        !Has(t.Payload, "nbf") ? null
        : Moment(t, "nbf") is not { } nbf ? "Its nbf is not a number of seconds." : Seconds(e.Now) < nbf ? "It is not valid yet." : null);

    public static readonly TokenCheck IssuedAt = new("issued-at", "Was it issued in the past?", "RFC 9068 §2.2", (t, e) =>
        Moment(t, "iat") is not { } iat ? "Its iat is not a number of seconds." : Seconds(e.Now) < iat ? "It was issued in the future." : null);

    public static readonly TokenCheck Claims = new("claims", "Are all claims there that an access token has?", "RFC 9068 §2.2", (t, _) =>
        Array.Find(["sub", "client_id", "jti", "sid"], name => string.IsNullOrEmpty(t.Claim(name))) is { } missing ? $"It has no {missing}." : null);

    public static readonly TokenCheck Subject = new("subject", "Is sub somebody we know?", "RFC 8725 §3.8", (t, e) =>
        e.IsActive(t.Claim("sub")!) ? null : "Its sub is no active user.");

    // The one check that needs a memory: without it, a token lives to its exp whatever happens.
    public static readonly TokenCheck Revocation = new("revocation", "Has nobody ended it?", "RFC 7009 §2", (t, e) =>
        e.IsAlive(t.Claim("sid")!, t.Claim("jti")!) ? null : "It was revoked, or its session has ended.");

    /// <summary>The strict door's whole list.</summary>
    public static IReadOnlyList<TokenCheck> All { get; } =
    [
        Form, Readable, Type, Algorithm, Critical, Key, Signature,
        Issuer, Audience, Expiry, NotBefore, IssuedAt, Claims, Subject, Revocation,
    ];

    private static bool IsAccessToken(string typ) =>
        typ.Equals("at+jwt", StringComparison.OrdinalIgnoreCase) || typ.Equals("application/at+jwt", StringComparison.OrdinalIgnoreCase);

    /// <summary>One text or a list of texts (RFC 7519 §4.1.3); anything else names nobody.</summary>
    private static IEnumerable<string> Audiences(JwtParts token)
    {
        if (token.Claim("aud") is { } one)
            return [one];
        return token.Payload!.Value.TryGetProperty("aud", out var aud) && aud.ValueKind is JsonValueKind.Array
            && aud.EnumerateArray().All(entry => entry.ValueKind is JsonValueKind.String)
            ? aud.EnumerateArray().Select(entry => entry.GetString()!)
            : [];
    }

    private static bool Has(JsonElement? part, string name) => part!.Value.TryGetProperty(name, out _);

    /// <summary>A NumericDate is a JSON number, not a text that looks like one (RFC 7519 §2).</summary>
    private static decimal? Moment(JwtParts token, string claim) =>
        token.Payload!.Value.TryGetProperty(claim, out var value) && value.ValueKind is JsonValueKind.Number
        && value.TryGetDecimal(out var seconds) && seconds is >= 0 and <= EndOfTime
            ? seconds
            : null;

    private static decimal Seconds(DateTimeOffset moment) => (moment - DateTimeOffset.UnixEpoch).Ticks / (decimal)TimeSpan.TicksPerSecond;
}
