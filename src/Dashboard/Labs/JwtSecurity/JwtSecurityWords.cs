using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Identity;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.JwtSecurity;

namespace Visualizer.Dashboard.Labs.JwtSecurity;

/// <summary>What the lab says about its decisions, for the inspector, the stage and ears.</summary>
internal static class JwtSecurityWords
{
    public static readonly WireDecision Denied =
        new("denied", "This one access token is on the deny list now. Its session, and its refresh token, live on.", "RFC 7009 §2.1", "good until its exp", "refused by whoever asks the list");

    public static IReadOnlyList<Actor> Actors(JwtSecurityView view) =>
    [
        new("client", "Client", "holds the token", "C"),
        new("desk", "Token desk", "issues and ends", "T"),
        .. view.Doors.Select(door => Of(door, door.Last is not null && door.Last.Token == view.LastTried?.Token)),
    ];

    public static WireDecision Of(DoorTried door, IReadOnlyList<DoorQuestion> questions)
    {
        var asked = $"{door.Passed.Count} of {questions.Count} questions answered well";
        if (door.Failed is null)
            return new("opened", door.Door is DoorQuestions.Strict ? "Every question was answered well, and the framework’s own verifier agrees." : $"Every question on this door’s list was answered well. It has {questions.Count}; the strict door has {DoorQuestions.Of(DoorQuestions.Strict).Count}.", questions[^1].Source, "shut", asked);
        var question = questions.First(q => q.Name == door.Failed);
        return new($"stopped at {door.Failed}", $"{question.Asks} {door.Why}", question.Source, "shut", $"{asked}; the rest was not asked");
    }

    public static WireDecision Of(TokenIssued issued) => issued.PersonalClaims.Count == 0
        ? new("issued", "An opaque id, a role and times: nothing in it tells who this is.", "RFC 9068 §2.2", "nobody is logged in", $"session {issued.Session}, {issued.Bytes} bytes, 15 minutes")
        : new("issued, leaky", $"Anybody who holds it reads {string.Join(", ", issued.PersonalClaims)}, without a key.", "against RFC 8725 §3.5 and RFC 7518 §3.2", "nobody is logged in", $"{issued.Bytes} bytes, signed with a word from the dictionary");

    public static WireDecision Of(RefreshRefused refused) => refused.Reason == "reused"
        ? new("refused: used before", "A refresh token is good for one use. Owner or thief, one of two has a copy.", "RFC 9700 §4.14.2", "the session lived", "the session has ended, for both")
        : new($"refused: {refused.Reason}", "The refresh token opens nothing.", "RFC 6749 §5.2", "no living session", "no living session");

    public static WireDecision Of(FamilyRevoked revoked) => revoked.Reason == "reuse"
        ? new("family revoked", "An old refresh token was shown again, so every token of the session ends, access tokens too.", "RFC 9700 §4.14.2", $"session {revoked.Session} lived", "ended, for owner and thief")
        : new("session ended", "Its refresh token was revoked, and its access tokens with it.", "RFC 7009 §2.1", $"session {revoked.Session} lived", "ended");

    public static WireDecision Of(PasswordChanged changed) =>
        new("password changed", "Who changes a password has a reason: every session ends before the answer is sent.", "", $"{changed.SessionsEnded} sessions", "none");

    public static WireDecision Of(AccessRefused refused) =>
        new(refused.Check is { } check ? $"stopped at {check}" : $"refused with {refused.Status}", refused.Why, refused.Status == 403 ? "RFC 6750 §3.1" : "RFC 6750 §3", "", "");

    /// <summary>What an exchange is called at the left of its row.</summary>
    public static string Title(RequestReceived request) => request.Path.Split('?')[0] switch
    {
        "/auth/token" => "log in",
        "/auth/leaky-token" => "leaky token",
        "/auth/refresh" => "refresh",
        "/auth/revoke" => "revoke",
        "/auth/password" => "new password",
        "/.well-known/jwks.json" or "/.well-known/public.pem" => "public key",
        var path when path.StartsWith("/doors/", StringComparison.Ordinal) => path["/doors/".Length..],
        var path => $"{request.Method} {path}",
    };

    public static string Label(RequestReceived request, DoorTried? seen) => seen is null ? request.Method : seen.Failed ?? "all well";

    /// <summary>The heading over the tries of one token.</summary>
    public static string Group(DoorTried? seen) => seen is null ? "" : $"Token {seen.Token}: {Token(seen)}";

    /// <summary>A token in a few words, as the doors told it.</summary>
    private static string Token(DoorTried seen) =>
        $"alg {seen.Algorithm}, {(seen.Signed ? "signed" : "unsigned")}{(seen.Role is { } role ? $", role {role}" : "")}";

    private static Actor Of(DoorState door, bool isLatest) => new(door.Door, door.Title, Short: door.Short)
    {
        Mood = !isLatest ? ActorMood.Plain : door.Last!.Opened ? ActorMood.Passed : ActorMood.Stopped,
        MoodWords = !isLatest ? "" : door.Last!.Opened ? "open" : "shut",
    };
}
