using System.Net.Http.Headers;
using System.Text;
using Visualizer.DemoApi.Journal;

namespace Visualizer.Dashboard.Stage;

/// <summary>A recorded request's content and headers, to be sent again.</summary>
internal static class RecordedContent
{
    /// <summary>Set by the client itself, or kept by their scheme alone.</summary>
    private static readonly string[] NotSent =
        ["Host", "User-Agent", "Content-Length", "Content-Type", "Connection", "Accept-Encoding", "Transfer-Encoding", "traceparent", "tracestate", "Authorization"];

    public static HttpContent? Of(WireExchange exchange)
    {
        if (exchange.RequestBody.Text is not { } text)
            return null;
        var type = exchange.Request.Headers.FirstOrDefault(h => h.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))?.Value;
        var content = new StringContent(text, Encoding.UTF8);
        content.Headers.ContentType = type is not null && MediaTypeHeaderValue.TryParse(type, out var parsed) ? parsed : null;
        return content;
    }

    public static IEnumerable<HeaderLine> Headers(WireExchange exchange) =>
        exchange.Request.Headers.Where(h => !NotSent.Contains(h.Name, StringComparer.OrdinalIgnoreCase));
}
