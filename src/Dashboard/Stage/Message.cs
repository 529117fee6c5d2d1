using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Visualizer.DemoApi.Journal;

namespace Visualizer.Dashboard.Stage;

/// <summary>Writes recorded messages the way HTTP/1.1 does (RFC 9112 §2.1). The server hands over parsed headers, so this is "as received, written again".</summary>
internal static class Message
{
    public static string Request(WireExchange exchange, string basePath) => Write(
        $"{exchange.Request.Method} {basePath.TrimEnd('/')}{exchange.Request.Path} {exchange.Request.Protocol}", exchange.Request.Headers, exchange.RequestBody);

    public static string Response(ResponseSent response) => Write(
        $"HTTP/1.1 {response.Status} {Reason(response.Status)}", response.Headers, response.ResponseBody);

    private static string Write(string start, IReadOnlyList<HeaderLine> headers, CapturedBody body)
    {
        var text = new StringBuilder(start).Append('\n');
        foreach (var header in headers)
            text.Append(header.Name).Append(": ").Append(header.Value).Append('\n');
        if (body.Text is { Length: > 0 } kept)
            text.Append('\n').Append(kept);
        if (body.Truncated)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n… {body.Bytes} bytes in all");
        return text.ToString().TrimEnd();
    }

    /// <summary>RFC 9110 calls 422 "Unprocessable Content"; the framework still has the older name.</summary>
    private static string Reason(int status) => status == (int)HttpStatusCode.UnprocessableEntity ? "Unprocessable Content" : ReasonPhrases.GetReasonPhrase(status);
}
