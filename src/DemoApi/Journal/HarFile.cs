using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Journal;

/// <summary>Every recorded exchange as HAR 1.2, for browsers' developer tools and other viewers.</summary>
/// <remarks>Times are sandbox times; bodies hold at most the 4 KiB that the journal keeps, and say so in a comment.</remarks>
internal static class HarFile
{
    public static object Of(IEnumerable<JournalEvent> events, string apiAddress)
    {
        var open = new Dictionary<string, (JournalEvent Event, RequestReceived Request)>(StringComparer.Ordinal);
        var entries = new List<object>();
        foreach (var happened in events)
        {
            if (happened.RequestId is not { } id)
                continue;
            if (happened.Data is RequestReceived received)
                open[id] = (happened, received);
            else if (happened.Data is ResponseSent sent && open.Remove(id, out var begun))
                entries.Add(Entry(begun.Event, begun.Request, sent, apiAddress));
        }

        return new { Log = new { Version = "1.2", Creator = new { Name = "Visualizer", Version = "1" }, Pages = Array.Empty<object>(), Entries = entries } };
    }

    private static object Entry(JournalEvent begun, RequestReceived request, ResponseSent sent, string apiAddress) => new
    {
        StartedDateTime = WireJson.Format(begun.At),
        Time = sent.AppMilliseconds,
        Request = new
        {
            request.Method,
            Url = apiAddress + request.Path,
            HttpVersion = request.Protocol,
            Cookies = Array.Empty<object>(),
            request.Headers,
            QueryString = Query(request.Path),
            HeadersSize = -1,
            BodySize = sent.RequestBody.Bytes,
            PostData = sent.RequestBody.Text is { } text ? new { MimeType = Find(request.Headers, "Content-Type"), Text = text, Params = Array.Empty<object>() } : null,
        },
        Response = new
        {
            sent.Status,
            StatusText = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(sent.Status),
            HttpVersion = request.Protocol,
            Cookies = Array.Empty<object>(),
            sent.Headers,
            Content = new
            {
                Size = sent.ResponseBody.Bytes,
                MimeType = Find(sent.Headers, "Content-Type"),
                Text = sent.ResponseBody.Text ?? "",
                Comment = sent.ResponseBody.Truncated ? $"the first {CapturedBody.KeptBytes} bytes" : "",
            },
            RedirectURL = Find(sent.Headers, "Location"),
            HeadersSize = -1,
            BodySize = sent.ResponseBody.Bytes,
        },
        Cache = new { },
        Timings = new { Send = 0, Wait = sent.AppMilliseconds, Receive = 0 },
        Comment = begun.RequestId,
    };

    private static IEnumerable<object> Query(string path) =>
        path.IndexOf('?', StringComparison.Ordinal) is var mark && mark < 0
            ? []
            : Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(path[mark..]).SelectMany(q => q.Value, (q, value) => (object)new { Name = q.Key, Value = value });

    private static string Find(IEnumerable<HeaderLine> headers, string name) =>
        headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value ?? "";
}
