using Visualizer.DemoApi.Journal;

namespace Visualizer.Dashboard.Stage;

/// <summary>
/// Joins the recorder's events to exchanges. What belongs to a request it never saw begin is left out: that request is of an
/// earlier life of the sandbox, or older than the journal reaches.
/// </summary>
public sealed class WireLog
{
    /// <summary>How many exchanges are kept; the oldest go first.</summary>
    public const int MostExchanges = 1000;

    private readonly Dictionary<string, long> numbers = new(StringComparer.Ordinal);
    private readonly List<WireExchange> exchanges = [];

    /// <summary>The kept exchanges, oldest first.</summary>
    public IReadOnlyList<WireExchange> Exchanges => exchanges;

    /// <summary>How many there were, the dropped ones included.</summary>
    public long Total { get; private set; }

    /// <summary>Grows with every change; what changed since is asked with an earlier value.</summary>
    public long Version { get; private set; }

    /// <summary>The newest exchanges that changed after a version, oldest first.</summary>
    public IReadOnlyList<WireExchange> ChangedSince(long version, int most) => [.. exchanges.TakeLast(most).Where(x => x.Version > version)];

    /// <summary>Takes one event in and says which exchange it changed, if any.</summary>
    public WireExchange? Apply(JournalEvent e) => e.Data switch
    {
        RequestReceived request when e.RequestId is { } id => Begin(id, e.At, request),
        ResponseSent response => Change(e.RequestId, x => x with { Response = response, EndedAt = e.At }),
        ConnectionAborted aborted => Change(e.RequestId, x => x with { Aborted = aborted, EndedAt = e.At }),
        _ => null,
    };

    /// <summary>Adds a lab's decision to its exchange.</summary>
    public WireExchange? Decide(string? requestId, WireDecision decision) => Change(requestId, x => x with { Decision = decision });

    public WireExchange? Find(string? requestId) =>
        requestId is not null && numbers.TryGetValue(requestId, out var number) ? exchanges[IndexOf(number)] : null;

    private WireExchange Begin(string id, DateTimeOffset at, RequestReceived request)
    {
        var exchange = new WireExchange(++Total, id, at, request) { Version = ++Version };
        exchanges.Add(exchange);
        numbers[id] = exchange.Number;
        if (exchanges.Count > MostExchanges)
        {
            numbers.Remove(exchanges[0].RequestId);
            exchanges.RemoveAt(0);
        }
        return exchange;
    }

    private WireExchange? Change(string? id, Func<WireExchange, WireExchange> change)
    {
        if (id is null || !numbers.TryGetValue(id, out var number))
            return null;
        var index = IndexOf(number);
        return exchanges[index] = change(exchanges[index]) with { Version = ++Version };
    }

    private int IndexOf(long number) => (int)(number - exchanges[0].Number);
}
