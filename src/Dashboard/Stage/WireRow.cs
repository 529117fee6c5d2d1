using System.Globalization;

namespace Visualizer.Dashboard.Stage;

/// <summary>One exchange as a line of the wire: what is worth seeing at a glance.</summary>
/// <param name="At">Seconds of sandbox time since the run began, for example <c>10.100 s</c>.</param>
/// <param name="Status">The status, <c>…</c> in flight, <c>cut</c> where the connection ended without an answer.</param>
/// <param name="Outcome">The outcome's class in the style sheet: ok, same, refuse, fail, replay or flight.</param>
/// <param name="Telling">The header that tells the lesson.</param>
/// <param name="Sender"><c>this page</c>, or the beginning of the User-Agent.</param>
public sealed record WireRow(long Number, string At, string Status, string Outcome, string Line, string Telling, string Sender, bool Outside)
{
    public static WireRow Of(WireExchange exchange, DateTimeOffset origin, Func<WireExchange, string> telling) => new(
        exchange.Number,
        ((exchange.At - origin).TotalMilliseconds / 1000).ToString("0.000", CultureInfo.InvariantCulture) + " s",
        StatusOf(exchange),
        OutcomeOf(exchange),
        $"{exchange.Request.Method} {exchange.Request.Path}",
        telling(exchange),
        SenderOf(exchange),
        !exchange.Request.Origin.Page);

    private static string StatusOf(WireExchange exchange) => exchange switch
    {
        { Response: { } r } => r.Status.ToString(CultureInfo.InvariantCulture),
        { Aborted: not null } => "cut",
        _ => "…",
    };

    private static string OutcomeOf(WireExchange exchange) => exchange switch
    {
        { Aborted: not null } => "fail",
        { Response: null } => "flight",
        { Response: { } r } when r.Headers.Any(h => h.Name.Equals("Idempotent-Replayed", StringComparison.OrdinalIgnoreCase)) => "replay",
        { Response.Status: >= 500 } => "fail",
        { Response.Status: >= 400 } => "refuse",
        { Response.Status: >= 300 } => "same",
        _ => "ok",
    };

    /// <summary>A product and its version say enough: <c>curl/8.5.0</c>; browsers all begin with Mozilla/5.0, so theirs is "a browser".</summary>
    private static string SenderOf(WireExchange exchange)
    {
        if (exchange.Request.Origin.Page)
            return "this page";
        var agent = exchange.Request.Origin.UserAgent.Split(' ', 2)[0];
        return agent.Length == 0 ? "no User-Agent" : agent.StartsWith("Mozilla/", StringComparison.Ordinal) ? "a browser" : agent;
    }
}
