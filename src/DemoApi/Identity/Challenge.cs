using Visualizer.DemoApi.Identity.Core;
using Visualizer.DemoApi.Problems;

namespace Visualizer.DemoApi.Identity;

/// <summary>The refusals of RFC 6750 §3: each says in <c>WWW-Authenticate</c> what would help.</summary>
internal static class Challenge
{
    /// <summary>Nobody said who they are: no error code (§3.1).</summary>
    public static Problem ForNone() => Of(ProblemTypes.Unauthorized, "This call needs an access token.", "Bearer");

    public static Problem ForTokenInAddress() => Of(ProblemTypes.Unauthorized,
        "An access token does not belong into an address, where histories and logs keep it: send it in the Authorization header.", "Bearer");

    public static Problem ForMalformed(string detail) => Of(ProblemTypes.InvalidRequest, detail, "Bearer error=\"invalid_request\"");

    /// <summary>The token was refused; the first failed check says why, in words of ours that quote nothing of it.</summary>
    public static Problem ForInvalid(CheckResult failed) =>
        Of(ProblemTypes.InvalidToken, failed.Fault!, $"Bearer error=\"invalid_token\", error_description=\"{failed.Fault}\"") with { Details = new { check = failed.Check } };

    public static Problem ForRole(string role) =>
        Of(ProblemTypes.Forbidden, $"This call is for the role {role} only.", $"Bearer error=\"insufficient_scope\", scope=\"{role}\"");

    public static Problem ForCredentials() => Of(ProblemTypes.InvalidCredentials, "User name and password do not belong together.", "Bearer");

    private static Problem Of(ProblemType type, string detail, string challenge) => new(type, detail) { Headers = { WWWAuthenticate = challenge } };
}
