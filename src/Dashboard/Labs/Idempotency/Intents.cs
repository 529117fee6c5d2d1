using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.Idempotency;

/// <summary>
/// Which arrivals mean the same thing. The page says so in a header of its own that no API reads (<see cref="Header"/>); of others a key
/// says it, and an arrival without either counts as an intent of its own: nobody can tell.
/// </summary>
public sealed class Intents
{
    public const string Header = "Demo-Intent";
    public const string KeyHeader = "Idempotency-Key";

    /// <summary>How many are remembered; beyond them all are forgotten, and what is sent again counts anew.</summary>
    private const int MostKnown = 5_000;

    private readonly Dictionary<string, Intent> known = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    /// <summary>No arrival so far could be recognised again.</summary>
    public bool AllKeyless { get; private set; } = true;

    /// <summary>Every arrival so far was a POST to the model door, with a key.</summary>
    public bool AllKeyed { get; private set; } = true;

    /// <summary>Adds an arrival to its intent.</summary>
    public Intent Arrive(WireExchange exchange)
    {
        var (method, path) = (exchange.Request.Method, exchange.Request.Path);
        var key = HeaderOf(exchange, KeyHeader)?.Trim('"');
        var own = method == "POST" ? key is null ? null : $"{path} {key}" : $"{method} {path}";
        var name = HeaderOf(exchange, Header) ?? own ?? exchange.RequestId;
        if (!known.TryGetValue(name, out var intent))
            known[name] = intent = Add(new(method, path, key));
        intent.Attempts++;
        intent.First ??= exchange.RequestId;
        return intent;
    }

    private Intent Add(Intent intent)
    {
        if (known.Count == MostKnown)
            known.Clear();
        Count++;
        AllKeyless &= intent.Keyless;
        AllKeyed &= intent is { Method: "POST", Keyless: false, Path: "/orders" };
        return intent;
    }

    private static string? HeaderOf(WireExchange exchange, string name) =>
        exchange.Request.Headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;
}

/// <summary>One thing that somebody meant to have done once.</summary>
public sealed record Intent(string Method, string Path, string? Key)
{
    public int Attempts { get; set; }

    public int Orders { get; set; }

    /// <summary>The request of its first attempt.</summary>
    public string? First { get; set; }

    /// <summary>The first attempt ended without an answer.</summary>
    public bool FirstLost { get; set; }

    /// <summary>A POST that nobody can recognise again.</summary>
    public bool Keyless => Method == "POST" && (Key is null || Path.StartsWith("/unsafe/", StringComparison.Ordinal));

    public string Label => Method == "POST" ? Keyless ? "POST" : $"POST {Short(Key!)}" : Method;

    public string Group => Method == "POST"
        ? Path.Split('/')[1] switch
        {
            "unsafe" => "no key is read",
            "racy" => $"key {Short(Key ?? "missing")}, racy store",
            _ => Key is null ? "no key" : $"key {Short(Key)}",
        }
        : $"{Method} {Path}";

    private static string Short(string key) => key.Length > 10 ? key[..9] + "…" : key;
}
