namespace Visualizer.DemoApi.Identity.Core;

/// <summary>What a verifier knows beforehand. The token may agree with it; it never gets to choose.</summary>
/// <param name="KeyId">The one key's name; its algorithm is ES256 and no other (RFC 8725 §3.1).</param>
/// <param name="Verifies">Whether a signature over these bytes fits the one key.</param>
/// <param name="IsActive">Whether a subject exists and may act.</param>
/// <param name="IsAlive">Whether a session, and a token of it, have not been ended: sid, then jti.</param>
internal sealed record TokenExpectation(
    string Issuer,
    string Audience,
    DateTimeOffset Now,
    string KeyId,
    Func<byte[], byte[], bool> Verifies,
    Func<string, bool> IsActive,
    Func<string, string, bool> IsAlive);
