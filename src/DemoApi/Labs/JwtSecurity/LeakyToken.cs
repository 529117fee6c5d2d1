using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Identity;
using Visualizer.DemoApi.Identity.Core;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.DemoApi.Labs.JwtSecurity;

/// <summary>WRONG, on purpose: a token signed with a word from the dictionary, that carries a person around.</summary>
internal static class LeakyToken
{
    public static async Task<IResult> IssueAsync(Sandbox sandbox, HttpContext http)
    {
        var read = await TokenDesk.ReadAsync<LeakyTokenRequest>(http);
        if (read.Problem is { } refused)
            return refused;
        return sandbox.State<SandboxIdentity>().InTurn(() => Issue(sandbox, http, read.Value));
    }

    private static IResult Issue(Sandbox sandbox, HttpContext http, LeakyTokenRequest asked)
    {
        var (identity, now) = (sandbox.State<SandboxIdentity>(), sandbox.Clock.GetUtcNow());
        if (identity.LogIn(asked.Username!, asked.Password!, audience: null, now) is not var (account, family, _)) // no refresh token is handed out
            return TokenDesk.WrongCredentials(sandbox, http, now);
        var (token, personal) = Write(account, family, now, WeakSecrets.Of(sandbox.Seed));
        TokenDesk.Tell(sandbox, http, now,
            new TokenIssued("leaky", account.Id, family.Sid, family.Audience, token.Length, SandboxIdentity.ExpiryOf(now), personal));
        return TokenDesk.NotStored(http, new LeakyTokenAnswer(token, "Bearer", (long)SandboxIdentity.Lifetime.TotalSeconds));
    }

    private static (string Token, IReadOnlyList<string> Personal) Write(Account account, TokenFamily family, DateTimeOffset now, string secret)
    {
        var claims = SandboxIdentity.ClaimsOf(account, family, now);
        (claims["name"], claims["email"], claims["birth_date"], claims["phone"]) = (account.Name, account.Email, account.BirthDate, account.Phone);
        var token = CompactJws.Write("""{"typ":"at+jwt","alg":"HS256"}""", SandboxIdentity.Payload(claims), input => HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), input));
        return (token, [.. claims.Keys.Where(claim => PersonalData.All.ContainsKey(claim))]);
    }
}
