using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.ErrorContracts;

namespace Visualizer.Dashboard.Labs.ErrorContracts;

/// <summary>The lab's tasks.</summary>
internal static class ErrorContractsMissions
{
    public static readonly IReadOnlyList<Mission> All =
    [
        new("eight", "Be stopped by every gate",
            "Get a request stopped at each of the eight gates, in any order, with any client.",
            [
                "PUT /admin/users/7 meets all of them; a wrong path or method is stopped at the first.",
                "Log in with POST /auth/token, as alice for gate 3, as admin for those behind it.",
                "Gate 4 opens ten times in ten seconds. Gate 7 wants If-Match, gate 8 a body that breaks a rule.",
            ],
            "DELETE /admin/users/7; PUT without token; PUT as alice; as admin: eleven times; a body that is no JSON; id 4711; no If-Match; If-Match: * with {\"email\":\"x\",\"username\":\"x\"}.",
            () => new EveryGate()),
        new("all-at-once", "Everything at once",
            "Get one answer that lists at least two violations, so that a form can mark all its fields.",
            [
                "400 stops at the first thing that cannot be read. Which status comes after reading?",
                "POST /users needs no token. Break both members.",
            ],
            "POST /users with {\"email\":\"nobody\",\"username\":\"x!\"}: 422 with two entries in errors.",
            () => new AllAtOnce()),
        new("hide", "A 404 that is a 403",
            "Let somebody who may not change a user be told that there is no such user.",
            [
                "The switch “hide existence” is also PUT sandbox/errors.",
                "alice has a token, but not the role.",
            ],
            "PUT sandbox/errors {\"hide_existence\":true}, then PUT /admin/users/7 with the token of alice: 404, stopped at gate 3.",
            () => new HiddenForbidden()),
        new("climb", "From the first complaint to 200",
            "Send PUT /admin/users/7 so that it is stopped at four different gates, each time further on, and then passes all eight.",
            [
                "Mend exactly what the answer complains of, and nothing else.",
                "The tag for If-Match comes with GET /users/7.",
            ],
            "No token (401); alice’s token (403); admin’s token and no JSON (400); a good body without If-Match (428); with the ETag of GET /users/7: 200.",
            () => new Climb()),
    ];

    private sealed class EveryGate : IMissionJudge
    {
        private readonly HashSet<int> met = [];

        public string Progress => met.Count == 0 ? "" : $"{met.Count} of {GateCatalogue.All.Count} gates";

        public bool Proves(JournalEvent e) => e.Data is StoppedAtGate stop && met.Add(stop.Gate) && met.Count == GateCatalogue.All.Count;
    }

    private sealed class AllAtOnce : IMissionJudge
    {
        public string Progress => "";

        public bool Proves(JournalEvent e) => e.Data is StoppedAtGate { Violations: >= 2 };
    }

    private sealed class HiddenForbidden : IMissionJudge
    {
        public string Progress => "";

        public bool Proves(JournalEvent e) => e.Data is StoppedAtGate { Hides: true };
    }

    private sealed class Climb : IMissionJudge
    {
        private const int Steps = 4;
        private readonly List<int> stops = [];

        public string Progress => stops.Count == 0 ? "" : $"{stops.Count} of {Steps} gates, the last one {stops[^1]}";

        public bool Proves(JournalEvent e)
        {
            switch (e.Data)
            {
                case SandboxStarted:
                    stops.Clear();
                    return false;
                case StoppedAtGate stop:
                    if (stops is [.., var last] && stop.Gate <= last)
                        stops.Clear(); // back down: the climb begins anew
                    stops.Add(stop.Gate);
                    return false;
                case GatesPassed { Status: 200, Trace.Count: var asked }:
                    return stops.Count >= Steps && asked == GateCatalogue.All.Count;
                default:
                    return false;
            }
        }
    }
}
