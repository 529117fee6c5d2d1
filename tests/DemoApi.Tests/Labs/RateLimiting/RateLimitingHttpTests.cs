using System.Net;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Labs.RateLimiting;

public sealed class RateLimitingHttpTests(House house) : IClassFixture<House>
{
    private static readonly object Still = new { paused = true };

    [Fact]
    public async Task TokenBucket_EmptyAfterBurst_RefillsAfterOnePeriod()
    {
        using var guest = await house.GuestAsync(Still);
        Assert.All(await TakeAsync(guest, "token-bucket", 10), status => Assert.Equal(200, status));

        var refused = (await guest.GetAsync("api/limits/token-bucket")).IsProblem(429, "quota-exceeded");
        Assert.Equal("1", refused.Headers["Retry-After"]);
        Assert.Equal("\"token-bucket\";q=10;w=10", refused.Headers["RateLimit-Policy"]);
        Assert.Equal("\"token-bucket\";r=0;t=1", refused.Headers["RateLimit"]);
        Assert.Equal("no-store", refused.Headers["Cache-Control"]);
        Assert.Equal("token-bucket", refused.Json.GetProperty("violated-policies")[0].GetString());

        await guest.AdvanceAsync(999);
        Assert.Equal([429], await TakeAsync(guest, "token-bucket", 1));
        await guest.AdvanceAsync(1);
        Assert.Equal([200, 429], await TakeAsync(guest, "token-bucket", 2));
    }

    [Fact]
    public async Task FixedWindow_TenBeforeTheEdgeAndTenBehind_AllPass()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.AdvanceAsync(9_900);
        var before = await TakeAsync(guest, "fixed-window", 11);
        await guest.AdvanceAsync(100);
        var behind = await TakeAsync(guest, "fixed-window", 11);

        Assert.Equal([.. Enumerable.Repeat(200, 10), 429], before);
        Assert.Equal([.. Enumerable.Repeat(200, 10), 429], behind);
    }

    [Theory]
    [InlineData("fixed-window", 20)]
    [InlineData("sliding-log", 10)]
    [InlineData("sliding-counter", 10)]
    [InlineData("token-bucket", 10)]
    public async Task TenAt9_9AndTenAt10_1_AsTheLabTells(string algorithm, int accepted)
    {
        using var guest = await house.GuestAsync(Still);
        await guest.AdvanceAsync(9_900);
        var first = await TakeAsync(guest, algorithm, 10);
        await guest.AdvanceAsync(200);
        var second = await TakeAsync(guest, algorithm, 10);

        Assert.Equal(accepted, first.Concat(second).Count(status => status == 200));
    }

    [Theory]
    [InlineData("fixed-window")]
    [InlineData("sliding-log")]
    [InlineData("sliding-counter")]
    [InlineData("token-bucket")]
    [InlineData("leaky-bucket")]
    public async Task RetryAfter_WaitedExactly_AdmitsTheRequest(string algorithm)
    {
        using var guest = await house.GuestAsync(Still);
        await guest.AdvanceAsync(2_345);
        await TakeAsync(guest, algorithm, 10);
        var refused = (await guest.GetAsync($"api/limits/{algorithm}?wait=false")).IsProblem(429, "quota-exceeded");

        await guest.AdvanceAsync(1_000 * long.Parse(refused.Headers["Retry-After"]));
        Assert.Equal([200], await TakeAsync(guest, algorithm, 1));
    }

    [Fact]
    public async Task Reset_InUnixSeconds_IsSandboxTime()
    {
        using var guest = await house.GuestAsync(Still);
        var answer = await guest.GetAsync("api/limits/fixed-window?cost=4");

        var edge = DateTimeOffset.Parse("2026-01-23T11:00:10Z").ToUnixTimeSeconds();
        Assert.Equal($"{edge}", answer.Headers["X-RateLimit-Reset"]);
        Assert.Equal(("10", "6"), (answer.Headers["X-RateLimit-Limit"], answer.Headers["X-RateLimit-Remaining"]));
        Assert.Equal("\"fixed-window\";r=6;t=10", answer.Headers["RateLimit"]);
    }

    [Theory]
    [InlineData("cost=0", "cost")]
    [InlineData("cost=-1", "cost")]
    [InlineData("cost=1.5", "cost")]
    [InlineData("cost=11", "cost")]
    [InlineData("cost=", "cost")]
    [InlineData("cost=1&cost=1", "cost")]
    [InlineData("cost=99999999999999999999", "cost")]
    [InlineData("wait=maybe", "wait")]
    public async Task Query_ThatCannotBe_Is400_WithoutRetryAfter_AndSpendsNothing(string query, string field)
    {
        using var guest = await house.GuestAsync(Still);
        var refused = (await guest.GetAsync($"api/limits/token-bucket?{query}")).IsProblem(400, "invalid-parameter", field);

        Assert.False(refused.Headers.ContainsKey("Retry-After"));
        Assert.Equal("9", (await guest.GetAsync("api/limits/token-bucket")).Headers["X-RateLimit-Remaining"]);
    }

    [Fact]
    public async Task ClientId_HasAQuotaOfItsOwn_AndMustBeReadable()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.GetAsync("api/limits/token-bucket?cost=10", ("Client-Id", "alice"));

        Assert.Equal(HttpStatusCode.TooManyRequests, (await guest.GetAsync("api/limits/token-bucket", ("Client-Id", "alice"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync("api/limits/token-bucket", ("Client-Id", "bob"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync("api/limits/token-bucket")).Status);
        (await guest.GetAsync("api/limits/token-bucket", ("Client-Id", new string('x', 65)))).IsProblem(400, "invalid-header", "Client-Id");
        (await guest.GetAsync("api/limits/token-bucket", ("Client-Id", ""))).IsProblem(400, "invalid-header", "Client-Id");
        (await guest.GetAsync("api/limits/token-bucket", ("Client-Id", "a"), ("Client-Id", "b"))).IsProblem(400, "invalid-header", "Client-Id");
    }

    [Fact]
    public async Task Settings_AreAsPut_AndStartAfresh()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.GetAsync("api/limits/token-bucket?cost=10");

        var put = await guest.PutAsync("sandbox/limits/token-bucket", new { capacity = 3, refill_per_second = 0.5 });
        Assert.Equal("""{"capacity":3,"refill_per_second":0.5}""", put.Body);
        Assert.Equal(put.Body, (await guest.GetAsync("sandbox/limits/token-bucket")).Body);
        Assert.Equal([200, 200, 200, 429], await TakeAsync(guest, "token-bucket", 4));
        Assert.Contains(await guest.EventsAsync(), e => e.GetProperty("type").GetString() == "limiter_configured");
    }

    [Fact]
    public async Task TokenBucket_ThatNeverRefills_SaysNoRetryAfter()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.PutAsync("sandbox/limits/token-bucket", new { capacity = 1, refill_per_second = 0 });
        await guest.GetAsync("api/limits/token-bucket");

        var refused = (await guest.GetAsync("api/limits/token-bucket")).IsProblem(429, "quota-exceeded");
        Assert.False(refused.Headers.ContainsKey("Retry-After"));
        Assert.Equal("\"token-bucket\";q=1", refused.Headers["RateLimit-Policy"]);
    }

    [Fact]
    public async Task ParallelCallers_GetExactlyTheCapacity()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.PutAsync("sandbox/limits/token-bucket", new { capacity = 20, refill_per_second = 0 });

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => guest.GetAsync("api/limits/token-bucket")));
        Assert.Equal(20, answers.Count(a => a.Status == HttpStatusCode.OK));
        var remaining = (await guest.EventsAsync()).Where(e => e.GetProperty("type").GetString() == "request_admitted")
            .Select(e => e.GetProperty("data").GetProperty("remaining").GetInt64());
        Assert.Equal(Enumerable.Range(0, 20).Reverse().Select(r => (long)r), remaining);
    }

    [Fact]
    public async Task UnknownAlgorithm_Is404_ThatNamesTheKnownOnes()
    {
        using var guest = await house.GuestAsync();
        var refused = (await guest.GetAsync("api/limits/funnel")).IsProblem(404, "not-found");
        Assert.Contains("token-bucket", refused.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_IsAGetWithoutBody()
    {
        using var guest = await house.GuestAsync(Still);
        var head = await guest.SendAsync(HttpMethod.Head, "api/limits/token-bucket");

        Assert.Equal((HttpStatusCode.OK, ""), (head.Status, head.Body));
        Assert.Equal("9", head.Headers["X-RateLimit-Remaining"]);
        Assert.Equal("HEAD", (await guest.EventsAsync())[1].GetProperty("data").GetProperty("method").GetString());
    }

    private static async Task<List<int>> TakeAsync(Guest guest, string algorithm, int times)
    {
        var statuses = new List<int>();
        for (var i = 0; i < times; i++)
            statuses.Add((int)(await guest.GetAsync($"api/limits/{algorithm}?wait=false")).Status);
        return statuses;
    }
}
