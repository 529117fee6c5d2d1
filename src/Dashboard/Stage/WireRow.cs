namespace Visualizer.Dashboard.Stage;

/// <summary>What became of an exchange, by its colour and word. The numbers are known to wire.js.</summary>
public enum WireOutcome
{
    InFlight = 0,
    Ok = 1,
    NotModified = 2,
    Refused = 3,
    Failed = 4,
    Replayed = 5,

    /// <summary>The connection ended without an answer.</summary>
    Cut = 6,
}

/// <summary>One exchange as a line of the wire: what is worth seeing at a glance.</summary>
/// <param name="AtMs">Sandbox milliseconds since the run began.</param>
/// <param name="Status">The status; 0 where there is none.</param>
/// <param name="Telling">The header that tells the lesson.</param>
/// <param name="Sender"><c>this page</c>, or who the User-Agent says it is.</param>
/// <param name="Outside">True where it came from somewhere else than this page.</param>
public sealed record WireRow(long Number, double AtMs, int Status, WireOutcome Outcome, string Line, string Telling, string Sender, bool Outside)
{
    public static WireRow Of(WireExchange exchange, DateTimeOffset origin, Func<WireExchange, string> telling) => new(
        exchange.Number,
        (exchange.At - origin).Ticks / TimeSpan.TicksPerMillisecond, // whole ones, as Sandbox-Time tells it
        exchange.Response?.Status ?? 0,
        OutcomeOf(exchange),
        $"{exchange.Request.Method} {exchange.Request.Path}",
        telling(exchange),
        SenderOf(exchange),
        IsOutside(exchange));

    public static WireOutcome OutcomeOf(WireExchange exchange) => exchange switch
    {
        { Aborted: not null } => WireOutcome.Cut,
        { Response: null } => WireOutcome.InFlight,
        { Response: { } r } when r.Header("Idempotent-Replayed") is not null => WireOutcome.Replayed,
        { Response.Status: >= 500 } => WireOutcome.Failed,
        { Response.Status: >= 400 } => WireOutcome.Refused,
        { Response.Status: >= 300 } => WireOutcome.NotModified,
        _ => WireOutcome.Ok,
    };

    /// <summary>Neither this page nor, on somebody's behalf, a shared cache of the house.</summary>
    internal static bool IsOutside(WireExchange exchange) => exchange.Request.Origin is { Page: false, AskedBy: null };

    /// <summary>A product and its version say enough: <c>curl/8.5.0</c>. Browsers all begin with Mozilla/5.0, so theirs is "a browser".</summary>
    internal static string SenderOf(WireExchange exchange)
    {
        if (exchange.Request.Origin.Page)
            return "this page";
        if (exchange.Request.Origin.AskedBy is not null)
            return "the cache";
        var agent = exchange.Request.Origin.UserAgent.Split(' ', 2)[0];
        return agent.Length == 0 ? "no User-Agent" : agent.StartsWith("Mozilla/", StringComparison.Ordinal) ? "a browser" : agent;
    }
}
