using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.ApiDocumentation;

namespace Visualizer.Dashboard.Labs.ApiDocumentation;

/// <summary>The lab's tasks; a stranger's report and the API's own answers prove them.</summary>
internal static class ApiDocumentationMissions
{
    private const int Seven = 7;

    public static readonly IReadOnlyList<Mission> All =
    [
        new("seven", "Seven of seven",
            "Mend the document until a stranger can call all seven operations and no reply contradicts it.",
            [
                "Read the verdicts: a refusal names what the API missed, a contradiction what the document got wrong.",
                "The whole document at openapi.json has the truth about every operation.",
                "curl can do it too: openapi.flawed.json?mend=all is the mended text.",
            ],
            "Four things stop a stranger: the hidden Idempotency-Key, the body without a description, the parameter without its values, and the schema with a member that never comes. Mend those four and send another one in.",
            () => new BestReport(report => report.Operations.Count >= Seven && report.Callable == report.Operations.Count && report.Contradictions == 0)),
        new("clean-and-wrong", "Clean and wrong",
            "Send in a document without a single lint finding that still fails a stranger.",
            [
                "Mend what the linter marks, and nothing else.",
                "Which of the defects can be seen only by somebody who calls?",
            ],
            "Mend the vague name, the missing errors, the missing chapter, the example and the parameter’s description; leave the hidden header and the wrong schema. The linter is content, the stranger is not.",
            () => new BestReport(report => report.Operations.Count >= Seven && report.Findings.Count == 0 && report.Callable < report.Operations.Count)),
        new("conflict", "The answer nobody wrote down",
            "Meet the 409 of POST /orders that the flawed document does not mention.",
            [
                "It comes when the same Idempotency-Key is used while the first attempt still runs.",
                "Demo-Fault: delay=5000 keeps an attempt running for five seconds of sandbox time.",
            ],
            "Send POST /orders with Idempotency-Key: \"mission\" and Demo-Fault: delay=5000 in one terminal, and the same request without the fault in another before the five seconds are over.",
            () => new ConflictMet()),
    ];

    private sealed class BestReport(Func<StrangerReport, bool> proves) : IMissionJudge
    {
        public string Progress { get; private set; } = "";

        public bool Proves(JournalEvent e)
        {
            if (e.Data is not StrangerReturned { Report: var report })
                return false;
            Progress = $"{report.Callable} of {report.Operations.Count} called, {report.Findings.Count} findings";
            return proves(report);
        }
    }

    private sealed class ConflictMet : IMissionJudge
    {
        private readonly HashSet<string> placing = new(StringComparer.Ordinal);

        public string Progress => "";

        public bool Proves(JournalEvent e)
        {
            if (e.Data is SandboxStarted || placing.Count > 1_000)
                placing.Clear();
            if (e.Data is RequestReceived { Method: "POST", Path: "/orders" } && e.RequestId is { } id)
                placing.Add(id);
            return e is { Data: ResponseSent { Status: 409 }, RequestId: { } answered } && placing.Contains(answered);
        }
    }
}
