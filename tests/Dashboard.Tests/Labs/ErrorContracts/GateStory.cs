using Visualizer.Dashboard.Labs.ErrorContracts;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.ErrorContracts;

namespace Visualizer.Dashboard.Tests.Labs.ErrorContracts;

/// <summary>Writes the error lab's journal by hand: what its view gets to read.</summary>
internal sealed class GateStory
{
    private readonly List<JournalEvent> events = [];
    private double laterMs;

    public GateStory() => Add(new SandboxStarted(0, 42, null, new(Journaled.Start, 1, true)));

    public IReadOnlyList<JournalEvent> Events => events;

    /// <summary>A change of user 7 that carries these faults and is stopped at a gate.</summary>
    public GateStory Stopped(string id, int gate, int status, string carries = "", bool hides = false, int violations = 0, int? told = null) =>
        Received(id, "PUT", "/admin/users/7", carries)
            .Add(new StoppedAtGate(gate, Name(gate), status, "Because.", violations, hides, gate >= 4 ? 9 : null, Trace(gate, status)), id)
            .Answered(id, told ?? status, "application/problem+json", "{}");

    public GateStory Passed(string id, int status = 200, string carries = "", int left = 8) => Received(id, "PUT", "/admin/users/7", carries)
        .Add(new GatesPassed(status, left, Trace(8, null)), id).Answered(id, status, "application/json", "{}");

    /// <summary>One of the eight mistakes, in the shape it was answered with.</summary>
    public GateStory Mistaken(string id, string mistake, bool messy, int status, string mediaType, string body) =>
        Received(id, "POST", messy ? "/messy/users" : "/users").Add(new MistakeAnswered(mistake, messy, status), id).Answered(id, status, mediaType, body);

    public GateStory Received(string id, string method, string path, string carries = "", string lab = ErrorContractsView.Slug) => Add(
        new RequestReceived(method, path, "HTTP/1.1", carries.Length > 0 ? [new(Fault.Header, carries)] : [], new(true, "Visualizer-Page/1.0")), id, lab);

    public GateStory Answered(string id, int status, string mediaType, string body, string lab = ErrorContractsView.Slug) =>
        Add(new ResponseSent(status, [new("Content-Type", mediaType)], CapturedBody.None, new(body, body.Length), 1), id, lab);

    public GateStory Add(IEventData data, string? id = null, string? lab = ErrorContractsView.Slug)
    {
        events.Add(new(events.Count + 1, Journaled.At(events.Count + laterMs), data is SandboxStarted ? null : lab, id, data));
        return this;
    }

    /// <summary>What follows happens that much later.</summary>
    public GateStory Later(double milliseconds)
    {
        laterMs += milliseconds;
        return this;
    }

    public ErrorContractsView Fold() => new ErrorContractsView().Fold(events);

    private static IReadOnlyList<GatePassage> Trace(int gate, int? status) =>
        [.. Enumerable.Range(1, gate).Select(n => new GatePassage(n, Name(n), n == gate ? status : null, ""))];

    private static string Name(int gate) => GateCatalogue.All[gate - 1].Name;
}
