using System.Text.Json.Serialization;
using Visualizer.DemoApi.Journal;

namespace Visualizer.DemoApi.Labs.JwtSecurity;

/// <summary>An access token was issued; the token itself is in no event.</summary>
/// <param name="Kind">access (ES256, ids only) or leaky (HS256, a weak secret, personal data).</param>
/// <param name="Session">Name of the session it belongs to.</param>
/// <param name="Bytes">Length of the token: what it adds to every request that carries it, beside the word Bearer.</param>
/// <param name="ExpiresAt">When it expires, sandbox time.</param>
/// <param name="PersonalClaims">Names of the claims that are personal data.</param>
public sealed record TokenIssued(
    string Kind, string Subject, string Session, string Audience, int Bytes, DateTimeOffset ExpiresAt, IReadOnlyList<string> PersonalClaims) : IEventData;

/// <summary>A token was tried at a door; the token itself is in no event.</summary>
/// <param name="Door">One of <see cref="DoorQuestions.Doors"/>.</param>
/// <param name="Token">A fingerprint: the same token gives the same eight digits, and nothing leads back.</param>
/// <param name="Passed">The questions answered well, in order.</param>
/// <param name="Failed">The first question answered wrong, or null; what follows it on the door's list was not asked.</param>
/// <param name="Why">What was wrong, or null.</param>
/// <param name="Algorithm">What the header asks for: ES256, HS256, none, or "another".</param>
/// <param name="Signed">False where the signature is empty or missing.</param>
/// <param name="Subject">Who the token says its bearer is, where that is a demo user.</param>
/// <param name="Role">The role it claims, where there is such a role.</param>
public sealed record DoorTried(
    string Door, bool Opened, string Token, IReadOnlyList<string> Passed, string? Failed, string? Why,
    string Algorithm, bool Signed, string? Subject, string? Role) : IEventData
{
    [JsonIgnore]
    public int Weight => 400;
}

/// <summary>User name and password did not belong together.</summary>
public sealed record LoginRefused : IEventData;

/// <summary>A refresh token was used, and replaced by the next one of its family.</summary>
public sealed record RefreshRotated(string Subject, string Session) : IEventData;

/// <summary>A refresh token was refused; where a family is named, it has ended with this.</summary>
/// <param name="Reason">unknown, expired or reused.</param>
public sealed record RefreshRefused(string Reason, string? Session) : IEventData;

/// <summary>A whole family of tokens ended, access tokens included.</summary>
/// <param name="Reason">reuse (an old refresh token was shown again) or revoked.</param>
public sealed record FamilyRevoked(string Subject, string Session, string Reason) : IEventData;

/// <summary>One access token was put on the deny list.</summary>
public sealed record AccessTokenDenied(string Subject, string Session) : IEventData;

/// <summary>A password was changed, which ended all sessions of its user.</summary>
public sealed record PasswordChanged(string Subject, int SessionsEnded) : IEventData;
