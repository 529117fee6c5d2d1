using Visualizer.DemoApi.Journal;

namespace Visualizer.Dashboard.Stage;

/// <summary>What a lab says about one answer: the decision, why, and what it did to the state.</summary>
/// <param name="Outcome">A few words: "admitted", "refused".</param>
/// <param name="Why">One sentence for a learner.</param>
/// <param name="Source">The section that asks for it, for example <c>RFC 6585 §4</c>; empty where none does.</param>
/// <param name="Before">The state the request met, in words.</param>
/// <param name="After">The state it left behind, in words.</param>
public sealed record WireDecision(string Outcome, string Why, string Source, string Before, string After);

/// <summary>One exchange, joined from its events by request id.</summary>
/// <param name="Number">1, 2, 3 … in order of arrival since the run began; also the mark's id in a lane.</param>
/// <param name="At">Sandbox time of arrival.</param>
public sealed record WireExchange(long Number, string RequestId, DateTimeOffset At, RequestReceived Request)
{
    /// <summary>Null while in flight, and for ever where the connection ended without an answer.</summary>
    public ResponseSent? Response { get; init; }

    public ConnectionAborted? Aborted { get; init; }

    public WireDecision? Decision { get; init; }

    /// <summary>Sandbox time of the answer or of the end of the connection.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Grows with every change in the log.</summary>
    public long Version { get; init; }

    public CapturedBody RequestBody => Response?.RequestBody ?? Aborted?.RequestBody ?? CapturedBody.None;
}

/// <summary>Reading recorded headers.</summary>
public static class RecordedHeaders
{
    /// <summary>A response header's value, or null.</summary>
    public static string? Header(this ResponseSent response, string name) =>
        response.Headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;
}
