namespace Visualizer.Dashboard.Labs.ErrorContracts;

/// <summary>Something that can be wrong with a request.</summary>
/// <param name="Gate">Where it is noticed, 1 to 8; behind the last one for the server's own.</param>
/// <param name="Short">What a note on the stage says: up to 20 characters.</param>
public sealed record Fault(string Key, string Title, int Gate, string Short)
{
    /// <summary>The header by which a client tells the stage what is wrong with its request; the API takes no notice of it.</summary>
    public const string Header = "Demo-Carries";

    public static readonly Fault WrongMethod = new("wrong-method", "wrong method", 1, "wrong method");
    public static readonly Fault NoToken = new("no-token", "no token", 2, "no token");
    public static readonly Fault WrongRole = new("wrong-role", "wrong role", 3, "wrong role");
    public static readonly Fault OverLimit = new("over-limit", "over the limit", 4, "over limit");
    public static readonly Fault WrongMediaType = new("wrong-media-type", "wrong media type", 5, "media type");
    public static readonly Fault MalformedJson = new("malformed-json", "malformed JSON", 5, "malformed");
    public static readonly Fault UnknownId = new("unknown-id", "unknown id", 6, "unknown id");
    public static readonly Fault StaleVersion = new("stale-version", "stale version", 7, "stale");
    public static readonly Fault InvalidField = new("invalid-field", "invalid field", 8, "invalid");
    public static readonly Fault Duplicate = new("duplicate", "duplicate", 8, "duplicate");
    public static readonly Fault ServerBug = new("server-bug", "server bug", 9, "server bug");

    /// <summary>In the order in which they would be told, were they alone.</summary>
    public static IReadOnlyList<Fault> All { get; } =
        [WrongMethod, NoToken, WrongRole, OverLimit, WrongMediaType, MalformedJson, UnknownId, StaleVersion, InvalidField, Duplicate, ServerBug];

    /// <summary>The faults that a text names, whatever parts them; unknown names count for nothing.</summary>
    public static IReadOnlyList<Fault> Read(string? text) =>
        (text ?? "").Split((char[])[',', '.', ' '], StringSplitOptions.RemoveEmptyEntries) is var named ? [.. All.Where(fault => named.Contains(fault.Key))] : [];

    /// <summary>The same for an address, or null for none.</summary>
    public static string? Write(IEnumerable<Fault> faults) => string.Join('.', faults.Select(fault => fault.Key)) is { Length: > 0 } text ? text : null;
}
