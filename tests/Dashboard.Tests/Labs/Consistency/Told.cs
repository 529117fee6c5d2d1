using Visualizer.Dashboard.Labs.Consistency;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.Consistency;

namespace Visualizer.Dashboard.Tests.Labs.Consistency;

/// <summary>This lab's events, written by hand.</summary>
internal static class Told
{
    private const string Lab = ConsistencyView.Slug;

    public static double AtMs(double ms) => Journaled.Start.ToUnixTimeMilliseconds() + ms;

    public static ConsistencyView Fold(this Journaled journal)
    {
        var view = new ConsistencyView();
        foreach (var e in journal.Events)
            view.Apply(e);
        return view;
    }

    /// <summary>An asynchronous write that reaches both replicas 800 ms later.</summary>
    public static Journaled Wrote(this Journaled journal, string id, double atMs, long post, long version, long lsn, string action = "create", string client = "page") => journal
        .Asked(id, atMs, "/posts", "POST")
        .Add(atMs, new WriteAccepted(client, action, post, version, lsn, "async", ["primary"], 0,
            [new("r1", lsn, post, version, AtMs(atMs + 800)), new("r2", lsn, post, version, AtMs(atMs + 800))]), Lab, id);

    public static Journaled Arrived(this Journaled journal, double atMs, string node, long post, long version, long lsn) =>
        journal.Add(atMs, new EntryReplicated(node, lsn, post, version, 800, false), Lab);

    public static Journaled Read(
        this Journaled journal, string id, double atMs, string node, long post, long version, long newest, bool backwards = false, string read = "any",
        double waitedMs = 0, double latencyMs = 0, string client = "page", params string[] broke) => journal
        .Asked(id, atMs, $"/posts/{post}")
        .Add(atMs, new ReadServed(client, read, post, node, [node], version, newest, version < newest ? 200 : 0, backwards, waitedMs, latencyMs, 4,
            [new("primary", newest), new("r1", node == "r1" ? version : 0), new("r2", node == "r2" ? version : 0)], broke), Lab, id);

    public static Journaled Asked(this Journaled journal, string id, double atMs, string path, string method = "GET") =>
        journal.Add(atMs, new RequestReceived(method, path, "HTTP/1.1", [], new(true, "Visualizer-Page/1.0")), Lab, id);

    public static Journaled Said(this Journaled journal, double atMs, IEventData data, string? id = null) => journal.Add(atMs, data, Lab, id);
}
