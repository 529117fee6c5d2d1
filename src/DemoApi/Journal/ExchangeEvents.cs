using System.Text.Json.Serialization;

namespace Visualizer.DemoApi.Journal;

/// <summary>One header line as received or sent, written again from the server's parsed form.</summary>
public sealed record HeaderLine(string Name, string Value);

/// <summary>A body as far as it was kept.</summary>
/// <param name="Text">UTF-8 text of at most <see cref="KeptBytes"/> bytes; null where there was no body or it was no text.</param>
/// <param name="Bytes">The whole body's length in bytes.</param>
public sealed record CapturedBody(string? Text, long Bytes)
{
    /// <summary>How much of a body the journal keeps: 4 KiB.</summary>
    public const int KeptBytes = 4096;

    public static readonly CapturedBody None = new(null, 0);

    /// <summary>True where the body was longer than what was kept.</summary>
    public bool Truncated => Text is not null && Bytes > KeptBytes;
}

/// <summary>Who sent a request.</summary>
/// <param name="Page">True where it was the lab's own page, false for curl, a test, anything else.</param>
/// <param name="UserAgent">The <c>User-Agent</c> as sent, at most 200 characters; empty where there was none.</param>
/// <param name="AskedBy">The exchange for whose sake a shared cache sent it; null where it came from a client.</param>
public sealed record RequestOrigin(bool Page, string UserAgent, string? AskedBy = null)
{
    /// <summary>How a shared cache introduces itself to the origin.</summary>
    public const string CacheAgent = "Visualizer-Cache";

    /// <summary>The header by which a shared cache names the exchange it asks for.</summary>
    public const string AskedByHeader = "Demo-Asked-By";

    /// <summary>How the page's own client introduces itself.</summary>
    public const string PageAgent = "Visualizer-Page";
}

/// <summary>A request of the demo API arrived (its head; a body is known when the response is).</summary>
/// <param name="Path">Path and query as the sandbox's API sees it, for example <c>/limits/token-bucket?cost=1</c>.</param>
public sealed record RequestReceived(string Method, string Path, string Protocol, IReadOnlyList<HeaderLine> Headers, RequestOrigin Origin) : IEventData
{
    [JsonIgnore]
    public int Weight => 200 + (2 * (Path.Length + Headers.Sum(h => h.Name.Length + h.Value.Length)));
}

/// <summary>The demo API answered.</summary>
/// <param name="AppMilliseconds">Measured real time between the request's head and the response's end, held time included.</param>
public sealed record ResponseSent(
    int Status, IReadOnlyList<HeaderLine> Headers, CapturedBody RequestBody, CapturedBody ResponseBody, double AppMilliseconds) : IEventData
{
    [JsonIgnore]
    public int Weight =>
        200 + (2 * ((RequestBody.Text?.Length ?? 0) + (ResponseBody.Text?.Length ?? 0) + Headers.Sum(h => h.Name.Length + h.Value.Length)));
}

/// <summary>The exchange ended without a whole response: the client went away, or a fault cut the connection.</summary>
/// <param name="ByServer">True where the server cut it (<c>Demo-Fault</c>), false where the client left.</param>
public sealed record ConnectionAborted(bool ByServer, CapturedBody RequestBody) : IEventData;
