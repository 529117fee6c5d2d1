using System.Net;
using System.Text.Json;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Labs.Versioning;

/// <summary>Two clients, two versions, one shared cache: with Vary they never meet, without it some styles mix them up.</summary>
public sealed class UsersThroughCacheTests(House house) : IClassFixture<House>
{
    private static readonly object Still = new { paused = true };

    [Theory]
    [InlineData("uri", true, 2)]
    [InlineData("query", true, 2)]
    [InlineData("header", true, 2)]
    [InlineData("media-type", true, 2)]
    [InlineData("uri", false, 2)]
    [InlineData("query", false, 2)]
    [InlineData("header", false, 1)]
    [InlineData("media-type", false, 1)]
    public async Task SecondClient_WantsVersion2_AndGets(string style, bool vary, int given)
    {
        using var guest = await house.GuestAsync(Still);
        await ConfigureAsync(guest, 1, vary);
        await AskAsync(guest, style, 1);
        var answer = await AskAsync(guest, style, 2);

        Assert.Equal((HttpStatusCode.OK, $"{given}"), (answer.Status, answer.Headers["API-Version"]));
        Assert.Equal(given == 2 ? JsonValueKind.Object : JsonValueKind.String, answer.Json.GetProperty("name").ValueKind);
        var handed = await HandedAsync(guest);
        Assert.Equal((2, given, given == 1), (handed.GetProperty("wanted").GetInt32(), handed.GetProperty("given").GetInt32(), handed.GetProperty("wrong").GetBoolean()));
    }

    [Fact]
    public async Task SameVersionAgain_IsAHit_WithItsAge_AndTheOriginIsNotAsked()
    {
        using var guest = await house.GuestAsync(Still);
        await AskAsync(guest, "header", 2);
        Assert.False((await HandedAsync(guest)).GetProperty("from_copy").GetBoolean());
        await guest.AdvanceAsync(12_000);
        var hit = await AskAsync(guest, "header", 2);

        Assert.Equal(("12", "demo; hit; ttl=48"), (hit.Headers["Age"], hit.Headers["Cache-Status"]));
        Assert.Single(await OfTypeAsync(guest, "version_chosen"));
        Assert.True((await HandedAsync(guest)).GetProperty("from_copy").GetBoolean());
    }

    [Fact]
    public async Task HeaderBeyondAscii_IsRefusedByTheOrigin_NotTakenForAnOriginThatIsAway()
    {
        using var guest = await house.GuestAsync(Still);
        using var http = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(house.Root, $"/s/{guest.Id}/api/cdn/users/1"));
        request.Headers.TryAddWithoutValidation("API-Version", "１");
        using var response = await http.SendAsync(request);

        (await Answer.OfAsync(response)).IsProblem(400, "unsupported-version", "API-Version");
    }

    [Fact]
    public async Task StaleCopyOfAnotherVersion_IsNotConfirmed_BecauseEachVersionHasItsOwnTag()
    {
        using var guest = await house.GuestAsync(Still);
        await ConfigureAsync(guest, 1, vary: false);
        await AskAsync(guest, "header", 1);
        await guest.AdvanceAsync(61_000);

        Assert.Equal("2", (await AskAsync(guest, "header", 2)).Headers["API-Version"]);
    }

    [Fact]
    public async Task WhoNamesNone_GetsThroughTheCacheWhatAnotherAskedFor_WithoutVary()
    {
        using var guest = await house.GuestAsync(Still);
        await ConfigureAsync(guest, 1, vary: false);
        await AskAsync(guest, "media-type", 2);

        Assert.Equal("2", (await guest.GetAsync("api/cdn/users/1")).Headers["API-Version"]);
        var handed = await HandedAsync(guest);
        Assert.Equal(("default", true), (handed.GetProperty("source").GetString(), handed.GetProperty("wrong").GetBoolean()));
    }

    [Fact]
    public async Task Refusals_PassThroughTheCache_AndAreNotKept()
    {
        using var guest = await house.GuestAsync(Still);

        (await guest.GetAsync("api/cdn/users/1", ("Accept", "text/html"))).IsProblem(406, "not-acceptable");
        (await guest.GetAsync("api/cdn/users/1?version=9")).IsProblem(400, "unsupported-version", "version");
        (await guest.GetAsync("api/cdn/v1/users/1?version=2")).IsProblem(400, "conflicting-versions", "version");
        (await guest.GetAsync("api/cdn/v9/users/1")).IsProblem(404, "not-found");
        Assert.Empty(await OfTypeAsync(guest, "copy_stored"));
    }

    [Fact]
    public async Task ClientsOwnCopy_IsConfirmedByTheCache()
    {
        using var guest = await house.GuestAsync(Still);
        var tag = (await AskAsync(guest, "uri", 2)).Headers["ETag"];

        Assert.Equal(HttpStatusCode.NotModified, (await guest.GetAsync("api/cdn/v2/users/1", ("If-None-Match", tag))).Status);
    }

    [Fact]
    public async Task ResetOfTheLab_EmptiesTheCache()
    {
        using var guest = await house.GuestAsync(Still);
        await AskAsync(guest, "uri", 2);
        await guest.PostAsync("sandbox/reset", new { lab = "versioning" });

        Assert.Contains("fwd=uri-miss", (await AskAsync(guest, "uri", 2)).Headers["Cache-Status"], StringComparison.Ordinal);
    }

    private static Task<Answer> AskAsync(Guest guest, string style, int version) => style switch
    {
        "uri" => guest.GetAsync($"api/cdn/v{version}/users/1"),
        "query" => guest.GetAsync($"api/cdn/users/1?version={version}"),
        "header" => guest.GetAsync("api/cdn/users/1", ("API-Version", $"{version}")),
        _ => guest.GetAsync("api/cdn/users/1", ("Accept", $"application/vnd.visualizer.v{version}+json")),
    };

    private static async Task<JsonElement> HandedAsync(Guest guest) => (await OfTypeAsync(guest, "version_handed_out"))[^1];

    private static async Task<IReadOnlyList<JsonElement>> OfTypeAsync(Guest guest, string type) =>
        [.. (await guest.EventsAsync()).Where(e => e.GetProperty("type").GetString() == type).Select(e => e.GetProperty("data"))];

    private static async Task ConfigureAsync(Guest guest, int version, bool vary) => Assert.Equal(
        HttpStatusCode.OK, (await guest.PutAsync("sandbox/versioning", new { default_version = version, vary, sunset = "2026-07-01T00:00:00Z" })).Status);
}
