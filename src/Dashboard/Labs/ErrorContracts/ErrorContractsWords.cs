using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.ErrorContracts;

namespace Visualizer.Dashboard.Labs.ErrorContracts;

/// <summary>What the lab says about gates and answers, for the stage, the inspector and ears.</summary>
internal static class ErrorContractsWords
{
    private const int MostInTitle = 15;

    /// <summary>What was wrong, beside the gate that noticed it: up to 20 characters.</summary>
    public static string Brief(int gate, int status) => (gate, status) switch
    {
        (1, 404) => "no such address",
        (1, _) => "other methods",
        (2, 400) => "no credentials",
        (2, _) => "who is it?",
        (3, 404) => "hidden 403",
        (3, _) => "may not",
        (4, _) => "quota spent",
        (5, 415) => "media type",
        (5, 413) => "too large",
        (5, _) => "not this JSON",
        (6, _) => "not there",
        (7, 428) => "which state?",
        (7, _) => "changed",
        (8, 409) => "taken",
        _ => "invalid",
    };

    public static IReadOnlyList<Actor> Actors(ErrorContractsView view) =>
    [
        new("client", "Client", "", "C"),
        .. GateCatalogue.All.Select(gate => Of(gate, view.Latest)),
    ];

    private static Actor Of(GateDescription gate, GateWalked? latest)
    {
        var (mood, words) = latest switch
        {
            null => (ActorMood.Plain, ""),
            { Stop: { } stop } when stop.Gate == gate.Number => (ActorMood.Stopped, $"{stop.Status}"),
            { Broke: true } when gate.Number == GateCatalogue.All.Count => (ActorMood.Failed, "then 500"),
            _ when latest.WasAsked(gate.Number) => (ActorMood.Passed, "ok"),
            _ => (ActorMood.Dim, "dark"),
        };
        return new($"gate-{gate.Number}", gate.Name, Short: $"{gate.Number}") { Mood = mood, MoodWords = words };
    }

    public static WireDecision Decision(GateWalked walked, int? left)
    {
        var quota = left is { } l ? $"{l} of {GateCatalogue.QuotaLimit} writes left in this window" : "no quota asked";
        if (walked.Stop is not { } stop)
        {
            return walked.Broke
                ? new("passed all gates, then failed", "Nothing was wrong with the request. What is left behind the last gate is the server’s own fault.", "RFC 9110 §15.6.1", "", quota)
                : new("passed all gates", "Every question that this call asks was answered rightly.", "RFC 9110 §15.3", "", quota);
        }

        var gate = GateCatalogue.All[stop.Gate - 1];
        var unseen = walked.Unseen.Select(fault => fault.Title).ToList();
        var hidden = stop.Hides ? " It hides a 403: who may not is not told that there is something." : "";
        var later = unseen.Count > 0 ? $" Never looked at: {string.Join(", ", unseen)}." : "";
        return new($"stopped at gate {stop.Gate} of {GateCatalogue.All.Count}: {stop.Status}", $"{gate.Question} {stop.Why}{hidden}{later}", gate.Source, "", quota);
    }

    public static string Telling(WireExchange exchange) => exchange.Response switch
    {
        { Status: 405 } response => $"Allow: {response.Header("Allow")}",
        { Status: 401 or 403 } response when response.Header("WWW-Authenticate") is { } challenge => challenge,
        { Status: 429 } response => $"Retry-After: {response.Header("Retry-After")}",
        { Status: >= 400 or 200 } response when response.Header("ETag") is null => response.Header("Content-Type") ?? "",
        { } response => response.Header("ETag") is { } tag ? $"ETag: {tag}" : "",
        _ => "",
    };

    /// <summary>One sentence on one ended request.</summary>
    public static string News(WireExchange exchange, GateWalked? walked)
    {
        var asked = $"{exchange.Request.Method} {PathOf(exchange.Request)}";
        return (exchange.Response?.Status, walked) switch
        {
            (null, _) => $"{asked}: no answer came.",
            ({ } status, { Stop: { } stop }) => $"{asked} was stopped at gate {stop.Gate} of {GateCatalogue.All.Count}, {stop.Name}: {status}. {stop.Why}",
            ({ } status, not null) => $"{asked} passed every gate: {status}.",
            ({ } status, null) => $"{asked}: {status}.",
        };
    }

    /// <summary>A heading above the request: what is wrong with it, as far as its client said.</summary>
    public static string Group(RequestReceived request)
    {
        var carried = request.Headers.FirstOrDefault(h => h.Name.Equals(Fault.Header, StringComparison.OrdinalIgnoreCase))?.Value;
        if (carried == ErrorContractsClient.Filling)
            return "using up the quota";
        if (request.Path.StartsWith("/messy/", StringComparison.Ordinal))
            return "messy errors";
        return Fault.Read(carried) is { Count: > 0 } faults ? string.Join(" + ", faults.Select(fault => fault.Title))
            : request.Path.StartsWith("/admin/users/", StringComparison.Ordinal) ? "nothing wrong"
            : "one contract";
    }

    public static string PathOf(RequestReceived request) => request.Path.Split('?')[0];

    /// <summary>The path in the width of a row's title: of a long one the end, which tells the id.</summary>
    public static string PlaceOf(RequestReceived request) =>
        PathOf(request) is { Length: > MostInTitle } path && path.IndexOf('/', 1) is > 0 and var second ? $"…{path[second..]}" : PathOf(request);

    /// <summary>A mistake as a learner would call it.</summary>
    public static string Title(string mistake) => mistake switch
    {
        Mistakes.NotJson => "not JSON",
        Mistakes.WrongMediaType => "wrong media type",
        Mistakes.MemberMissing => "member missing",
        Mistakes.BadEmail => "bad e-mail",
        Mistakes.BadUsername => "bad username",
        Mistakes.Duplicate => "duplicate",
        Mistakes.TooLarge => "too large",
        _ => "unknown id",
    };
}
