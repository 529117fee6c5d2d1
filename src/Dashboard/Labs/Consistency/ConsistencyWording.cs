using System.Globalization;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Labs.Consistency;

namespace Visualizer.Dashboard.Labs.Consistency;

/// <summary>What the lab says about its events, for the inspector and for ears.</summary>
internal static class ConsistencyWording
{
    public static WireDecision Of(WriteAccepted e, long before) => new(
        $"written as lsn {e.Lsn}",
        $"{e.Policy}: {Join(e.Acknowledged)} had it before the answer; {(e.OnTheWay.Count == 0 ? "nobody lacks it" : $"on its way to {Join(e.OnTheWay.Select(o => o.Node))}")}.",
        "",
        $"post {e.Post} at version {before} on the primary",
        $"version {e.Version} on {Join(e.Acknowledged)}");

    public static WireDecision Of(WriteRefused e) => new(
        "refused, written nowhere",
        e.Reason == "backlog"
            ? "A replica is so far behind that the log may not grow any more."
            : $"{e.Policy} wants {e.Needed} nodes and {Join(e.Reachable)} {(e.Reachable.Count == 1 ? "is" : "are")} all that can be reached: consistent, and not available.",
        "RFC 9110 §15.6.4",
        "as before",
        "as before, on every node");

    public static WireDecision Of(ReadServed e)
    {
        var versions = string.Join(", ", e.Nodes.Select(n => $"{n.Node} {n.Version}"));
        return new(
            e.Backwards ? $"{e.Node} answered, and time went backwards" : e.Version < e.Newest ? $"{e.Node} answered, {Seconds(e.AgeMs)} old" : $"{e.Node} answered, up to date",
            Why(e),
            "",
            $"versions of {(e.Post == 0 ? "the list" : $"post {e.Post}")}: {versions}",
            e.Broke.Count == 0 ? "nothing was broken" : $"broken: {Join(e.Broke.Select(Guarantee))}");
    }

    public static WireDecision Of(ReadRefused e) => new(
        "refused",
        e.Reason == "replica_behind"
            ? $"{e.Node} did not get what the token stands for within {Seconds(ConsistencyWords.LongestWaitMs)}: rather no answer than an old one."
            : "Too few nodes can be reached for this quorum: rather no answer than an old one.",
        "RFC 9110 §15.6.4",
        "", "");

    public static string Telling(WireExchange exchange) => exchange.Response switch
    {
        { } r when exchange.Request.Method == "GET" && r.Header("Served-By") is { } node => $"{node} v{r.Header("Data-Version")}",
        { } r when r.Header("Consistency-Token") is { } token => token,
        { } r when r.Header("Retry-After") is { } seconds => $"Retry-After: {seconds}",
        _ => "",
    };

    public static IReadOnlyList<Lane> Lanes(ConsistencyView view) =>
        [.. view.Nodes.Select(n => new Lane(n.Name, n.Name, Note(n, view.Setting), $"{n.Name}: {State(n, view)}", Math.Max(3, view.Newest)))];

    public static string Guarantee(string name) => name.Replace('_', ' ');

    public static string Since((int Reads, int Old, int Backwards, int Writes, int Refused) before, (int Reads, int Old, int Backwards, int Writes, int Refused) now, ConsistencyView view)
    {
        List<string> news = [];
        Add(now.Writes - before.Writes, "written", "written");
        Add(now.Reads - before.Reads, "read", "reads");
        Add(now.Old - before.Old, "of them old", "of them old");
        Add(now.Backwards - before.Backwards, "went backwards", "went backwards");
        Add(now.Refused - before.Refused, "refused", "refused");
        return news.Count == 0 ? "" : $"{Seconds((view.LastAt - view.Origin).TotalMilliseconds)}: {string.Join(", ", news)}.";

        void Add(int count, string one, string many)
        {
            if (count > 0)
                news.Add($"{count} {(count == 1 ? one : many)}");
        }
    }

    public static string Milliseconds(double milliseconds) => milliseconds.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Why(ReadServed e) => e.Read switch
    {
        "session" when e.WaitedMs > 0 => $"The node lacked what the token stands for; the read waited {Seconds(e.WaitedMs)} for it.",
        "session" => "The node had all that the token stands for.",
        "quorum" => $"{Join(e.Asked)} were asked, and the newest answer counts.",
        "primary" => "The primary takes the writes, so it has them all; it is also the only one that can be asked so.",
        _ when e.Version < e.Newest => "It was this node’s turn. It did not have the newest version yet, and nobody asked it to.",
        _ => "It was this node’s turn, and it happened to be up to date.",
    };

    private static string Note(ConsistencyNode node, ReplicationSetting setting)
    {
        var cut = setting.Partition?.Contains(node.Name) == true ? "cut off" : "";
        if (node.Index == 0)
            return cut.Length > 0 ? $"takes the writes, {cut}" : "takes the writes";
        var replica = setting.Replica(node.Name);
        return cut.Length > 0 ? cut : replica.Paused == true ? "paused" : $"lags {replica.LagMs} ms";
    }

    private static string State(ConsistencyNode node, ConsistencyView view) =>
        $"version {node.VersionOf(view.Post)} of {view.Newest} of post {view.Post}, {node.Reads} reads, {node.Old} of them old{(node.Waiting > 0 ? $", {node.Waiting} on the way" : "")}";

    private static string Join(IEnumerable<string> words) => string.Join(", ", words);

    private static string Seconds(double milliseconds) => milliseconds < 1_000
        ? $"{Milliseconds(milliseconds)} ms"
        : (milliseconds / 1_000).ToString("0.###", CultureInfo.InvariantCulture) + " s";
}
