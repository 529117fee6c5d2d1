namespace Visualizer.DemoApi.Labs.Idempotency.Core;

/// <summary>
/// The right way. Looking and claiming are one transaction, so that of fifty attempts at once one gets the key. The work and its
/// answer are another one, so that there is never an order without its answer nor an answer without its order.
/// </summary>
internal sealed class OnceOnly<TLedger>(ITransactions<TLedger> database)
    where TLedger : IKeyTable
{
    public Decision Begin(KeyScope scope, Fingerprint asked, string attempt, DateTimeOffset now) => database.Transact(ledger =>
    {
        var decision = Decision.Of(ledger.Find(scope), asked, now);
        if (decision is Decision.Execute)
            ledger.Keep(scope, KeyRecord.Claimed(asked, attempt, now));
        return decision;
    });

    /// <summary>Does the work of an attempt that holds the key; null, and nothing is done, where another one took over in the meantime.</summary>
    public TOutcome? Finish<TOutcome>(KeyScope scope, string attempt, Func<TLedger, TOutcome> work)
        where TOutcome : Outcome => database.Transact(ledger =>
    {
        if (ledger.Find(scope) is not { Answer: null } claim || claim.Attempt != attempt)
            return null;
        var outcome = work(ledger);
        if (outcome.Keep)
            ledger.Keep(scope, claim with { Answer = outcome.Answer });
        else
            ledger.Forget(scope);
        return outcome;
    });

    /// <summary>Frees the key of an attempt that did nothing.</summary>
    public bool GiveUp(KeyScope scope, string attempt) => database.Transact(ledger =>
    {
        if (ledger.Find(scope) is not { Answer: null } claim || claim.Attempt != attempt)
            return false;
        ledger.Forget(scope);
        return true;
    });
}
