using System.ComponentModel.DataAnnotations;

namespace Visualizer.DemoApi.Labs.JwtSecurity;

/// <summary>User name and password of a demo user: alice/alice-demo, bob/bob-demo or admin/admin-demo.</summary>
/// <param name="Username">Compared exactly.</param>
/// <param name="Password">At most 128 characters.</param>
/// <param name="Audience">Whom the token is to be meant for; this API where left out. Anything else is a demonstration: the token opens nothing here.</param>
public sealed record TokenRequest(
    [Required, StringLength(64, MinimumLength = 1)] string? Username,
    [Required, StringLength(128, MinimumLength = 1)] string? Password,
    [StringLength(200, MinimumLength = 1)] string? Audience);

/// <summary>User name and password alone.</summary>
public sealed record LeakyTokenRequest(
    [Required, StringLength(64, MinimumLength = 1)] string? Username,
    [Required, StringLength(128, MinimumLength = 1)] string? Password);

/// <summary>The newest refresh token of a session; each is good for one use.</summary>
public sealed record RefreshRequest([Required, StringLength(200, MinimumLength = 1)] string? RefreshToken);

/// <summary>A token to end: a refresh token ends its session, an access token itself alone.</summary>
public sealed record RevokeRequest([Required, StringLength(8192, MinimumLength = 1)] string? Token);

/// <summary>A change of password; it ends every session of the user.</summary>
public sealed record PasswordRequest(
    [Required, StringLength(128, MinimumLength = 1)] string? CurrentPassword,
    [Required, StringLength(128, MinimumLength = 8)] string? NewPassword);

/// <summary>An access token and the means to get the next one (RFC 6749 §5.1).</summary>
/// <param name="TokenType">Always Bearer.</param>
/// <param name="ExpiresIn">Seconds of sandbox time from the token's iat: 900.</param>
/// <param name="RefreshToken">Good for one use, within seven days of sandbox time.</param>
public sealed record TokenAnswer(string AccessToken, string TokenType, long ExpiresIn, string RefreshToken);

/// <summary>A token as it should not be: HS256 with a guessable secret, and full of personal data.</summary>
public sealed record LeakyTokenAnswer(string AccessToken, string TokenType, long ExpiresIn);

/// <summary>The bearer of the token, looked up by its sub: what a token need not carry.</summary>
/// <param name="Role">user or admin.</param>
public sealed record Profile(string Id, string Username, string Name, string Email, string Role);

/// <summary>A key set (RFC 7517 §5).</summary>
public sealed record KeySet(IReadOnlyList<PublicKey> Keys);

/// <summary>A public key (RFC 7518 §6.2).</summary>
/// <param name="Kty">EC: a key on a curve.</param>
/// <param name="Use">sig: for signatures.</param>
/// <param name="Alg">The one algorithm of this key.</param>
/// <param name="Kid">The key's thumbprint (RFC 7638).</param>
public sealed record PublicKey(string Kty, string Use, string Alg, string Kid, string Crv, string X, string Y);

/// <summary>A customer of the shop, as an administrator sees the list.</summary>
public sealed record ListedUser(long Id, string Email, string Username, string Name, DateTimeOffset CreatedAt);

/// <summary>A door let the token's bearer in.</summary>
/// <param name="Door">decode-only, trusts-alg, no-audience or strict.</param>
/// <param name="Subject">Who the token says its bearer is; null where it does not say.</param>
/// <param name="Role">What the token says its bearer may do; null where it does not say.</param>
/// <param name="Checks">The questions the door asked, all answered well.</param>
public sealed record DoorAnswer(string Door, bool Opened, string? Subject, string? Role, IReadOnlyList<string> Checks);
