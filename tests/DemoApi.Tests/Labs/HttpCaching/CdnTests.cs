using System.Net;
using System.Text.Json;
using Visualizer.Tests.Support;
using static Visualizer.DemoApi.Tests.Labs.HttpCaching.Shop;

namespace Visualizer.DemoApi.Tests.Labs.HttpCaching;

public sealed class CdnTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task Fresh_IsServedWithoutTheOrigin_AndSaysHowOldItIs()
    {
        using var guest = await OpenAsync(house, "public, max-age=60");
        var miss = await guest.GetAsync(Cdn);
        await guest.AdvanceAsync(12_500);
        var hit = await guest.GetAsync(Cdn);

        Assert.Equal(("demo; fwd=uri-miss; fwd-status=200; ttl=60; stored", ""), (miss.Says("Cache-Status"), miss.Says("Age")));
        Assert.Equal(("demo; hit; ttl=48", "12"), (hit.Says("Cache-Status"), hit.Says("Age")));
        Assert.Equal((miss.Body, miss.Says("ETag"), miss.Says("Date")), (hit.Body, hit.Says("ETag"), hit.Says("Date")));
        Assert.Equal(1, await AskedByCacheAsync(guest));
    }

    [Fact]
    public async Task Stale_IsAskedForAgain_And304MakesItNew()
    {
        using var guest = await OpenAsync(house, "public, max-age=60");
        var first = await guest.GetAsync(Cdn);
        await guest.AdvanceAsync(60_000);
        var second = await guest.GetAsync(Cdn);
        await guest.AdvanceAsync(59_000);
        var third = await guest.GetAsync(Cdn);

        Assert.Equal("demo; fwd=stale; fwd-status=304; ttl=60", second.Says("Cache-Status"));
        Assert.Equal((first.Body, HttpStatusCode.OK), (second.Body, second.Status));
        Assert.Equal("demo; hit; ttl=1", third.Says("Cache-Status"));
        Assert.Equal(2, await AskedByCacheAsync(guest));
        Assert.Single(await DataAsync(guest, "copy_freshened"));
    }

    [Fact]
    public async Task NoCache_IsKept_AndAskedForEveryTime_ButTheBodyTravelsOnce()
    {
        using var guest = await OpenAsync(house, "no-cache");
        foreach (var _ in Enumerable.Range(0, 5))
            Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync(Cdn)).Status);

        var reads = (await DataAsync(guest, "product_read")).Select(read => read.GetProperty("outcome").GetString());
        Assert.Equal(["sent", "not_modified", "not_modified", "not_modified", "not_modified"], reads);
    }

    [Theory]
    [InlineData("no-store", "RFC 9111 §5.2.2.5")]
    [InlineData("private, max-age=60", "RFC 9111 §5.2.2.7")]
    public async Task WhatASharedCacheMustNotKeep_IsNotKept(string cacheControl, string rule)
    {
        using var guest = await OpenAsync(house, cacheControl);
        await guest.GetAsync(Cdn);
        var second = await guest.GetAsync(Cdn);

        Assert.Equal("demo; fwd=uri-miss; fwd-status=200", second.Says("Cache-Status"));
        Assert.All(await DataAsync(guest, "copy_refused"), refused => Assert.Equal(rule, refused.GetProperty("rule").GetString()));
        Assert.Equal(2, await AskedByCacheAsync(guest));
    }

    [Fact]
    public async Task Vary_MakesACopyForEachEncoding()
    {
        using var guest = await OpenAsync(house, "public, max-age=60", vary: true);
        await guest.GetAsync(Cdn, ("Accept-Encoding", "gzip"));
        var other = await guest.GetAsync(Cdn, ("Accept-Encoding", "br"));
        var again = await guest.GetAsync(Cdn, ("Accept-Encoding", "gzip"));

        Assert.StartsWith("demo; fwd=vary-miss", other.Says("Cache-Status"));
        Assert.StartsWith("demo; hit", again.Says("Cache-Status"));
    }

    [Theory]
    [InlineData("no-cache", "demo; fwd=request; fwd-status=304; ttl=60")]
    [InlineData("max-age=0", "demo; fwd=request; fwd-status=304; ttl=60")]
    [InlineData("only-if-cached", "demo; hit; ttl=60")]
    public async Task Client_SaysWhatItWants(string asked, string status)
    {
        using var guest = await OpenAsync(house, "public, max-age=60");
        await guest.GetAsync(Cdn);

        Assert.Equal(status, (await guest.GetAsync(Cdn, ("Cache-Control", asked))).Says("Cache-Status"));
    }

    [Fact]
    public async Task OnlyIfCached_WithoutACopy_Is504_AndNobodyIsAsked()
    {
        using var guest = await OpenAsync(house, "public, max-age=60");
        var refused = (await guest.GetAsync(Cdn, ("Cache-Control", "only-if-cached"))).IsProblem(504, "gateway-timeout");

        Assert.Equal(("demo; detail=only-if-cached", 0), (refused.Says("Cache-Status"), await AskedByCacheAsync(guest)));
    }

    [Fact]
    public async Task ClientThatHasIt_Gets304FromTheCache_WithTheFieldsItNeeds()
    {
        using var guest = await OpenAsync(house, "public, max-age=60", vary: true);
        var first = await guest.GetAsync(Cdn, ("If-None-Match", "\"other\""));
        await guest.AdvanceAsync(5_000);
        var second = await guest.GetAsync(Cdn, ("If-None-Match", first.Says("ETag")));

        Assert.Equal((HttpStatusCode.NotModified, "", "5"), (second.Status, second.Body, second.Says("Age")));
        foreach (var field in (string[])["ETag", "Cache-Control", "Vary", "Date"])
            Assert.Equal(first.Says(field), second.Says(field));
        Assert.Equal(1, await AskedByCacheAsync(guest));
    }

    [Fact]
    public async Task StaleWhileRevalidate_AnswersAtOnce_AndAsksOnceBehindTheScenes()
    {
        using var guest = await OpenAsync(house, "max-age=60, stale-while-revalidate=30");
        var first = await guest.GetAsync(Cdn);
        await ChangeBehindAsync(guest, 999);
        await guest.AdvanceAsync(70_000);
        var stale = await guest.GetAsync(Cdn);
        await guest.EventsAsync("copy_stored", 2);
        var next = await guest.GetAsync(Cdn);

        Assert.Equal(("demo; hit; ttl=-10; detail=stale-while-revalidate", "70", first.Body), (stale.Says("Cache-Status"), stale.Says("Age"), stale.Body));
        Assert.Equal(("demo; hit; ttl=60", 999), (next.Says("Cache-Status"), next.Price()));
        Assert.Equal(2, await AskedByCacheAsync(guest));

        await guest.AdvanceAsync(90_000);
        Assert.StartsWith("demo; fwd=stale", (await guest.GetAsync(Cdn)).Says("Cache-Status"));
    }

    [Fact]
    public async Task StaleIfError_StandsInForAnOriginThatIsAway()
    {
        using var guest = await OpenAsync(house, "max-age=60, stale-if-error=600");
        await guest.GetAsync(Cdn);
        await guest.AdvanceAsync(100_000);
        await guest.PutAsync("sandbox/caching/origin", new { reachable = false });
        var stale = await guest.GetAsync(Cdn);

        Assert.Equal((HttpStatusCode.OK, "demo; fwd=stale; ttl=-40; detail=stale-if-error", "100"), (stale.Status, stale.Says("Cache-Status"), stale.Says("Age")));
        Assert.Single(await DataAsync(guest, "stale_copy_served"));
        await guest.AdvanceAsync(600_000);
        Assert.Equal("demo; fwd=stale", (await guest.GetAsync(Cdn)).IsProblem(504, "gateway-timeout").Says("Cache-Status"));
    }

    [Fact]
    public async Task MustRevalidate_IsNeverServedStale()
    {
        using var guest = await OpenAsync(house, "max-age=60, must-revalidate, stale-if-error=600");
        await guest.GetAsync(Cdn);
        await guest.AdvanceAsync(61_000);
        await guest.PutAsync("sandbox/caching/origin", new { reachable = false });

        (await guest.GetAsync(Cdn)).IsProblem(504, "gateway-timeout");
    }

    [Fact]
    public async Task ChangeBehindTheApi_IsSeenWhenTheCopyIsStale()
    {
        using var guest = await OpenAsync(house, "max-age=60");
        var before = (await guest.GetAsync(Cdn)).Price();
        await ChangeBehindAsync(guest, 999);
        Assert.Equal(before, (await guest.GetAsync(Cdn)).Price());
        await guest.AdvanceAsync(60_000);
        Assert.Equal(999, (await guest.GetAsync(Cdn)).Price());
    }

    [Theory]
    [InlineData(Origin)]
    [InlineData(Cdn)]
    public async Task Write_ThroughEitherAddress_ThrowsTheCopyAway(string path)
    {
        using var guest = await OpenAsync(house, "max-age=60");
        var seen = (await guest.GetAsync(Cdn)).Says("ETag");
        (await PutAsync(guest, path, 7, ("If-Match", "\"other\""))).IsProblem(412, "precondition-failed");
        Assert.StartsWith("demo; hit", (await guest.GetAsync(Cdn)).Says("Cache-Status"));
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(guest, path, 7, ("If-Match", seen))).Status);

        var next = await guest.GetAsync(Cdn);
        Assert.Equal(("demo; fwd=uri-miss; fwd-status=200; ttl=60; stored", 7), (next.Says("Cache-Status"), next.Price()));
        Assert.Single(await DataAsync(guest, "copies_dropped"));
    }

    [Fact]
    public async Task Write_ThroughTheCache_IsAnsweredAsTheOriginDoes()
    {
        using var guest = await OpenAsync(house, "max-age=60");
        (await PutAsync(guest, Cdn, 7)).IsProblem(428, "precondition-required");
        (await guest.PutAsync(Cdn, "not json")).IsProblem(400, "malformed-json", null);
        var made = await PutAsync(guest, "api/cdn/products/150", 7, ("If-None-Match", "*"));
        var gone = await guest.SendAsync(HttpMethod.Delete, "api/cdn/products/150");

        Assert.Equal((HttpStatusCode.Created, $"/s/{guest.Id}/api/products/150", "demo; fwd=method; fwd-status=201"), (made.Status, made.Says("Location"), made.Says("Cache-Status")));
        Assert.Equal(HttpStatusCode.NoContent, gone.Status);
    }

    [Fact]
    public async Task OriginsExchange_IsRecorded_AndNamesTheOneItIsFor()
    {
        using var guest = await OpenAsync(house, "max-age=60");
        await guest.GetAsync(Cdn, ("User-Agent", "curl/8"), ("X-Note", "kept"));
        var received = (await guest.EventsAsync()).Where(e => e.GetProperty("type").GetString() == "request_received").ToList();

        Assert.Equal(["/cdn/products/1", "/products/1"], received.Select(e => e.GetProperty("data").GetProperty("path").GetString()));
        var (asked, origin) = (received[0], received[1].GetProperty("data").GetProperty("origin"));
        Assert.Equal((asked.GetProperty("request_id").GetString(), false), (origin.GetProperty("asked_by").GetString(), origin.GetProperty("page").GetBoolean()));
        var headers = received[1].GetProperty("data").GetProperty("headers").EnumerateArray().ToDictionary(h => h.GetProperty("name").GetString()!, h => h.GetProperty("value").GetString());
        Assert.Equal(("1.1 demo", "kept"), (headers["Via"], headers["X-Note"]));
        Assert.False(asked.GetProperty("data").GetProperty("origin").TryGetProperty("asked_by", out var nobody) && nobody.ValueKind is not JsonValueKind.Null);
        Assert.Equal(
            ["request_received", "cache_consulted", "request_received", "product_read", "response_sent", "copy_stored", "response_sent"],
            (await guest.EventsAsync()).SkipWhile(e => e.GetProperty("type").GetString() != "request_received").Select(e => e.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task NewSettings_StartTheCacheAfresh_AndAResetToo()
    {
        using var guest = await OpenAsync(house, "max-age=60");
        await guest.GetAsync(Cdn);
        await ConfigureAsync(guest, "max-age=60");
        Assert.StartsWith("demo; fwd=uri-miss", (await guest.GetAsync(Cdn)).Says("Cache-Status"));

        await guest.PostAsync("sandbox/reset", new { lab = "http-caching" });
        Assert.StartsWith("demo; fwd=uri-miss", (await guest.GetAsync(Cdn)).Says("Cache-Status"));
        Assert.Equal("public, max-age=60", (await guest.GetAsync("sandbox/caching")).Json.GetProperty("cache_control").GetString());
    }

    [Fact]
    public async Task SharedAge_CountsInTheBrowser_TheTrapOfTwoLifetimes()
    {
        using var guest = await OpenAsync(house, "max-age=300, s-maxage=3600");
        await guest.GetAsync(Cdn);
        await guest.AdvanceAsync(400_000);
        var hit = await guest.GetAsync(Cdn);

        // Fresh here, and already stale for every browser that receives it: 400 > 300.
        Assert.Equal(("demo; hit; ttl=3200", "400"), (hit.Says("Cache-Status"), hit.Says("Age")));
    }
}
