using System.Globalization;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.Idempotency;

namespace Visualizer.Dashboard.Labs.Idempotency;

/// <summary>The ledger, the key store and every attempt of a run, folded from the journal.</summary>
public sealed class IdempotencyView() : LabView(Slug, IdempotencyMissions.All)
{
    public const string Slug = "idempotency";

    private readonly Dictionary<string, Attempt> attempts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Intent> intentOf = new(StringComparer.Ordinal);
    private readonly List<string> news = [];
    private readonly SortedDictionary<long, PlacedOrder> orders = [];
    private readonly Dictionary<string, HeldKey> keys = new(StringComparer.Ordinal);
    private Intents intents = new();
    private string? measured;

    public TripLog Log { get; private set; } = new(DateTimeOffset.UnixEpoch);

    /// <summary>What this run meant and did.</summary>
    public Tally Result { get; private set; } = Tally.None;

    /// <summary>The last run whose POSTs all went without a key, and the last whose POSTs all had one; a reset of the lab does not forget them.</summary>
    public Tally? WithoutKey { get; private set; }

    public Tally? WithKey { get; private set; }

    /// <summary>Orders that the run wrote, oldest first.</summary>
    public IReadOnlyCollection<PlacedOrder> Orders => orders.Values;

    /// <summary>Keys that the run used, in order of their first use.</summary>
    public IReadOnlyCollection<HeldKey> Keys => keys.Values;

    /// <summary>The page's intents so far: it numbers the next one after them.</summary>
    public int PageIntents { get; private set; }

    /// <summary>The page's last POST, to be sent again with another amount; null where it had no key.</summary>
    public Intent? LastKeyed { get; private set; }

    /// <summary>Orders of one intent without a key whose first answer was lost and that was sent three times.</summary>
    public override string? Measured => measured;

    public override string Telling(WireExchange exchange) => IdempotencyWords.Telling(exchange);

    public override string News()
    {
        var told = string.Join(" ", news);
        news.Clear();
        return told;
    }

    protected override void Begin(DateTimeOffset at)
    {
        Log = new(Origin);
        (intents, Result, PageIntents, LastKeyed) = (new(), Tally.None, 0, null);
        attempts.Clear();
        intentOf.Clear();
        orders.Clear();
        keys.Clear();
        news.Clear();
    }

    protected override void Exchanged(JournalEvent e, WireExchange exchange)
    {
        if (e.Data is RequestReceived)
            Arrive(exchange);
        if (!attempts.TryGetValue(exchange.RequestId, out var attempt))
            return;
        if (e.Data is ConnectionAborted && intentOf[exchange.RequestId] is { Attempts: 1 } first)
            first.FirstLost = true;
        Log.Put(attempt.Draw(exchange, Log.Origin));
        if (e.Data is RequestReceived)
            return;
        news.Add(IdempotencyWords.Of(attempt, exchange));
        Measure(intentOf[exchange.RequestId]);
    }

    protected override void Happened(JournalEvent e)
    {
        switch (e.Data)
        {
            case KeyClaimed claimed:
                Hold(claimed.Route, claimed.Key, "in flight");
                Meet(e, IdempotencyWords.Of(claimed), a => a with { Keys = new(claimed.TookOver ? "taken over" : "", WireOutcome.Ok, LegEnd.Passes), Ledger = new("", WireOutcome.InFlight, LegEnd.Waits) });
                break;
            case KeyLookedUp looked:
                Meet(e, IdempotencyWords.Of(looked), a => a with { Keys = new("", WireOutcome.InFlight, LegEnd.Passes), Ledger = new("gate held open", WireOutcome.InFlight, LegEnd.Waits) });
                break;
            case OrderPlaced placed:
                Write(placed.Order.Id, null, placed.Order);
                CountOrder(e);
                Meet(e, IdempotencyWords.Of(placed), a => a with { Ledger = new($"+ order {placed.Order.Id}", WireOutcome.Ok), Answered = 201 });
                break;
            case AnswerStored stored:
                Hold(stored.Route, stored.Key, $"{stored.Status}");
                Meet(e, IdempotencyWords.Of(stored, Wire.Find(e.RequestId)?.Decision), a => a with { Answered = stored.Status, Ledger = stored.Location is null ? new("nothing", WireOutcome.Failed) : a.Ledger });
                break;
            case AnswerReplayed replayed:
                Meet(e, IdempotencyWords.Of(replayed), a => a with { Keys = new($"known: {replayed.Status}", WireOutcome.Replayed), Answered = replayed.Status });
                break;
            case KeyRefused refused:
                Meet(e, IdempotencyWords.Of(refused), a => a with { Keys = new(refused.Reason == KeyRefused.InFlight ? "in flight" : "other request", WireOutcome.Refused, LegEnd.Stops) });
                break;
            case KeyReleased released:
                keys.Remove($"{released.Route} {released.Key}");
                Meet(e, IdempotencyWords.Of(released), a => a with { Ledger = new("nothing written", WireOutcome.Failed, LegEnd.Stops) });
                break;
            case OrderWritten written:
                Write(written.OrderId, written.Before, written.After);
                Meet(e, IdempotencyWords.Of(written), a => a with { Ledger = new(IdempotencyWords.Effect(written), WireOutcome.Ok), Answered = written.After is null ? 204 : written.Before is null ? 201 : 200 });
                break;
        }
    }

    private void Arrive(WireExchange exchange)
    {
        if (attempts.Count > 2 * WireLog.MostExchanges)
            ForgetTheOld();
        var intent = intents.Arrive(exchange);
        intentOf[exchange.RequestId] = intent;
        attempts[exchange.RequestId] = new($"attempt {intent.Attempts}", intent.Group, intent.Label);
        if (exchange.Request.Origin.Page && intent.Attempts == 1)
            PageIntents++;
        if (exchange.Request.Origin.Page && intent.Method == "POST")
            LastKeyed = intent.Key is null ? null : intent;
        Count();
    }

    private void ForgetTheOld()
    {
        foreach (var id in attempts.Keys.Where(id => Wire.Find(id) is null).ToList())
        {
            attempts.Remove(id);
            intentOf.Remove(id);
        }
    }

    private void Meet(JournalEvent e, WireDecision decision, Func<Attempt, Attempt> met)
    {
        if (e.RequestId is not { } id || !attempts.TryGetValue(id, out var attempt) || Wire.Decide(id, decision) is not { } exchange)
            return;
        attempts[id] = met(attempt);
        Log.Put(attempts[id].Draw(exchange, Log.Origin));
    }

    private void CountOrder(JournalEvent e)
    {
        if (e.RequestId is { } id && intentOf.TryGetValue(id, out var intent))
            intent.Orders++;
    }

    private void Hold(string route, string key, string what)
    {
        if (keys.Count > WireLog.MostExchanges)
            keys.Remove(keys.Keys.First());
        keys[$"{route} {key}"] = new(key, what);
    }

    private void Write(long id, PlacedOrder? before, PlacedOrder? after)
    {
        var made = (after is null ? 0 : 1) - (before is null ? 0 : 1);
        Result = Result with { Orders = Result.Orders + made, Cents = Result.Cents + (after?.TotalCents ?? 0) - (before?.TotalCents ?? 0) };
        if (after is null)
            orders.Remove(id);
        else
            orders[id] = after;
        Count();
    }

    private void Count()
    {
        Result = Result with { Intents = intents.Count };
        if (intents.AllKeyless)
            WithoutKey = Result;
        else if (intents.AllKeyed)
            WithKey = Result;
    }

    private void Measure(Intent intent)
    {
        if (intent is { Keyless: true, FirstLost: true, Attempts: >= 3 })
            measured = intent.Orders.ToString(CultureInfo.InvariantCulture);
    }
}

/// <summary>A key of the run.</summary>
/// <param name="What">"in flight", or the status of its answer.</param>
public sealed record HeldKey(string Key, string What);
