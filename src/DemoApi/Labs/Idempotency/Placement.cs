using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Labs.Idempotency.Core;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.Idempotency;

/// <summary>What came of placing an order.</summary>
/// <param name="Placed">The order, or null where none was placed.</param>
internal sealed record Placement(StoredAnswer Answer, bool Keep, PlacedOrder? Placed, LedgerState Before, LedgerState After) : Outcome(Answer, Keep)
{
    /// <summary>Places it within the transaction. What the ledger refuses never began and is not kept; what fails has begun and is.</summary>
    public static Placement Of(Ledger ledger, OrderWish wish, DateTimeOffset now, HttpContext http, DemoFault? fault)
    {
        var before = ledger.State;
        if (ledger.Refuses(wish, present: null) is { } refused)
            return new(KeyAnswers.Failed(http, refused), Keep: false, null, before, before);
        if (fault is { Kind: DemoFaultKind.Error500 })
            return new(KeyAnswers.Failed(http, DemoFaults.Failure), Keep: true, null, before, before);
        var order = ledger.Place(wish, now).Show();
        return new(KeyAnswers.Created(http, order), Keep: true, order, before, ledger.State);
    }
}
