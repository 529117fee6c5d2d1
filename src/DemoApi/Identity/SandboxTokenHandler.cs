using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Visualizer.DemoApi.Identity.Core;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.DemoApi.Identity;

/// <summary>
/// The framework's verifier on the key and the clock of the request's sandbox, behind a stricter list of questions: left alone it takes
/// unknown <c>crit</c>, padding, any <c>kid</c>, and an <c>exp</c> that is a text.
/// </summary>
internal sealed class SandboxTokenHandler(IHttpContextAccessor requests) : JsonWebTokenHandler
{
    /// <summary>The last question, asked of every token that passed all others: the framework's own opinion.</summary>
    public const string SecondOpinion = "second-opinion";

    public static TokenValidationParameters Parameters { get; } = new()
    {
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        ValidIssuer = SandboxIdentity.Issuer,
        ValidAudience = SandboxIdentity.Audience,
        TypeValidator = (type, _, _) => type, // asked already, without regard to case
        TryAllIssuerSigningKeys = false,
        ClockSkew = TimeSpan.Zero,
        NameClaimType = "sub",
        RoleClaimType = "role",
    };

    /// <summary>What the bearer scheme calls: the strict list, and then the library.</summary>
    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        var http = requests.HttpContext!;
        var (verdict, result) = await VerifyAsync(token, http.Sandbox(), StrictChecks.All, validationParameters);
        http.Features.Get<PresentedToken>()!.Verdict = verdict;
        return result;
    }

    /// <summary>The same pipeline for a door that leaves questions out; the library then leaves out the same.</summary>
    public async Task<Verdict> VerifyAsync(string token, Sandbox sandbox, IReadOnlyList<TokenCheck> checks)
    {
        var parameters = Parameters.Clone();
        parameters.ValidateAudience = checks.Contains(StrictChecks.Audience);
        return (await VerifyAsync(token, sandbox, checks, parameters)).Verdict;
    }

    private async Task<(Verdict Verdict, TokenValidationResult Result)> VerifyAsync(
        string token, Sandbox sandbox, IReadOnlyList<TokenCheck> checks, TokenValidationParameters shared)
    {
        var (identity, now, parts) = (sandbox.State<SandboxIdentity>(), sandbox.Clock.GetUtcNow(), JwtParts.Of(token));
        var verdict = new Verdict(parts, TokenCheck.Run(checks, parts, identity.Expectation(now)));
        if (!verdict.Accepted)
            return (verdict, new TokenValidationResult { IsValid = false, Exception = new SecurityTokenException("Refused by the strict list.") });

        var parameters = shared.Clone();
        parameters.IssuerSigningKey = identity.Key.ForLibrary;
        parameters.LifetimeValidator = (_, expires, _, _) => now.UtcDateTime < expires;
        var result = await base.ValidateTokenAsync(token, parameters);
        var opinion = new CheckResult(SecondOpinion, result.IsValid ? null : "The framework's verifier refuses it.");
        return (verdict with { Checks = [.. verdict.Checks, opinion] }, result);
    }
}
