using Visualizer.DemoApi.Journal;

namespace Visualizer.DemoApi.Labs.JwtSecurity;

/// <summary>An access token was issued; the token itself is in no event.</summary>
/// <param name="Kind">access (ES256, ids only) or leaky (HS256, a weak secret, personal data).</param>
/// <param name="Session">Name of the session it belongs to.</param>
/// <param name="Bytes">Length of the token: what it adds to every request that carries it, beside the word Bearer.</param>
/// <param name="ExpiresAt">When it expires, sandbox time.</param>
public sealed record TokenIssued(string Kind, string Subject, string Session, string Audience, int Bytes, DateTimeOffset ExpiresAt) : IEventData;

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
