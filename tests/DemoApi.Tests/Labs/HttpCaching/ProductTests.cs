using System.Net;
using System.Text;
using Visualizer.Tests.Support;
using static Visualizer.DemoApi.Tests.Labs.HttpCaching.Shop;

namespace Visualizer.DemoApi.Tests.Labs.HttpCaching;

public sealed class ProductTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task Product_IsAboutFortyKilobytes_AndTheSameForTheSameSeed()
    {
        using var guest = await house.GuestAsync(new { seed = 7, paused = true });
        using var twin = await house.GuestAsync(new { seed = 7, paused = true });
        var product = await guest.GetAsync(Origin);

        Assert.Equal(["id", "name", "description", "price_cents", "version"], product.Json.EnumerateObject().Select(member => member.Name));
        Assert.InRange(Encoding.UTF8.GetByteCount(product.Body), 40_000, 41_000);
        Assert.Equal((product.Body, product.Says("ETag")), ((await twin.GetAsync(Origin)).Body, (await twin.GetAsync(Origin)).Says("ETag")));
        Assert.NotEqual(product.Body, (await guest.GetAsync("api/products/2")).Body);
    }

    [Fact]
    public async Task FreshSandbox_SaysWhatTheContractShows()
    {
        using var guest = await house.GuestAsync(Still);
        Assert.Equal("""{"cache_control":"public, max-age=60","etag":"strong","vary":true}""", (await guest.GetAsync("sandbox/caching")).Body);
        var product = await guest.GetAsync(Origin);

        Assert.Equal(("public, max-age=60", "Accept-Encoding", "application/json"), (product.Says("Cache-Control"), product.Says("Vary"), product.Says("Content-Type")));
        Assert.Matches("^\"1-[0-9a-f]{12}\"$", product.Says("ETag"));
        Assert.Equal("Wed, 15 Oct 2025 11:00:00 GMT", product.Says("Last-Modified"));
    }

    [Fact]
    public async Task KnownState_Is304_WithTheFieldsOfThe200AndNoBody()
    {
        using var guest = await OpenAsync(house, "no-cache", vary: true);
        var first = await guest.GetAsync(Origin);
        var second = await guest.GetAsync(Origin, ("If-None-Match", $"\"0\", W/{first.Says("ETag")}"));

        Assert.Equal((HttpStatusCode.NotModified, ""), (second.Status, second.Body));
        foreach (var field in (string[])["ETag", "Cache-Control", "Vary", "Last-Modified"])
            Assert.Equal(first.Says(field), second.Says(field));
        Assert.NotEqual("", second.Says("Date"));
        Assert.Equal("", second.Says("Content-Type"));
        var read = (await DataAsync(guest, "product_read"))[1];
        Assert.Equal(("not_modified", "RFC 9110 §13.1.2"), (read.GetProperty("outcome").GetString(), read.GetProperty("rule").GetString()));
    }

    [Theory]
    [InlineData("strong", "^\"1-")]
    [InlineData("weak", "^W/\"1-")]
    [InlineData("none", "^$")]
    public async Task Etag_IsAsSet_AndTheDateIsThereInAnyCase(string etag, string form)
    {
        using var guest = await OpenAsync(house, "", etag);
        var product = await guest.GetAsync(Origin);

        Assert.Matches(form, product.Says("ETag"));
        Assert.Equal(("", ""), (product.Says("Cache-Control"), product.Says("Vary")));
        Assert.Equal(HttpStatusCode.NotModified, (await guest.GetAsync(Origin, ("If-Modified-Since", product.Says("Last-Modified")))).Status);
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync(Origin, ("If-Modified-Since", product.Says("Last-Modified")), ("If-None-Match", "\"other\""))).Status);
    }

    [Fact]
    public async Task TwoChangesInOneSecond_AreOneToADateAndTwoToATag()
    {
        using var guest = await OpenAsync(house, "no-cache", "none");
        await ChangeBehindAsync(guest, 100);
        var seen = await guest.GetAsync(Origin);
        await ChangeBehindAsync(guest, 200);

        Assert.Equal(HttpStatusCode.NotModified, (await guest.GetAsync(Origin, ("If-Modified-Since", seen.Says("Last-Modified")))).Status);
    }

    [Fact]
    public async Task LastModified_IsNeverLaterThanTheAnswer()
    {
        using var guest = await house.GuestAsync(new { paused = true, start = "2999-01-01T00:00:00Z" });
        await ChangeBehindAsync(guest, 100);
        var product = await guest.GetAsync(Origin);

        Assert.True(DateTimeOffset.Parse(product.Says("Last-Modified")) <= DateTimeOffset.Parse(product.Says("Date")));
    }

    [Fact]
    public async Task Head_IsTheGetWithoutItsBody()
    {
        using var guest = await OpenAsync(house, "no-cache");
        var (get, head) = (await guest.GetAsync(Origin), await guest.SendAsync(HttpMethod.Head, Origin));

        Assert.Equal(("", get.Says("ETag"), get.Says("Content-Length")), (head.Body, head.Says("ETag"), head.Says("Content-Length")));
        Assert.Equal(HttpStatusCode.NotModified, (await guest.SendAsync(HttpMethod.Head, Origin, null, ("If-None-Match", get.Says("ETag")))).Status);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("abc")]
    [InlineData("1.5")]
    [InlineData("9999")]
    [InlineData("99999999999999999999")]
    public async Task WhatIsNotThere_Is404_WhateverTheConditions(string id)
    {
        using var guest = await house.GuestAsync(Still);
        (await guest.GetAsync($"api/products/{id}", ("If-None-Match", "*"))).IsProblem(404, "not-found");
        (await guest.GetAsync($"api/cdn/products/{id}")).IsProblem(404, "not-found");
        (await guest.SendAsync(HttpMethod.Delete, $"api/products/{id}", null, ("If-Match", "*"))).IsProblem(404, "not-found");
    }

    [Fact]
    public async Task FailedRead_SaysNothingAboutCaching()
    {
        using var guest = await OpenAsync(house, "public, max-age=60");
        var refused = (await guest.GetAsync(Origin, ("If-Match", "\"other\""))).IsProblem(412, "precondition-failed");

        Assert.Equal(("", ""), (refused.Says("Cache-Control"), refused.Says("ETag")));
    }

    [Fact]
    public async Task UnreachableOrigin_CutsTheConnection()
    {
        using var guest = await OpenAsync(house, "max-age=60");
        await guest.PutAsync("sandbox/caching/origin", new { reachable = false });

        await Assert.ThrowsAsync<HttpRequestException>(() => guest.GetAsync(Origin));
        Assert.Equal("""{"reachable":false}""", (await guest.GetAsync("sandbox/caching/origin")).Body);
        await guest.PutAsync("sandbox/caching/origin", new { reachable = true });
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync(Origin)).Status);
    }

    [Theory]
    [InlineData("""{"cache_control":"max-age=abc","etag":"strong","vary":true}""", 422, "cache_control")]
    [InlineData("""{"cache_control":"public; max-age=60","etag":"strong","vary":true}""", 422, "cache_control")]
    [InlineData("""{"cache_control":"public\r\nX-Evil: 1","etag":"strong","vary":true}""", 422, "cache_control")]
    [InlineData("""{"cache_control":"public","etag":"medium","vary":true}""", 422, "etag")]
    [InlineData("""{"cache_control":"public","etag":"weak"}""", 422, "vary")]
    [InlineData("""{"etag":"weak","vary":false}""", 422, "cache_control")]
    [InlineData("""{"cache_control":60,"etag":"weak","vary":false}""", 400, "cache_control")]
    public async Task Settings_ThatCannotBe_AreRefusedByName(string body, int status, string field)
    {
        using var guest = await house.GuestAsync(Still);
        (await guest.PutAsync("sandbox/caching", body)).IsProblem(status, status == 400 ? "invalid-body" : "validation-error", field);
    }

    [Fact]
    public async Task ManyAtOnce_TheJournalTellsWhatHappenedInItsOrder()
    {
        using var guest = await house.GuestAsync(Still);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => i % 3 == 0 ? PutAsync(guest, Origin, i, ("If-Match", "*")) : guest.GetAsync(Origin)));
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => ConfigureAsync(guest, $"max-age={i}")));

        var told = (await guest.EventsAsync()).Where(e => e.GetProperty("type").GetString() is "product_read" or "product_changed").Select(e => e.GetProperty("data").GetProperty("version").GetInt64()).ToList();
        Assert.Equal(told.Order(), told);
        Assert.Equal(
            (await guest.GetAsync("sandbox/caching")).Json.GetProperty("cache_control").GetString(),
            (await DataAsync(guest, "caching_configured"))[^1].GetProperty("cache_control").GetString());
    }
}
