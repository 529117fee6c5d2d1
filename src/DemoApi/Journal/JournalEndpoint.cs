using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Journal;

/// <summary>The journal over HTTP: a stream of server-sent events, one JSON page, or a HAR file.</summary>
internal static class JournalEndpoint
{
    private const int PageSize = 1_000;
    private static readonly JsonSerializerOptions HarJson = new(JsonSerializerDefaults.Web);

    public static IResult Read(Sandbox sandbox, HttpContext http)
    {
        var query = new Query(http.Request);
        var after = query.Integer("after", 0, long.MaxValue);
        var resumed = LastEventId(http.Request);
        if ((query.Problem ?? resumed.Problem) is { } wrong)
            return wrong;
        var from = resumed.Value ?? after ?? 0;
        return WantsPage(http.Request) ? Page(sandbox.Journal, from) : Stream(sandbox.Journal, http, from);
    }

    public static IResult Har(Sandbox sandbox, HttpContext http)
    {
        var address = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}/api";
        return TypedResults.Json(HarFile.Of(sandbox.Journal.After(0, int.MaxValue).Events, address), HarJson);
    }

    private static IResult Page(Journal journal, long after)
    {
        var page = journal.After(after, PageSize);
        return TypedResults.Json(new { Events = page.Events.Select(WireEvent.Of), page.NextAfter, page.Missed }, WireJson.Options);
    }

    private static IResult Stream(Journal journal, HttpContext http, long after)
    {
        if (journal.Subscribe(Math.Min(after, journal.LastId)) is not { } subscription)
        {
            return new Problem(ProblemTypes.ServiceUnavailable, $"{Journal.MaxSubscribers} readers follow this journal already. Close one, or read pages with Accept: application/json.")
            {
                Headers = { RetryAfter = "5" },
            };
        }

        http.Response.RegisterForDispose(subscription);
        return TypedResults.ServerSentEvents(Items(subscription, after, http.RequestAborted));
    }

    /// <summary>Says <c>ready</c> at once, so that the client sees the stream stand; <c>missed</c> where the ring has dropped what it asked for.</summary>
    private static async IAsyncEnumerable<SseItem<string>> Items(
        JournalSubscription subscription, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return new SseItem<string>(JsonSerializer.Serialize(new { after }, WireJson.Options), "ready");
        while (await subscription.ReadAsync(cancellation) is { } page)
        {
            if (page.Missed > 0)
                yield return new SseItem<string>(JsonSerializer.Serialize(new { page.Missed }, WireJson.Options), "missed");
            foreach (var happened in page.Events)
            {
                yield return new SseItem<string>(JsonSerializer.Serialize(WireEvent.Of(happened), WireJson.Options))
                {
                    EventId = happened.Id.ToString(CultureInfo.InvariantCulture),
                };
            }
        }
    }

    /// <summary>A page is asked for by name; everyone else (curl's <c>*/*</c>, <c>EventSource</c>) gets the stream.</summary>
    private static bool WantsPage(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
        && accepted.Any(a => a.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) && a.Quality is null or > 0);

    private static Read<long?> LastEventId(HttpRequest request)
    {
        var values = request.Headers["Last-Event-ID"];
        if (values.Count == 0)
            return default(long?);
        return values.Count == 1 && long.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : Problem.Of(ProblemTypes.InvalidHeader, Violation.InHeader("Last-Event-ID", "Last-Event-ID must be the id of an event: an integer from 0."));
    }

}

/// <summary>An event as the wire tells it.</summary>
internal sealed record WireEvent(long Id, DateTimeOffset At, string Type, string? Lab, string? RequestId, object Data)
{
    public static WireEvent Of(JournalEvent happened) =>
        new(happened.Id, happened.At, happened.Type, happened.Lab, happened.RequestId, happened.Data);
}
