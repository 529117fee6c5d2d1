using Visualizer.DemoApi.Labs.Idempotency.Core;

namespace Visualizer.DemoApi.Tests.Labs.Idempotency.Core;

/// <summary>A ledger and its keys in a dictionary: one transaction at a time, and one that throws leaves no trace.</summary>
internal sealed class KeyShelf : IKeyTable, ITransactions<KeyShelf>
{
    private readonly Lock _gate = new();
    private Dictionary<KeyScope, KeyRecord> _keys = [];
    private List<string> _orders = [];

    public IReadOnlyList<string> Orders => _orders;

    public T Transact<T>(Func<KeyShelf, T> work)
    {
        lock (_gate)
        {
            var (keys, orders) = (_keys.ToDictionary(), _orders.ToList());
            try
            {
                return work(this);
            }
            catch
            {
                (_keys, _orders) = (keys, orders);
                throw;
            }
        }
    }

    public KeyRecord? Find(KeyScope scope) => _keys.GetValueOrDefault(scope);

    public void Keep(KeyScope scope, KeyRecord record) => _keys[scope] = record;

    public void Forget(KeyScope scope) => _keys.Remove(scope);

    /// <summary>Places an order whose answer tells its number.</summary>
    public Outcome Place(string order)
    {
        _orders.Add(order);
        return new(new(201, new Dictionary<string, string> { ["Location"] = $"/orders/{_orders.Count}" }, System.Text.Encoding.UTF8.GetBytes(order)), Keep: true);
    }
}
