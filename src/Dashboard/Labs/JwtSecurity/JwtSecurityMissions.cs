using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Identity;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.JwtSecurity;

namespace Visualizer.Dashboard.Labs.JwtSecurity;

/// <summary>The lab's tasks, all done with any client.</summary>
internal static class JwtSecurityMissions
{
    /// <summary>Tokens a judge remembers; beyond them it begins anew.</summary>
    private const int MostTokens = 1_000;

    private const string TheAdmin = "user-3";

    public static readonly IReadOnlyList<Mission> All =
    [
        new("confusion", "The public key as a secret",
            "Open the door trusts-alg as an administrator with a signed token, without being one: HS256, signed by you.",
            [
                "Whoever trusts alg also trusts it when it says HS256. What would the door then use as the secret?",
                "GET /.well-known/public.pem is the text. Every byte counts, the last line feed too.",
                "Take alice’s token, set alg to HS256 and role to admin, and sign header.payload with HMAC-SHA256 and that text.",
            ],
            "POST /auth/token as alice; base64url-decode both parts, change alg and role, encode them again; HMAC-SHA256 over both with the PEM as the key, base64url, append. GET /doors/trusts-alg with it. The bench does it: role = admin, Re-sign: public key as secret.",
            () => new Confusion()),
        new("audience", "Signed, and not for you",
            "Show one and the same genuine token to strict and to no-audience: one must refuse it for its audience, the other must open.",
            [
                "POST /auth/token takes an audience.",
                "Any audience but this API’s own will do; nothing has to be forged.",
            ],
            "POST /auth/token {\"username\":\"alice\",\"password\":\"alice-demo\",\"audience\":\"https://other.example\"}, then GET /doors/strict and GET /doors/no-audience with the token.",
            () => new ForOthers()),
        new("reuse", "Two hold one ticket",
            "Make the server notice that a refresh token was copied, and end the whole session.",
            [
                "Each refresh token is good for one use.",
                "What does a thief do who does not know that the owner has refreshed already?",
            ],
            "POST /auth/token, POST /auth/refresh with its refresh token, and POST /auth/refresh with the same one again: 400 invalid_grant, and the access tokens are dead, too.",
            () => new Reuse()),
        new("takeback", "Take it back",
            "Open the strict door with a token, then have the very same token refused there although it has not expired.",
            [
                "Logging out in the browser tells the server nothing.",
                "POST /auth/revoke takes an access token as well.",
            ],
            "GET /doors/strict with a fresh token: 200. POST /auth/revoke {\"token\":\"…\"} with it. GET /doors/strict again: 401, revoked.",
            () => new TakenBack()),
    ];

    private sealed class Confusion : IMissionJudge
    {
        public string Progress { get; private set; } = "";

        public bool Proves(JournalEvent e)
        {
            if (e.Data is not DoorTried { Door: DoorQuestions.TrustsAlg } door)
                return false;
            Progress = door.Opened ? $"it opened for alg {door.Algorithm}, role {door.Role ?? "unknown"}" : $"it stopped at {door.Failed}";
            return door is { Opened: true, Algorithm: "HS256", Signed: true, Role: Roles.Admin, Subject: not (null or TheAdmin) };
        }
    }

    private sealed class ForOthers : IMissionJudge
    {
        private readonly HashSet<string> refused = new(StringComparer.Ordinal);
        private readonly HashSet<string> opened = new(StringComparer.Ordinal);

        public string Progress => refused.Count > 0 ? "strict refused one for its audience" : "";

        public bool Proves(JournalEvent e)
        {
            if (refused.Count + opened.Count > MostTokens)
            {
                refused.Clear();
                opened.Clear();
            }

            if (e.Data is DoorTried { Door: DoorQuestions.Strict, Failed: "audience" } no)
                refused.Add(no.Token);
            else if (e.Data is DoorTried { Door: DoorQuestions.NoAudience, Opened: true } yes)
                opened.Add(yes.Token);
            return refused.Overlaps(opened);
        }
    }

    private sealed class Reuse : IMissionJudge
    {
        public string Progress => "";

        public bool Proves(JournalEvent e) => e.Data is FamilyRevoked { Reason: "reuse" };
    }

    private sealed class TakenBack : IMissionJudge
    {
        private readonly HashSet<string> opened = new(StringComparer.Ordinal);

        public string Progress => opened.Count > 0 ? "the strict door opened" : "";

        public bool Proves(JournalEvent e)
        {
            if (e.Data is not DoorTried { Door: DoorQuestions.Strict } door)
                return false;
            if (opened.Count > MostTokens)
                opened.Clear();
            if (door.Opened)
                opened.Add(door.Token);
            return door.Failed == "revocation" && opened.Contains(door.Token);
        }
    }
}
