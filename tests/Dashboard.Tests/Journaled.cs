using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.RateLimiting;

namespace Visualizer.Dashboard.Tests;

/// <summary>Writes a journal by hand: what a fold gets to read.</summary>
internal sealed class Journaled
{
    public static readonly DateTimeOffset Start = new(2026, 1, 23, 11, 0, 0, TimeSpan.Zero);

    private readonly List<JournalEvent> events = [];

    public IReadOnlyList<JournalEvent> Events => events;

    public Journaled Started(int epoch = 0, double atMs = 0, string? lab = null) =>
        Add(atMs, new SandboxStarted(epoch, 42, lab, new(At(atMs), 1, false)), lab);

    public Journaled Received(string id, double atMs, string path, string method = "GET", bool page = true, string agent = "Visualizer-Page/1.0") =>
        Add(atMs, new RequestReceived(method, path, "HTTP/1.1", [new("Host", "localhost:5080"), new("User-Agent", agent)], new(page, agent)), "rate-limiting", id);

    public Journaled Answered(string id, double atMs, int status = 200, params HeaderLine[] headers) =>
        Add(atMs, new ResponseSent(status, headers, CapturedBody.None, new("{}", 2), 1.5), "rate-limiting", id);

    public Journaled Cut(string id, double atMs, bool byServer = true) =>
        Add(atMs, new ConnectionAborted(byServer, CapturedBody.None), "rate-limiting", id);

    public Journaled Admitted(string id, double atMs, string algorithm, long remaining, params LevelCorner[] level) => AdmittedFor("", id, atMs, algorithm, remaining, level);

    public Journaled AdmittedFor(string client, string id, double atMs, string algorithm, long remaining, params LevelCorner[] level) =>
        Add(atMs, new RequestAdmitted(algorithm, client, 1, remaining, 0, level), "rate-limiting", id);

    public Journaled Refused(string id, double atMs, string algorithm, long? retryAfter, params LevelCorner[] level) =>
        Add(atMs, new RequestRejected(algorithm, "", 1, 0, retryAfter, level), "rate-limiting", id);

    public Journaled Add(double atMs, IEventData data, string? lab = null, string? id = null)
    {
        events.Add(new(events.Count + 1, At(atMs), lab, id, data));
        return this;
    }

    /// <summary>A whole exchange with a token bucket of 10 that refills 1 a second, admitted with so many tokens left.</summary>
    public Journaled Passed(string id, double atMs, double left, string algorithm = "token-bucket") =>
        Received(id, atMs, $"/limits/{algorithm}")
            .Admitted(id, atMs, algorithm, (long)left, Corner(atMs, left), Corner(atMs + ((10 - left) * 1000), 10))
            .Answered(id, atMs);

    public static LevelCorner Corner(double atMs, double level) => new(Start.ToUnixTimeMilliseconds() + atMs, level);

    public static DateTimeOffset At(double atMs) => Start.AddMilliseconds(atMs);
}
