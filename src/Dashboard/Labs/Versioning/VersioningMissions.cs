using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.Versioning;

namespace Visualizer.Dashboard.Labs.Versioning;

/// <summary>The lab's tasks.</summary>
internal static class VersioningMissions
{
    public static readonly IReadOnlyList<Mission> All =
    [
        new("unnamed", "Version 2 without naming it",
            "While the default is 1, get version 2 with a request in which no “2” asks for it.",
            [
                "Accept can say what you do not want, too.",
                "A weight of q=0 means never; */* means anything else.",
            ],
            "GET /users/1 with Accept: */*, application/vnd.visualizer.v1+json;q=0. The default is version 1, version 1 is ruled out, so what is left is version 2.",
            () => new Unnamed()),
        new("mixed", "Somebody else’s version",
            "Make the shared cache answer a request that asks for version 2 with its copy of version 1.",
            [
                "Two styles name the version in a header, and the cache only knows which headers matter if it is told.",
                "PUT sandbox/versioning takes default_version, vary and sunset, all three.",
                "One client must ask first, so that there is a copy.",
            ],
            "PUT sandbox/versioning {\"default_version\":1,\"vary\":false,\"sunset\":\"2027-01-01T00:00:00Z\"}, then GET /cdn/users/1 with API-Version: 1 and again with API-Version: 2.",
            () => new Mixed()),
        new("successor", "After the sunset",
            "Meet the 410 of version 1, and then read the same user at the address that its Link names.",
            [
                "The sandbox clock can be advanced past the sunset, or the sunset put into the past.",
                "rel=\"successor-version\" is the address to go on with.",
            ],
            "PUT sandbox/versioning with a sunset in the past, GET /v1/users/7 (410), then GET /v2/users/7.",
            () => new AfterSunset()),
        new("harmless", "Move the default, break nobody",
            "Move the default to 2, and then let all three robots read their answers. A request is a robot’s if it says Client-Id: old-app, web or script.",
            [
                "Two of them name their version already. Which one depends on the default?",
                "The script’s parser cannot be changed, but its request can.",
            ],
            "PUT sandbox/versioning with default_version 2. Then three requests: Client-Id: old-app with /v1/users/1, Client-Id: web with /v2/users/1, and Client-Id: script with API-Version: 1.",
            () => new Harmless()),
    ];

    private sealed class Unnamed : IMissionJudge
    {
        public string Progress => "";

        public bool Proves(JournalEvent e) =>
            e.Data is VersionChosen { Version: 2, Default: 1, Named: { Path: null, Query: null, Header: null, Accept: { } accept } } && !accept.Contains("v2", StringComparison.OrdinalIgnoreCase);
    }

    private sealed class Mixed : IMissionJudge
    {
        public string Progress => "";

        public bool Proves(JournalEvent e) => e.Data is VersionHandedOut { Wrong: true, Wanted: 2, Given: 1, Source: not "default" };
    }

    private sealed class AfterSunset : IMissionJudge
    {
        private readonly Dictionary<string, string> underway = new(StringComparer.Ordinal); // request -> user
        private readonly HashSet<string> gone = new(StringComparer.Ordinal);

        public string Progress => gone.Count > 0 ? "410 met" : "";

        public bool Proves(JournalEvent e)
        {
            switch (e.Data)
            {
                case SandboxStarted { Lab: null or VersioningView.Slug }:
                    underway.Clear();
                    gone.Clear();
                    return false;
                case RequestReceived request when e.RequestId is { } id && e.Lab == VersioningView.Slug:
                    if (underway.Count > 1_000)
                        underway.Clear();
                    underway[id] = VersioningWords.UserOf(request.Path);
                    return false;
                case VersionChosen { Version: 1, Stage: "gone" } when e.RequestId is { } id && underway.TryGetValue(id, out var user):
                    gone.Add(user);
                    return false;
                case VersionChosen { Version: 2, Sources: ["path", ..] } when e.RequestId is { } id && underway.TryGetValue(id, out var user):
                    return gone.Contains(user);
                default:
                    return false;
            }
        }
    }

    private sealed class Harmless : IMissionJudge
    {
        private readonly Dictionary<string, Robot> underway = new(StringComparer.Ordinal);
        private readonly HashSet<Robot> read = [];
        private bool moved;

        public string Progress => moved ? $"{read.Count} of {Robot.All.Count} read their answers since the default moved" : "";

        public bool Proves(JournalEvent e)
        {
            switch (e.Data)
            {
                case SandboxStarted { Lab: null or VersioningView.Slug }:
                    Begin(false);
                    return false;
                case VersioningConfigured { After.DefaultVersion: var version }:
                    Begin(version == 2);
                    return false;
                case RequestReceived request when moved && e.RequestId is { } id && e.Lab == VersioningView.Slug && request.Origin.AskedBy is null && Robot.Of(request) is { } robot:
                    if (underway.Count > 1_000)
                        underway.Clear();
                    underway[id] = robot;
                    return false;
                case ResponseSent answer when e.RequestId is { } id && underway.Remove(id, out var robot):
                    _ = robot.ReadAnswer(answer).Understood ? read.Add(robot) : read.Remove(robot);
                    return read.Count == Robot.All.Count;
                default:
                    return false;
            }
        }

        private void Begin(bool isMoved)
        {
            moved = isMoved;
            read.Clear();
            underway.Clear();
        }
    }
}
