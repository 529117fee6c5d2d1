using System.Globalization;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.Idempotency;

namespace Visualizer.Dashboard.Labs.Idempotency;

/// <summary>The ledger, the key store and every attempt of a run, folded from the journal.</summary>
public sealed partial class IdempotencyView() : LabView(Slug, IdempotencyMissions.All)
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
        if (e.Data is ConnectionAborted && intentOf[exchange.RequestId] is { } intent && intent.First == exchange.RequestId)
            intent.FirstLost = true;
        Log.Put(attempt.Draw(exchange, Log.Origin));
        if (e.Data is RequestReceived)
            return;
        news.Add(IdempotencyWords.Of(attempt, exchange));
        Measure(intentOf[exchange.RequestId]);
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
