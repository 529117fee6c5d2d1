using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Visualizer.DemoApi.Identity.Core;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Identity;

/// <summary>Who is who in one sandbox: its key, its demo users, its sessions, and the tokens it issues.</summary>
internal sealed class SandboxIdentity : ILabState<SandboxIdentity>
{
    // The same for every sandbox: a sandbox's address is a secret, and whoever holds a token can read it.
    public const string Issuer = "https://visualizer.example";
    public const string Audience = "https://visualizer.example/api";

    /// <summary>How long an access token is good for, in sandbox time.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>The JWT lab's: a reset of that lab logs everybody out and makes a new key.</summary>
    public static string Lab => "jwt-security";

    // Whatever begins or ends a session is one after the other: none may begin with a password that is being replaced.
    private readonly Lock _desk = new();

    public SigningKey Key { get; } = new();

    public Accounts Accounts { get; } = new();

    public TokenFamilies Families { get; } = new();

    public static SandboxIdentity Create(Sandbox sandbox) => new();

    /// <summary>Does what begins or ends a session, and tells of it, before the next one does: the journal's order is the order of the decisions.</summary>
    public T InTurn<T>(Func<T> work)
    {
        lock (_desk)
            return work();
    }

    /// <summary>A new session for whoever knows a password, or null.</summary>
    public Session? LogIn(string username, string password, string? audience, DateTimeOffset now)
    {
        lock (_desk)
        {
            if (Accounts.LogIn(username, password) is not { } account)
                return null;
            var (family, refreshToken) = Families.Start(account.Id, audience ?? Audience, now);
            return new Session(account, family, refreshToken);
        }
    }

    /// <summary>Changes a password and ends all sessions; answers how many there were, or null where the current password is wrong.</summary>
    public int? ChangePassword(string id, string current, string next)
    {
        lock (_desk)
            return Accounts.ChangePassword(id, current, next) ? Families.EndAll(id) : null;
    }

    /// <summary>A new access token (RFC 9068) of a session: an opaque id, a role, and no personal data.</summary>
    public string Issue(Account account, TokenFamily family, DateTimeOffset now)
    {
        var header = new { typ = "at+jwt", alg = "ES256", kid = Key.Id };
        return CompactJws.Write(JsonSerializer.Serialize(header), Payload(ClaimsOf(account, family, now)), Key.Sign);
    }

    /// <summary>What every access token says; times are whole seconds, the fraction of the present one dropped.</summary>
    public static Dictionary<string, object> ClaimsOf(Account account, TokenFamily family, DateTimeOffset now) => new(StringComparer.Ordinal)
    {
        ["iss"] = Issuer,
        ["aud"] = family.Audience,
        ["sub"] = account.Id,
        ["client_id"] = "demo",
        ["role"] = account.Role,
        ["iat"] = now.ToUnixTimeSeconds(),
        ["exp"] = ExpiryOf(now).ToUnixTimeSeconds(),
        ["sid"] = family.Sid,
        ["jti"] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12)),
    };

    /// <summary>When a token issued now expires: fifteen minutes after the whole second it was issued in.</summary>
    public static DateTimeOffset ExpiryOf(DateTimeOffset now) => DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds()) + Lifetime;

    public static string Payload(Dictionary<string, object> claims) => JsonSerializer.Serialize(claims, WireJson.Options);

    /// <summary>Puts an access token of ours on the deny list; null where it is not ours, ended already, or over anyway.</summary>
    public TokenFamily? Deny(string token, DateTimeOffset now)
    {
        var parts = JwtParts.Of(token);
        var checks = StrictChecks.All.Where(check => check != StrictChecks.Audience).ToList(); // ours, whomever it is meant for
        var ours = TokenCheck.Run(checks, parts, Expectation(now)).All(check => check.Passed);
        return ours ? Families.Deny(parts.Claim("sid")!, parts.Claim("jti")!) : null;
    }

    /// <summary>What the strict door expects of a token at one instant.</summary>
    public TokenExpectation Expectation(DateTimeOffset now) => new(
        Issuer, Audience, now, Key.Id, Key.Verifies, subject => Accounts.Find(subject) is not null, Families.IsAlive);
}

/// <summary>What a log-in began.</summary>
internal sealed record Session(Account Account, TokenFamily Family, string RefreshToken);
