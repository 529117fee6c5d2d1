using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.JwtSecurity;

/// <summary>The lab's texts.</summary>
internal static class JwtSecurityLesson
{
    public static Lesson Lesson => new()
    {
        Prediction = Prediction,
        Next = "Press “Forge an admin”; which doors open appears under Result.",
        Unit = "doors that opened",
        Awaited = "Your prediction will stand here beside the doors that opened. Press “Forge an admin”.",
        Interview = Interview,
        Folder = "Identity",
        Files = ["StrictChecks.cs", "JwtParts.cs", "TokenCheck.cs", "TokenFamilies.cs", "TokenExpectation.cs"],
        BugHunt = JwtSecurityBugHunt.Hunt,
        Missions = JwtSecurityMissions.All,
        Terminal = "curl -i {api}/doors/strict -H 'Authorization: Bearer TOKEN'",
    };

    /// <summary>What is wrong on purpose, beside the strict list.</summary>
    public static readonly IReadOnlyList<string> WrongFiles = ["HeaderChooses.cs", "Doors.cs"];

    public static readonly Prediction Prediction = new(
        "You set role=admin and alg=none and drop the signature. Which doors open?",
        [
            new("None: without a signature no door opens", "A door that only decodes never looks for one, and one that obeys the header is told not to."),
            new("decode-only alone", "That door opens for anything; but the one that trusts alg does as the token says, and the token says: do not verify."),
            new("decode-only and trusts-alg", "", IsRight: true),
            new("All but strict", "The door without an audience check still insists on ES256 and on the signature: one missing question is not all of them."),
        ],
        "The algorithm is part of the verifier’s own settings. A door that reads it from the token lets the attacker choose how the attacker is checked.");

    public static readonly Interview Interview = new(
        "A JWT is signed, not encrypted: whoever holds it reads it, so it carries an opaque id, a role and times, and the rest is looked up. I verify with one expected algorithm and key, then issuer, audience, expiry and type, and refuse everything else.",
        "A token that needs no look-up cannot be taken back. So it lives for minutes, and whoever must end one sooner pays with a deny list that every verifier asks.",
        "Somebody steals a refresh token. What happens?",
        "Each is good for one use. When thief and owner have both used it, the second use ends the whole family, and both must log in again: the theft shows.",
        "“The signature is valid” is not “the token is acceptable”: it may be meant for another API, expired, of another type, or revoked.");
}
