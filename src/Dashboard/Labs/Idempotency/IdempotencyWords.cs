using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Labs.Idempotency;

namespace Visualizer.Dashboard.Labs.Idempotency;

/// <summary>What the lab says about its decisions, for the inspector and for ears.</summary>
internal static class IdempotencyWords
{
    private const string Draft = "draft-ietf-httpapi-idempotency-key-header";

    public static WireDecision Of(KeyClaimed e) => new("key claimed",
        e.TookOver ? "An attempt before this one died with the key in its hand; its lease is over, so this one takes over." : "Nobody has used this key: the attempt holds it while it works.",
        $"{Draft} §2.6", e.TookOver ? "held by a dead attempt" : "key unknown", $"held until {e.LeaseUntil:HH:mm:ss} at most, forgotten after 24 h");

    public static WireDecision Of(KeyLookedUp e) => new("looked up, nothing found",
        $"Nothing is claimed: until {e.ActsAt:HH:mm:ss.fff} everybody who looks finds nothing either.", "", "key unknown", "key unknown");

    public static WireDecision Of(OrderPlaced e) => new("order placed",
        e.Route.StartsWith("/unsafe", StringComparison.Ordinal) ? "This door reads no key: an arrival is an order." : "Order and answer are written in one transaction: never one without the other.",
        "RFC 9110 §9.2.2: POST is not idempotent", In(e.Before), In(e.After));

    public static WireDecision Of(AnswerStored e, WireDecision? before) => e.Location is null
        ? new($"failed with {e.Status}, and stored", "The attempt had begun, so even its failure is the answer to this key.", $"{Draft} §2.6", "key held", $"key holds {e.Status}")
        : (before ?? new("order placed", "", "", "", "")) with { Outcome = "order placed, answer stored", Source = $"{Draft} §2.6" };

    public static WireDecision Of(AnswerReplayed e) => new("replayed",
        "Same key, same request: the stored answer is given again, byte for byte, and nothing is done.", $"{Draft} §2.6", $"key holds {e.Status}", $"key holds {e.Status}");

    public static WireDecision Of(KeyRefused e) => e.Reason == KeyRefused.InFlight
        ? new("refused: in flight", "The first attempt is still working. Two at a time would be two orders.", $"{Draft} §2.7: 409", "key held", "key held")
        : new("refused: another request", $"The key belongs to a request with the fingerprint {e.Holder[..8]}…, and this one’s is {e.Fingerprint[..8]}….", $"{Draft} §2.7: 422", "key taken", "key taken");

    public static WireDecision Of(KeyReleased e) => new("key freed", e.Reason switch
    {
        KeyReleased.FailedBeforeCommit => "The attempt died before its commit: nothing was written, and the next one may try.",
        KeyReleased.NotReleased => "The sandbox clock did not get to the end of the delay: nothing was written.",
        _ => "The order itself was refused before anything was written: a bad request burns no key.",
    }, "", "key held", "key unknown");

    public static WireDecision Of(OrderWritten e) => new(Effect(e), e switch
    {
        { Method: "PUT" } => "PUT says how the order shall be: sent again it is the same order.",
        { Method: "DELETE" } => "Gone is gone: a second DELETE finds nothing (404), and the effect is the same.",
        _ => "PATCH says what to do to the order. Whether doing it twice matters is up to the patch.",
    }, "RFC 9110 §9.2.2", e.Before is { } before ? Of(before) : "no such order", e.After is { } after ? Of(after) : "no such order");

    public static string Effect(OrderWritten e) => e switch
    {
        { Before: null } => $"+ order {e.OrderId}",
        { After: null } => $"− order {e.OrderId}",
        _ when Of(e.Before) == Of(e.After) => "as it was",
        _ when e.After.Tags.Count != e.Before.Tags.Count => $"{e.After.Tags.Count} {(e.After.Tags.Count == 1 ? "tag" : "tags")}",
        _ => "changed",
    };

    /// <summary>The header that tells the lesson.</summary>
    public static string Telling(WireExchange exchange) => exchange.Response is not { } response ? ""
        : response.Header("Idempotent-Replayed") is not null ? "Idempotent-Replayed"
        : response.Header("Retry-After") is { } seconds ? $"Retry-After: {seconds}"
        : response.Header("Location") is { } location ? location[location.IndexOf("/orders", StringComparison.Ordinal)..]
        : "";

    /// <summary>How an ended attempt went, in one sentence.</summary>
    public static string Of(Attempt attempt, WireExchange exchange)
    {
        var (keys, ledger) = (attempt.Keys is { Words.Length: > 0 } k ? $", key {k.Words}" : "", attempt.Ledger is { } l ? $", ledger: {l.Words}" : "");
        var end = exchange.Response is { } response ? $"answered {response.Status}" : "no answer arrived";
        return $"{attempt.Group}, {attempt.Title}{keys}{ledger}, {end}.";
    }

    private static string In(LedgerState ledger) => $"{ledger.Orders} orders, {ledger.TotalCents / 100m:0.00} charged";

    private static string Of(PlacedOrder order) => $"{order.Quantity} × product {order.ProductId}, {order.TotalCents / 100m:0.00}, tags [{string.Join(", ", order.Tags)}], note {order.Note ?? "none"}";
}
