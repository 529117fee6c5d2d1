using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Identity;
using Visualizer.DemoApi.Identity.Core;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.JwtSecurity;

/// <summary>Where tokens are handed out, renewed and taken back.</summary>
internal static class TokenDesk
{
    public static async Task<IResult> LogInAsync(Sandbox sandbox, HttpContext http)
    {
        var read = await ReadAsync<TokenRequest>(http);
        if (read.Problem is { } refused)
            return refused;
        var (identity, now) = (sandbox.State<SandboxIdentity>(), sandbox.Clock.GetUtcNow());
        return identity.InTurn(() => identity.LogIn(read.Value.Username!, read.Value.Password!, read.Value.Audience, now) is { } session
            ? Hand(sandbox, http, session.Account, session.Family, session.RefreshToken, now)
            : WrongCredentials(sandbox, http, now));
    }

    public static async Task<IResult> RefreshAsync(Sandbox sandbox, HttpContext http)
    {
        var read = await ReadAsync<RefreshRequest>(http);
        if (read.Problem is { } refused)
            return refused;
        return sandbox.State<SandboxIdentity>().InTurn(() => Refresh(sandbox, http, read.Value.RefreshToken!));
    }

    /// <summary>RFC 7009: 200 for whatever was shown, so that nobody learns which tokens exist.</summary>
    public static async Task<IResult> RevokeAsync(Sandbox sandbox, HttpContext http)
    {
        var read = await ReadAsync<RevokeRequest>(http);
        if (read.Problem is { } refused)
            return refused;
        return sandbox.State<SandboxIdentity>().InTurn(() => Revoke(sandbox, http, read.Value.Token!));
    }

    public static async Task<IResult> ChangePasswordAsync(Sandbox sandbox, HttpContext http)
    {
        var read = await ReadAsync<PasswordRequest>(http);
        if (read.Problem is { } refused)
            return refused;
        return sandbox.State<SandboxIdentity>().InTurn(() => ChangePassword(sandbox, http, read.Value));
    }

    internal static async ValueTask<Read<T>> ReadAsync<T>(HttpContext http)
        where T : class
    {
        var read = await JsonBody.ReadAsync<T>(http);
        return read.Problem is null && new Validation().Check(read.Value).Problem is { } invalid ? invalid : read;
    }

    internal static Problem WrongCredentials(Sandbox sandbox, HttpContext http, DateTimeOffset now)
    {
        Tell(sandbox, http, now, new LoginRefused());
        return Challenge.ForCredentials();
    }

    internal static void Tell(Sandbox sandbox, HttpContext http, DateTimeOffset now, IEventData happened) =>
        sandbox.Journal.Append(now, happened, JwtSecurityLab.Slug, http.Exchange().RequestId);

    /// <summary>RFC 6749 §5.1: an answer with a token in it is stored by nobody.</summary>
    internal static IResult NotStored<T>(HttpContext http, T answer)
    {
        (http.Response.Headers.CacheControl, http.Response.Headers.Pragma) = ("no-store", "no-cache");
        return TypedResults.Json(answer, WireJson.Options);
    }

    private static IResult Refresh(Sandbox sandbox, HttpContext http, string token)
    {
        var (identity, now) = (sandbox.State<SandboxIdentity>(), sandbox.Clock.GetUtcNow());
        var outcome = identity.Families.Use(token, now);
        if (outcome is not { End: RefreshEnd.Rotated, Family: { } family, Next: { } next })
            return Refused(sandbox, http, outcome, now);
        Tell(sandbox, http, now, new RefreshRotated(family.Subject, family.Sid));
        return Hand(sandbox, http, identity.Accounts.Find(family.Subject)!, family, next, now);
    }

    private static IResult Revoke(Sandbox sandbox, HttpContext http, string token)
    {
        var (identity, now) = (sandbox.State<SandboxIdentity>(), sandbox.Clock.GetUtcNow());
        if (identity.Families.End(token) is { } family)
            Tell(sandbox, http, now, new FamilyRevoked(family.Subject, family.Sid, "revoked"));
        else if (identity.Deny(token, now) is { } denied)
            Tell(sandbox, http, now, new AccessTokenDenied(denied.Subject, denied.Sid));
        return TypedResults.Ok();
    }

    private static IResult ChangePassword(Sandbox sandbox, HttpContext http, PasswordRequest asked)
    {
        var (identity, subject) = (sandbox.State<SandboxIdentity>(), http.Subject()!);
        if (identity.ChangePassword(subject.Id, asked.CurrentPassword!, asked.NewPassword!) is not { } ended)
            return Problem.Of(ProblemTypes.ValidationError, Violation.At("#/current_password", "current_password is not the present one."));
        Tell(sandbox, http, sandbox.Clock.GetUtcNow(), new PasswordChanged(subject.Id, ended));
        return TypedResults.NoContent();
    }

    private static IResult Hand(Sandbox sandbox, HttpContext http, Account account, TokenFamily family, string refresh, DateTimeOffset now)
    {
        var token = sandbox.State<SandboxIdentity>().Issue(account, family, now);
        Tell(sandbox, http, now, new TokenIssued("access", account.Id, family.Sid, family.Audience, token.Length, SandboxIdentity.ExpiryOf(now), []));
        return NotStored(http, new TokenAnswer(token, "Bearer", (long)SandboxIdentity.Lifetime.TotalSeconds, refresh));
    }

    private static Problem Refused(Sandbox sandbox, HttpContext http, Refresh outcome, DateTimeOffset now)
    {
        var reused = outcome.End is RefreshEnd.Reused;
        Tell(sandbox, http, now, new RefreshRefused(outcome.End.ToString().ToLowerInvariant(), outcome.Family?.Sid));
        if (reused)
            Tell(sandbox, http, now, new FamilyRevoked(outcome.Family!.Subject, outcome.Family.Sid, "reuse"));
        return new Problem(ProblemTypes.InvalidGrant, outcome.End switch
        {
            RefreshEnd.Expired => "The refresh token has expired.",
            RefreshEnd.Reused => "The refresh token was used before. Two hold it, and one of them stole it: the session has ended for both.",
            _ => "The refresh token is unknown, or its session has ended.",
        });
    }
}
