using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Visualizer.DemoApi.Data;
using Visualizer.DemoApi.Labs.Idempotency.Core;

namespace Visualizer.DemoApi.Labs.Idempotency;

/// <summary>Orders and keys in one database, so that one transaction can hold both.</summary>
internal sealed class Ledgers(ShopDatabase database) : ITransactions<Ledger>
{
    // SQLite lets transactions wait for each other in no order, and looks only now and then; here one follows on the heels of the other. Never taken by a timer.
    private readonly Lock _queue = new();

    public T Transact<T>(Func<Ledger, T> work)
    {
        lock (_queue)
            return Transact(work, database);
    }

    private static T Transact<T>(Func<Ledger, T> work, ShopDatabase database)
    {
        using var shop = database.CreateContext();
        using var transaction = shop.Database.BeginTransaction(); // BEGIN IMMEDIATE: who reads first and locks later loses to whoever came in between
        var result = work(new Ledger(shop));
        shop.SaveChanges();
        transaction.Commit();
        return result;
    }
}

/// <summary>One transaction on the ledger.</summary>
internal sealed class Ledger(ShopContext shop) : IKeyTable
{
    public ShopContext Shop => shop;

    public LedgerState State => shop.Orders.GroupBy(_ => 1).Select(all => new LedgerState(all.LongCount(), all.Sum(order => order.TotalCents))).FirstOrDefault();

    public Order? Find(long id) => shop.Orders.Include(order => order.Lines).FirstOrDefault(order => order.Id == id);

    public KeyRecord? Find(KeyScope scope) => Rows(scope).AsNoTracking().FirstOrDefault() is not { } row
        ? null
        : new(new(row.Fingerprint), row.Attempt, row.LeaseUntil, row.ExpiresAt, row.Status == 0
            ? null
            : new(row.Status, JsonSerializer.Deserialize<Dictionary<string, string>>(row.Headers)!, row.Body));

    public void Keep(KeyScope scope, KeyRecord record)
    {
        Forget(scope);
        var claimedAt = record.ExpiresAt - KeyRecord.Lifetime;
        shop.UsedKeys.Where(key => key.ExpiresAt <= claimedAt).ExecuteDelete(); // so that they do not pile up
        shop.UsedKeys.Add(new UsedKey
        {
            Subject = scope.Subject,
            Method = scope.Method,
            Route = scope.Route,
            Key = scope.Key,
            Fingerprint = record.Fingerprint.Hex,
            Attempt = record.Attempt,
            LeaseUntil = record.LeaseUntil,
            ExpiresAt = record.ExpiresAt,
            Status = record.Answer?.Status ?? 0,
            Headers = JsonSerializer.Serialize(record.Answer?.Headers),
            Body = record.Answer?.Body.ToArray() ?? [],
        });
    }

    public void Forget(KeyScope scope) => Rows(scope).ExecuteDelete();

    private IQueryable<UsedKey> Rows(KeyScope scope) => shop.UsedKeys.Where(
        key => key.Subject == scope.Subject && key.Method == scope.Method && key.Route == scope.Route && key.Key == scope.Key);
}
