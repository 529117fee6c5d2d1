using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Identity;
using Visualizer.DemoApi.Identity.Core;
using Visualizer.DemoApi.Labs.JwtSecurity.Core;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.DemoApi.Labs.JwtSecurity;

/// <summary>Tries the request's token at one door, and tells what the door asked.</summary>
internal static class DoorKeeper
{
    public static Delegate At(string door) =>
        (Sandbox sandbox, HttpContext http, SandboxTokenHandler strict) => TryAsync(door, sandbox, http, strict);

    private static async Task<IResult> TryAsync(string door, Sandbox sandbox, HttpContext http, SandboxTokenHandler strict)
    {
        if (http.Features.Get<PresentedToken>() is not { } presented)
            return Challenge.ForNone();
        var verdict = await AskAsync(door, presented.Text, sandbox, strict);
        TokenDesk.Tell(sandbox, http, sandbox.Clock.GetUtcNow(), Told(door, presented.Text, verdict, sandbox));
        if (verdict.Failed is { } failed)
            return Challenge.ForInvalid(failed);
        return TokenDesk.NotStored(http, new DoorAnswer(door, true, verdict.Parts.Claim("sub"), verdict.Parts.Claim("role"), [.. verdict.Checks.Select(check => check.Check)]));
    }

    private static async Task<Verdict> AskAsync(string door, string token, Sandbox sandbox, SandboxTokenHandler strict) => door switch
    {
        DoorQuestions.DecodeOnly => Ask(token, sandbox, Doors.DecodeOnly),
        DoorQuestions.TrustsAlg => Ask(token, sandbox, Doors.TrustsAlg(new HeaderChooses(sandbox.State<SandboxIdentity>().Key.Pem, WeakSecrets.Of(sandbox.Seed)))),
        DoorQuestions.NoAudience => await strict.VerifyAsync(token, sandbox, Doors.NoAudience),
        _ => await strict.VerifyAsync(token, sandbox, Doors.Strict),
    };

    private static Verdict Ask(string token, Sandbox sandbox, IReadOnlyList<TokenCheck> checks)
    {
        var parts = JwtParts.Of(token);
        return new Verdict(parts, TokenCheck.Run(checks, parts, sandbox.State<SandboxIdentity>().Expectation(sandbox.Clock.GetUtcNow())));
    }

    // The journal is a log: who a forged or foreign token says it is gets in only where it is one of ours.
    private static DoorTried Told(string door, string token, Verdict verdict, Sandbox sandbox)
    {
        var (subject, role) = (verdict.Parts.Claim("sub"), verdict.Parts.Claim("role"));
        return new DoorTried(
            door,
            verdict.Accepted,
            Fingerprint(token),
            [.. verdict.Checks.Where(check => check.Passed).Select(check => check.Check)],
            verdict.Failed?.Check,
            verdict.Failed?.Fault,
            AlgorithmOf(verdict.Parts),
            verdict.Parts.Signature is { Length: > 0 },
            subject is not null && sandbox.State<SandboxIdentity>().Accounts.Find(subject) is not null ? subject : null,
            role is Roles.User or Roles.Admin ? role : null);
    }

    private static string AlgorithmOf(JwtParts token) =>
        Array.Find(["ES256", "HS256", "none"], known => known.Equals(token.InHeader("alg"), StringComparison.OrdinalIgnoreCase)) ?? "another";

    private static string Fingerprint(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)).AsSpan(0, 4));
}
