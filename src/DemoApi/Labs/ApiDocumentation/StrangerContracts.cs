using System.Text.Json;
using Visualizer.DemoApi.Journal;

namespace Visualizer.DemoApi.Labs.ApiDocumentation;

/// <summary>A document to be tried by somebody who knows nothing else.</summary>
/// <param name="Document">An OpenAPI 3.1 document as JSON, with 1 to 20 operations.</param>
/// <param name="Send">False: only read it, send nothing. True where it is left out.</param>
public sealed record StrangerOrder(JsonElement? Document, bool? Send);

/// <summary>What became of one operation.</summary>
/// <param name="Sent">The request line that the document led to.</param>
/// <param name="Body">The body that it led to, or null.</param>
/// <param name="Status">The answer's status; null where nothing was sent or nothing came back.</param>
/// <param name="Verdict"><c>works</c>, <c>refused</c>, <c>contradicts</c> or <c>unsent</c>.</param>
/// <param name="Why">What went wrong, in one sentence; empty where it works.</param>
public sealed record StrangerCall(string OperationId, string Method, string Path, string Sent, string? Body, int? Status, string Verdict, string Why);

/// <summary>One thing that the text itself shows to be amiss.</summary>
/// <param name="Pointer">Its place in the document, as a JSON pointer.</param>
public sealed record LintFinding(string Rule, string Pointer, string Detail);

/// <summary>How a stranger fared.</summary>
/// <param name="Callable">Operations that a stranger could call, and whose answer is what the document says.</param>
/// <param name="Contradictions">Replies that contradict the document.</param>
/// <param name="BreakingChanges">What a client of version 1 of the user loses with version 2, by the real document.</param>
public sealed record StrangerReport(
    IReadOnlyList<StrangerCall> Operations, int Callable, int Contradictions, IReadOnlyList<LintFinding> Findings, IReadOnlyList<string> BreakingChanges);

/// <summary>A stranger tried a document.</summary>
public sealed record StrangerReturned(StrangerReport Report) : IEventData
{
    int IEventData.Weight => 400 + Report.Operations.Sum(o => 200 + (2 * ((o.Body?.Length ?? 0) + o.Why.Length + o.Sent.Length))) + (300 * Report.Findings.Count);
}

/// <summary>How an operation fared, as <see cref="StrangerCall.Verdict"/> says it.</summary>
public static class Verdicts
{
    public const string Works = "works";
    public const string Refused = "refused";
    public const string Contradicts = "contradicts";
    public const string Unsent = "unsent";
}
