namespace Visualizer.DemoApi.Labs.Idempotency.Core;

/// <summary>The keys, as one transaction sees them.</summary>
internal interface IKeyTable
{
    KeyRecord? Find(KeyScope scope);

    void Keep(KeyScope scope, KeyRecord record);

    void Forget(KeyScope scope);
}

/// <summary>A database whose transactions happen one after the other, and each wholly or not at all.</summary>
internal interface ITransactions<TLedger>
    where TLedger : IKeyTable
{
    T Transact<T>(Func<TLedger, T> work);
}

/// <summary>What came of the work: an answer, and whether the key shall remember it.</summary>
internal record Outcome(StoredAnswer Answer, bool Keep);
