using System.Net;
using System.Text.Json;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Labs.Versioning;

/// <summary>The end of version 1 on the sandbox clock, the lab's settings, and what the journal tells.</summary>
public sealed class SunsetHttpTests(House house) : IClassFixture<House>
{
    private static readonly object Still = new { paused = true };

    [Fact]
    public async Task FirstVersion_SaysFromTheStartThatItWillEnd_TheSecondDoesNot()
    {
        using var guest = await house.GuestAsync(Still);
        var (first, second) = (await guest.GetAsync("api/v1/users/7"), await guest.GetAsync("api/v2/users/7"));

        Assert.Equal(("@1769166000", "Thu, 23 Apr 2026 11:00:00 GMT"), (first.Headers["Deprecation"], first.Headers["Sunset"]));
        Assert.Equal(
            $"</s/{guest.Id}/api/v2/users/7>; rel=\"successor-version\", </s/{guest.Id}/api/versions>; rel=\"deprecation\"; type=\"application/json\", "
            + $"</s/{guest.Id}/api/versions>; rel=\"sunset\"; type=\"application/json\"",
            first.Headers["Link"]);
        Assert.All((string[])["Deprecation", "Sunset", "Link"], name => Assert.False(second.Headers.ContainsKey(name)));
    }

    [Fact]
    public async Task Sunset_ToTheMillisecond_TurnsFirstVersionInto410_WithItsSuccessor()
    {
        using var guest = await house.GuestAsync(Still);
        await ConfigureAsync(guest, 1, true, "2026-01-23T11:00:10Z");
        await guest.AdvanceAsync(9_999);
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync("api/v1/users/1")).Status);
        await guest.AdvanceAsync(1);

        var gone = (await guest.GetAsync("api/v1/users/1")).IsProblem(410, "gone");
        Assert.Contains("rel=\"successor-version\"", gone.Headers["Link"], StringComparison.Ordinal);
        Assert.Equal(("1", "Fri, 23 Jan 2026 11:00:10 GMT"), (gone.Headers["API-Version"], gone.Headers["Sunset"]));
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync("api/v2/users/1")).Status);
    }

    [Fact]
    public async Task DefaultThatIsSunset_Is410_UntilTheDefaultMoves()
    {
        using var guest = await house.GuestAsync(Still);
        await ConfigureAsync(guest, 1, true, "2026-01-01T00:00:00Z");

        var gone = (await guest.GetAsync("api/users/1")).IsProblem(410, "gone");
        Assert.Equal(("Accept, API-Version", "@1767225600"), (gone.Headers["Vary"], gone.Headers["Deprecation"]));
        (await guest.GetAsync("api/users/1", ("Accept", "application/json"))).IsProblem(410, "gone");

        await ConfigureAsync(guest, 2, true, "2026-01-01T00:00:00Z");
        Assert.Equal("2", (await guest.GetAsync("api/users/1")).Headers["API-Version"]);
    }

    [Fact]
    public async Task Successor_OfThe410_IsReadWithoutAnyOtherKnowledge()
    {
        using var guest = await house.GuestAsync(Still);
        await ConfigureAsync(guest, 1, true, "2026-01-01T00:00:00Z");
        var gone = await guest.GetAsync("api/users/3");

        var successor = gone.Headers["Link"].Split('<', '>')[1];
        Assert.Equal(JsonValueKind.Object, (await guest.GetAsync(successor)).Json.GetProperty("name").ValueKind);
    }

    [Fact]
    public async Task Versions_TellTheirLives_AndWhatBreaks()
    {
        using var guest = await house.GuestAsync(Still);
        var list = (await guest.GetAsync("api/versions")).Json;

        Assert.Equal(
            """{"version":1,"media_type":"application/vnd.visualizer.v1+json","status":"deprecated","deprecated_at":"2026-01-23T11:00:00.000Z","sunset":"2026-04-23T11:00:00.000Z"}""",
            list.GetProperty("versions")[0].GetRawText());
        Assert.Equal(
            """[{"from":1,"to":2,"pointer":"/name","breaking":true,"detail":"was a string, is an object"}]""",
            list.GetProperty("changes").GetRawText());
    }

    [Fact]
    public async Task ForgottenVary_IsOnNoAnswer()
    {
        using var guest = await house.GuestAsync(Still);
        await ConfigureAsync(guest, 1, false, "2026-07-01T00:00:00Z");

        Assert.False((await guest.GetAsync("api/users/1")).Headers.ContainsKey("Vary"));
        Assert.False((await guest.GetAsync("api/users/1", ("Accept", "text/html"))).Headers.ContainsKey("Vary"));
    }

    [Fact]
    public async Task Settings_AreAsPut_AndAResetBringsBackTheFirst()
    {
        using var guest = await house.GuestAsync(Still);
        var first = await guest.GetAsync("sandbox/versioning");
        Assert.Equal("""{"default_version":1,"vary":true,"sunset":"2026-04-23T11:00:00.000Z"}""", first.Body);

        var put = await guest.PutAsync("sandbox/versioning", new { default_version = 2, vary = false, sunset = "2026-07-01T02:00:00+02:00" });
        Assert.Equal("""{"default_version":2,"vary":false,"sunset":"2026-07-01T00:00:00.000Z"}""", put.Body);
        Assert.Equal(put.Body, (await guest.GetAsync("sandbox/versioning")).Body);

        await guest.PostAsync("sandbox/reset", new { lab = "versioning" });
        Assert.Equal(first.Body, (await guest.GetAsync("sandbox/versioning")).Body);
    }

    [Theory]
    [InlineData("""{"default_version":3,"vary":true,"sunset":"2026-07-01T00:00:00Z"}""", 422, "validation-error", "default_version")]
    [InlineData("""{"vary":true,"sunset":"2026-07-01T00:00:00Z"}""", 422, "validation-error", "default_version")]
    [InlineData("""{"default_version":1,"sunset":"2026-07-01T00:00:00Z"}""", 422, "validation-error", "vary")]
    [InlineData("""{"default_version":1,"vary":true,"sunset":"tomorrow"}""", 422, "validation-error", "sunset")]
    [InlineData("""{"default_version":1,"vary":true,"sunset":null}""", 422, "validation-error", "sunset")]
    [InlineData("""{"default_version":"1","vary":true,"sunset":"2026-07-01T00:00:00Z"}""", 400, "invalid-body", "default_version")]
    [InlineData("""{"default_version":1,"vary":true,"sunset":"2026-07-01T00:00:00Z","x":1}""", 400, "invalid-body", "x")]
    public async Task Settings_ThatCannotBe_AreRefused(string body, int status, string slug, string field)
    {
        using var guest = await house.GuestAsync(Still);
        (await guest.PutAsync("sandbox/versioning", body)).IsProblem(status, slug, field);
    }

    [Fact]
    public async Task Journal_TellsEveryDecision_InOrder_WithWhatTheWrongTwinWouldHaveSaid()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.GetAsync("api/users/1", ("Accept", "application/vnd.visualizer.v2+json;q=0, */*"));
        await guest.GetAsync("api/users/1?version=9");
        await ConfigureAsync(guest, 2, false, "2026-01-01T00:00:00Z");
        await guest.GetAsync("api/v1/users/1");

        var told = (await guest.EventsAsync()).Where(e => e.GetProperty("lab").GetString() == "versioning").ToList();
        Assert.Equal(
            [
                "request_received", "version_chosen", "response_sent", "request_received", "version_refused", "response_sent",
                "versioning_configured", "request_received", "version_chosen", "response_sent",
            ],
            told.Select(e => e.GetProperty("type").GetString()));

        Assert.Equal(
            """{"named":{"path":null,"query":null,"header":null,"accept":"application/vnd.visualizer.v2+json;q=0, */*"},"version":1,"content_type":"application/vnd.visualizer.v1+json","sources":["default"],"default":1,"stage":"deprecated","sunset_in_seconds":7776000,"vary":"Accept, API-Version","why":"The request names no version, and 1 is the default today.","hasty":2}""",
            told[1].GetProperty("data").GetRawText());
        Assert.Equal(
            """{"named":{"path":null,"query":"9","header":null,"accept":null},"status":400,"error":"unsupported_version","source":"query","why":"There is no version \u00279\u0027 (?version): the versions are 1 and 2.","hasty":1}""".Replace("\\u0027", "'"),
            told[4].GetProperty("data").GetRawText());
        Assert.Equal((1, 2), (Default("before"), Default("after")));
        Assert.Equal(("gone", ""), (told[8].GetProperty("data").GetProperty("stage").GetString(), told[8].GetProperty("data").GetProperty("vary").GetString()));

        int Default(string state) => told[6].GetProperty("data").GetProperty(state).GetProperty("default_version").GetInt32();
    }

    private static async Task ConfigureAsync(Guest guest, int version, bool vary, string sunset) =>
        Assert.Equal(HttpStatusCode.OK, (await guest.PutAsync("sandbox/versioning", new { default_version = version, vary, sunset })).Status);
}
