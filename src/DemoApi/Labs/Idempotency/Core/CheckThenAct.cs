namespace Visualizer.DemoApi.Labs.Idempotency.Core;

/// <summary>
/// The wrong twin. It looks, and later it acts: whoever looks in between sees nothing either, and acts too. Each step is a
/// transaction, and that does not help, for what must hold together is the two.
/// </summary>
internal sealed class CheckThenAct<TLedger>(ITransactions<TLedger> database)
    where TLedger : IKeyTable
{
    /// <summary>Tells what is known, and claims nothing.</summary>
    public Decision LookUp(KeyScope scope, Fingerprint asked, DateTimeOffset now) =>
        database.Transact(ledger => Decision.Of(ledger.Find(scope), asked, now));

    /// <summary>Does the work, sure that nobody has done it. Of several answers the last one stays.</summary>
    public TOutcome Act<TOutcome>(KeyScope scope, Fingerprint asked, string attempt, DateTimeOffset now, Func<TLedger, TOutcome> work)
        where TOutcome : Outcome => database.Transact(ledger =>
    {
        var outcome = work(ledger);
        if (outcome.Keep)
            ledger.Keep(scope, KeyRecord.Claimed(asked, attempt, now) with { Answer = outcome.Answer });
        return outcome;
    });
}
