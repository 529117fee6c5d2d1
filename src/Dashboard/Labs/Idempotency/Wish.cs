namespace Visualizer.Dashboard.Labs.Idempotency;

/// <summary>Which door takes a POST, as the address says it.</summary>
public enum Store
{
    /// <summary>No key is read.</summary>
    None,

    /// <summary>Looks, waits, then acts.</summary>
    Racy,

    /// <summary>Claims, and commits order and answer together.</summary>
    Atomic,
}

/// <summary>What the page is about to have done, once.</summary>
/// <param name="Method">POST, PUT, PATCH or DELETE.</param>
/// <param name="WithKey">Whether an <c>Idempotency-Key</c> goes with it.</param>
/// <param name="Number">Counts the page's intents in a run; names key and order.</param>
/// <param name="Lost">Answers that get lost on the way, from the first attempt on.</param>
/// <param name="Retries">Attempts after the first, as long as no answer came.</param>
public sealed record Wish(string Method, bool WithKey, Store Store, int Number, int Lost = 0, int Retries = 0)
{
    public int Quantity { get; init; } = 1;

    /// <summary>Milliseconds of sandbox time that the work is told to take; 0 for as long as it takes.</summary>
    public int WorkMs { get; init; }

    /// <summary>Another key than the number's own: one that was used before.</summary>
    public string? OldKey { get; init; }

    public string? Key => !WithKey || Method != "POST" ? null : OldKey ?? $"k-{Number}";

    /// <summary>The address, below the API's. Only POST leaves it to the server which order it will be.</summary>
    public string Path => Method switch
    {
        "PUT" => $"/orders/{9000 + Number}",
        "PATCH" => "/orders/200",
        "DELETE" => $"/orders/{200 - Number}",
        _ => Store switch
        {
            Store.None => "/unsafe/orders",
            Store.Racy => "/racy/orders",
            _ => "/orders",
        },
    };
}
