using System.Text.Json.Serialization;
using Visualizer.DemoApi.Journal;

namespace Visualizer.DemoApi.Labs.Idempotency;

/// <summary>The ledger at one instant.</summary>
/// <param name="TotalCents">What all its orders charged together.</param>
public readonly record struct LedgerState(long Orders, long TotalCents);

/// <summary>A POST wrote an order into the ledger.</summary>
/// <param name="Route">Which door it came through: <c>/orders</c>, <c>/racy/orders</c> or <c>/unsafe/orders</c>.</param>
/// <param name="Before">The ledger without it.</param>
/// <param name="After">The ledger with it.</param>
public sealed record OrderPlaced(string Route, PlacedOrder Order, LedgerState Before, LedgerState After) : IEventData
{
    [JsonIgnore]
    public int Weight => 400 + OrderWeight.Of(Order);
}

/// <summary>PUT, PATCH or DELETE was applied to one order.</summary>
/// <param name="Before">The order as it was; null where PUT created it.</param>
/// <param name="After">The order as it is; null where it was deleted. The same as before where the request changed nothing.</param>
public sealed record OrderWritten(string Method, long OrderId, PlacedOrder? Before, PlacedOrder? After, LedgerState Ledger) : IEventData
{
    [JsonIgnore]
    public int Weight => 400 + OrderWeight.Of(Before) + OrderWeight.Of(After);
}

/// <summary>The racy door looked its key up, found nothing, and claimed nothing.</summary>
/// <param name="ActsAt">Sandbox time at which it will place the order, sure that nobody has.</param>
public sealed record KeyLookedUp(string Route, string Key, string Fingerprint, DateTimeOffset ActsAt) : IEventData;

/// <summary>An attempt took a key that nobody held.</summary>
/// <param name="LeaseUntil">Sandbox time until which the attempt is believed to be alive.</param>
/// <param name="ExpiresAt">Sandbox time from which the key is new again.</param>
/// <param name="TookOver">True where an attempt before this one had died with the key in its hand.</param>
public sealed record KeyClaimed(
    string Route, string Key, string Fingerprint, DateTimeOffset LeaseUntil, DateTimeOffset ExpiresAt, bool TookOver) : IEventData;

/// <summary>The answer was stored under its key, in the same transaction as the order.</summary>
/// <param name="Location">The order it made, or null where the attempt failed.</param>
public sealed record AnswerStored(string Route, string Key, string Fingerprint, int Status, string? Location) : IEventData;

/// <summary>A repetition got the stored answer; nothing was done.</summary>
public sealed record AnswerReplayed(string Route, string Key, string Fingerprint, int Status, string? Location) : IEventData;

/// <summary>A key was asked with that is not free for this request.</summary>
/// <param name="Reason"><c>in_flight</c> (409) or <c>other_request</c> (422).</param>
/// <param name="Holder">The fingerprint that the key belongs to.</param>
public sealed record KeyRefused(string Route, string Key, string Fingerprint, string Holder, string Reason) : IEventData
{
    public const string InFlight = "in_flight";
    public const string OtherRequest = "other_request";
}

/// <summary>An attempt ended without an answer worth keeping; its key is free.</summary>
/// <param name="Reason"><c>failed_before_commit</c>, <c>refused</c> (the order itself was) or <c>not_released</c> (the clock did not get there).</param>
public sealed record KeyReleased(string Route, string Key, string Fingerprint, string Reason) : IEventData
{
    public const string FailedBeforeCommit = "failed_before_commit";
    public const string Refused = "refused";
    public const string NotReleased = "not_released";
}

internal static class OrderWeight
{
    public static int Of(PlacedOrder? order) =>
        order is null ? 0 : 200 + (2 * ((order.Note?.Length ?? 0) + order.Tags.Sum(tag => tag.Length + 16)));
}
