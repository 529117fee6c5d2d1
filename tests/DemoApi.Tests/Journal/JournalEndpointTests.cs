using System.Net;
using System.Text;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Journal;

public sealed class JournalEndpointTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task Exchange_OfAnyClient_IsRequestDecisionAndResponse_WithOneRequestId()
    {
        using var guest = await house.GuestAsync(new { paused = true });
        await guest.GetAsync("api/limits/token-bucket?cost=2", ("User-Agent", "curl/8.5.0"), ("Authorization", "Basic secret"));

        var events = (await guest.EventsAsync(after: 1)).ToList();
        Assert.Equal(["request_received", "request_admitted", "response_sent"], events.Select(e => e.GetProperty("type").GetString()));
        Assert.Single(events.Select(e => e.GetProperty("request_id").GetString()).Distinct());
        Assert.All(events, e => Assert.Equal("rate-limiting", e.GetProperty("lab").GetString()));

        var request = events[0].GetProperty("data");
        Assert.Equal("/limits/token-bucket?cost=2", request.GetProperty("path").GetString());
        Assert.Equal("curl/8.5.0", request.GetProperty("origin").GetProperty("user_agent").GetString());
        Assert.False(request.GetProperty("origin").GetProperty("page").GetBoolean());
        Assert.DoesNotContain("secret", request.ToString(), StringComparison.Ordinal);
        Assert.Contains("remaining", events[2].GetProperty("data").GetProperty("response_body").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RoutingErrors_AreRecordedToo()
    {
        using var guest = await house.GuestAsync();
        await guest.SendAsync(HttpMethod.Delete, "api/limits/token-bucket");
        await guest.GetAsync("api/nothing");

        var statuses = (await guest.EventsAsync()).Where(e => e.GetProperty("type").GetString() == "response_sent")
            .Select(e => e.GetProperty("data").GetProperty("status").GetInt32());
        Assert.Equal([405, 404], statuses);
    }

    [Fact]
    public async Task Stream_SaysReadyAtOnce_ThenWhatHappens_AndResumesAfterAnId()
    {
        using var guest = await house.GuestAsync(new { paused = true });
        await guest.GetAsync("api/limits/token-bucket");
        using var http = new HttpClient { BaseAddress = house.Root };

        Assert.Equal(["ready", "1", "2", "3", "4"], await HeadAsync(http, $"/s/{guest.Id}/sandbox/events", null, 5));
        Assert.Equal(["ready", "3", "4"], await HeadAsync(http, $"/s/{guest.Id}/sandbox/events", "2", 3));
        Assert.Equal(["ready", "4"], await HeadAsync(http, $"/s/{guest.Id}/sandbox/events?after=3", null, 2));
    }

    [Fact]
    public async Task Page_GivesNextAfter()
    {
        using var guest = await house.GuestAsync();
        await guest.GetAsync("api/limits/token-bucket");

        var page = await guest.GetAsync("sandbox/events?after=2", ("Accept", "application/json"));
        Assert.Equal(4, page.Json.GetProperty("next_after").GetInt64());
        Assert.Equal(2, page.Json.GetProperty("events").GetArrayLength());
    }

    [Theory]
    [InlineData("sandbox/events?after=-1", null, "invalid-parameter", "after")]
    [InlineData("sandbox/events?after=x", null, "invalid-parameter", "after")]
    [InlineData("sandbox/events", "x", "invalid-header", "Last-Event-ID")]
    public async Task WhereToBegin_ThatCannotBe_Is400(string path, string? lastEventId, string slug, string field)
    {
        using var guest = await house.GuestAsync();
        (await guest.GetAsync(path, lastEventId is null ? [] : [("Last-Event-ID", lastEventId)])).IsProblem(400, slug, field);
    }

    [Fact]
    public async Task Har_HoldsEveryExchange()
    {
        using var guest = await house.GuestAsync();
        await guest.GetAsync("api/limits/token-bucket?cost=3");
        await guest.GetAsync("api/limits/token-bucket?cost=11");

        var log = (await guest.GetAsync("sandbox/exchanges.har")).Json.GetProperty("log");
        Assert.Equal("1.2", log.GetProperty("version").GetString());
        var entries = log.GetProperty("entries").EnumerateArray().ToList();
        Assert.Equal([200, 400], entries.Select(e => e.GetProperty("response").GetProperty("status").GetInt32()));
        Assert.Equal($"{house.Root}s/{guest.Id}/api/limits/token-bucket?cost=3", entries[0].GetProperty("request").GetProperty("url").GetString());
        Assert.Equal("cost", entries[0].GetProperty("request").GetProperty("queryString")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task ClientThatLeaves_IsWrittenDownAsSuch()
    {
        using var guest = await house.GuestAsync(new { paused = true });
        await guest.GetAsync("api/limits/leaky-bucket");
        using var http = new HttpClient { BaseAddress = house.Root };
        using var leave = new CancellationTokenSource();
        var held = http.GetAsync($"/s/{guest.Id}/api/limits/leaky-bucket", leave.Token);
        await guest.EventsAsync("request_admitted", 2);

        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => held);

        var aborted = Assert.Single(await guest.EventsAsync("connection_aborted", 1));
        Assert.False(aborted.GetProperty("data").GetProperty("by_server").GetBoolean());
    }

    private static async Task<List<string>> HeadAsync(HttpClient http, string path, string? lastEventId, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(patience.Token), Encoding.UTF8);
        var names = new List<string>();
        while (names.Count < count && await lines.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                names.Add(line[7..]);
            else if (line.StartsWith("id: ", StringComparison.Ordinal))
                names.Add(line[4..]);
        }

        return names;
    }
}
