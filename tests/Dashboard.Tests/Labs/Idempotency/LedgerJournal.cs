using Visualizer.Dashboard.Labs.Idempotency;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.Idempotency;

namespace Visualizer.Dashboard.Tests.Labs.Idempotency;

/// <summary>Writes the journal of this lab by hand.</summary>
internal sealed class LedgerJournal
{
    private readonly Journaled journal = new();
    private long orders = 200;
    private long cents = 1_000_000;

    public IReadOnlyList<JournalEvent> Events => journal.Events;

    public IdempotencyView View => new IdempotencyView().Fold(Events);

    public LedgerJournal Started(string? lab = null) => Do(j => j.Started(lab: lab));

    public LedgerJournal Sent(string id, string path = "/orders", string? key = null, string method = "POST", string? intent = null, string agent = "Visualizer-Page/1.0")
    {
        List<HeaderLine> headers = [new("User-Agent", agent)];
        if (key is not null)
            headers.Add(new(Intents.KeyHeader, $"\"{key}\""));
        if (intent is not null)
            headers.Add(new(Intents.Header, intent));
        return Tell(id, new RequestReceived(method, path, "HTTP/1.1", headers, new(agent.StartsWith("Visualizer", StringComparison.Ordinal), agent)));
    }

    public LedgerJournal Claimed(string id, string key = "k-1") => Tell(id, new KeyClaimed("/orders", key, "aaaaaaaaaa", Journaled.At(60_000), Journaled.At(86_400_000), TookOver: false));

    public LedgerJournal LookedUp(string id, string key = "k-1") => Tell(id, new KeyLookedUp("/racy/orders", key, "aaaaaaaaaa", Journaled.At(300)));

    public LedgerJournal Placed(string id, long order, string route = "/orders")
    {
        var before = new LedgerState(orders, cents);
        (orders, cents) = (orders + 1, cents + 2_000);
        return Tell(id, new OrderPlaced(route, Order(order), before, new(orders, cents)));
    }

    public LedgerJournal Stored(string id, long? order, string key = "k-1", string route = "/orders", int status = 201) =>
        Tell(id, new AnswerStored(route, key, "aaaaaaaaaa", status, order is null ? null : $"/s/x/api/orders/{order}"));

    public LedgerJournal Replayed(string id, long? order, string key = "k-1", int status = 201) =>
        Tell(id, new AnswerReplayed("/orders", key, "aaaaaaaaaa", status, order is null ? null : $"/s/x/api/orders/{order}"));

    public LedgerJournal Refused(string id, string reason, string key = "k-1") => Tell(id, new KeyRefused("/orders", key, "bbbbbbbbbb", "aaaaaaaaaa", reason));

    public LedgerJournal Freed(string id, string reason = KeyReleased.FailedBeforeCommit) => Tell(id, new KeyReleased("/orders", "k-1", "aaaaaaaaaa", reason));

    public LedgerJournal Written(string id, string method, PlacedOrder? before, PlacedOrder? after) =>
        Tell(id, new OrderWritten(method, (before ?? after)!.Id, before, after, new(orders, cents)));

    public LedgerJournal Answered(string id, int status = 201, bool replayed = false) => Tell(id, new ResponseSent(
        status, replayed ? [new("Idempotent-Replayed", "true")] : [], CapturedBody.None, CapturedBody.None, 1));

    public LedgerJournal Cut(string id, bool byServer = true) => Tell(id, new ConnectionAborted(byServer, CapturedBody.None));

    public static PlacedOrder Order(long id, long quantity = 1, params string[] tags) => new(id, 1, quantity, null, tags, "placed", 2_000 * quantity, Journaled.Start);

    private LedgerJournal Tell(string id, IEventData data) => Do(j => j.Add(j.Events.Count, data, "idempotency", id));

    private LedgerJournal Do(Action<Journaled> write)
    {
        write(journal);
        return this;
    }
}
