using System.Net;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Labs.Versioning;

/// <summary>The four places in which a request names a version, and what comes back.</summary>
public sealed class VersioningHttpTests(House house) : IClassFixture<House>
{
    private const string V1 = "application/vnd.visualizer.v1+json";
    private const string V2 = "application/vnd.visualizer.v2+json";
    private static readonly object Still = new { paused = true };

    [Theory]
    [InlineData("v1/users/1", null, null, 1)]
    [InlineData("v2/users/1", null, null, 2)]
    [InlineData("users/1", null, null, 1)]
    [InlineData("users/1?version=1", null, null, 1)]
    [InlineData("users/1?version=2", null, null, 2)]
    [InlineData("users/1", "2", null, 2)]
    [InlineData("users/1", null, V2, 2)]
    [InlineData("users/1", null, "*/*", 1)]
    [InlineData("users/1?version=2", "2", V2, 2)]
    public async Task EveryStyle_GivesTheVersionItAsksFor_AndTheAnswerNamesIt(string path, string? header, string? accept, int version)
    {
        using var guest = await house.GuestAsync(Still);
        var answer = await guest.GetAsync($"api/{path}", Headers(header, accept));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal((version == 1 ? V1 : V2, $"{version}"), (answer.Headers["Content-Type"], answer.Headers["API-Version"]));
        Assert.Equal(
            version == 1
                ? """{"id":1,"email":"alice.smith@example.com","username":"alicesmith","name":"Alice Smith","created_at":"2025-10-15T11:00:00.000Z"}"""
                : """{"id":1,"email":"alice.smith@example.com","username":"alicesmith","name":{"first":"Alice","last":"Smith"},"created_at":"2025-10-15T11:00:00.000Z"}""",
            answer.Body);
        Assert.Equal(("public, max-age=60", "1, 2", "1"),
            (answer.Headers["Cache-Control"], answer.Headers["api-supported-versions"], answer.Headers["api-deprecated-versions"]));
    }

    [Fact]
    public async Task PlainJson_IsAnsweredAsPlainJson_InTheDefaultVersion()
    {
        using var guest = await house.GuestAsync(Still);
        var answer = await guest.GetAsync("api/users/1", ("Accept", "application/json"));

        Assert.Equal(("application/json", "1"), (answer.Headers["Content-Type"], answer.Headers["API-Version"]));
    }

    [Fact]
    public async Task Weights_DecideBetweenVersions_AndZeroExcludes()
    {
        using var guest = await house.GuestAsync(Still);

        Assert.Equal("2", (await guest.GetAsync("api/users/1", ("Accept", $"{V1};q=0.4, {V2};q=0.5"))).Headers["API-Version"]);
        Assert.Equal("2", (await guest.GetAsync("api/users/1", ("Accept", $"*/*, {V1};q=0"))).Headers["API-Version"]);
        (await guest.GetAsync("api/users/1", ("Accept", $"{V1};q=0"))).IsProblem(406, "not-acceptable");
    }

    [Theory]
    [InlineData("v9/users/1", null, null, 404, "not-found", null)]
    [InlineData("v01/users/1", null, null, 404, "not-found", null)]
    [InlineData("users/1", "9", null, 400, "unsupported-version", "API-Version")]
    [InlineData("users/1", "2.0", null, 400, "unsupported-version", "API-Version")]
    [InlineData("users/1?version=02", null, null, 400, "unsupported-version", "version")]
    [InlineData("users/1?version=v2", null, null, 400, "unsupported-version", "version")]
    [InlineData("users/1?version=", null, null, 400, "unsupported-version", "version")]
    [InlineData("users/1", null, "application/vnd.visualizer.v9+json", 406, "not-acceptable", null)]
    [InlineData("users/1", null, "text/html", 406, "not-acceptable", null)]
    [InlineData("users/1", null, "application/json;q=2", 400, "invalid-header", "Accept")]
    [InlineData("users/1?version=1&version=1", null, null, 400, "conflicting-versions", "version")]
    [InlineData("users/1?version=1", "2", null, 400, "conflicting-versions", "API-Version")]
    [InlineData("users/1", "2", V1, 400, "conflicting-versions", "Accept")]
    [InlineData("v1/users/1?version=2", null, null, 400, "conflicting-versions", "version")]
    [InlineData("v1/users/1", "2", null, 400, "conflicting-versions", "API-Version")]
    [InlineData("v1/users/1", "9", null, 400, "unsupported-version", "API-Version")]
    [InlineData("v1/users/1", null, V2, 400, "conflicting-versions", "Accept")]
    public async Task WhatCannotBeGiven_IsRefusedWhereItWasAsked(string path, string? header, string? accept, int status, string slug, string? field)
    {
        using var guest = await house.GuestAsync(Still);
        var refused = (await guest.GetAsync($"api/{path}", Headers(header, accept))).IsProblem(status, slug, field);

        Assert.Equal("1, 2", refused.Headers["api-supported-versions"]);
        Assert.Equal(path.StartsWith("users", StringComparison.Ordinal), refused.Headers.ContainsKey("Vary"));
        Assert.False(refused.Headers.ContainsKey("API-Version"));
    }

    [Fact]
    public async Task NotAcceptable_ListsWhatThereIs()
    {
        using var guest = await house.GuestAsync(Still);
        var refused = (await guest.GetAsync("api/users/1", ("Accept", "text/html"))).IsProblem(406, "not-acceptable");

        Assert.Equal([V1, V2, "application/json"], refused.Json.GetProperty("details").GetProperty("available").EnumerateArray().Select(m => m.GetString()));
    }

    [Fact]
    public async Task HeaderGivenTwice_IsRefused_AndTwoLinesOfAcceptAreOneList()
    {
        using var guest = await house.GuestAsync(Still);

        (await guest.GetAsync("api/users/1", ("API-Version", "2"), ("API-Version", "2"))).IsProblem(400, "conflicting-versions", "API-Version");
        Assert.Equal("2", (await guest.GetAsync("api/users/1", ("Accept", $"{V1};q=0.5"), ("Accept", V2))).Headers["API-Version"]);
    }

    [Fact]
    public async Task BodyInAVersionNobodyKnows_Is415_ThatSaysWhichAreRead()
    {
        using var guest = await house.GuestAsync(Still);
        using var body = new StringContent("{}", System.Text.Encoding.UTF8, "application/vnd.visualizer.v9+json");
        var refused = (await guest.SendAsync(HttpMethod.Get, "api/users/1", body)).IsProblem(415, "unsupported-media-type");

        Assert.Equal($"{V1}, {V2}, application/json", refused.Headers["Accept"]);
    }

    [Theory]
    [InlineData("v1/users/101")]
    [InlineData("v2/users/0")]
    [InlineData("users/-1")]
    [InlineData("users/1.5")]
    [InlineData("users/alice")]
    [InlineData("users/99999999999999999999")]
    public async Task UserThatIsNotThere_Is404(string path)
    {
        using var guest = await house.GuestAsync(Still);
        (await guest.GetAsync($"api/{path}")).IsProblem(404, "not-found");
    }

    [Fact]
    public async Task EntityTag_IsTheVersionsOwn_AndRevalidates()
    {
        using var guest = await house.GuestAsync(Still);
        var (first, second) = (await guest.GetAsync("api/users/1"), await guest.GetAsync("api/users/1?version=2"));
        var (tag1, tag2) = (first.Headers["ETag"], second.Headers["ETag"]);

        Assert.NotEqual(tag1, tag2);
        Assert.Equal(tag1, (await guest.GetAsync("api/v1/users/1")).Headers["ETag"]);
        var unchanged = await guest.GetAsync("api/users/1", ("If-None-Match", tag1));
        Assert.Equal((HttpStatusCode.NotModified, ""), (unchanged.Status, unchanged.Body));
        Assert.Equal((tag1, "Accept, API-Version", "public, max-age=60"), (unchanged.Headers["ETag"], unchanged.Headers["Vary"], unchanged.Headers["Cache-Control"]));
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync("api/users/1?version=2", ("If-None-Match", tag1))).Status);
        Assert.Equal(HttpStatusCode.NotModified, (await guest.GetAsync("api/users/1?version=2", ("If-None-Match", $"{tag1}, W/{tag2}"))).Status);
    }

    [Fact]
    public async Task Vary_IsOnEveryNegotiatedAnswer_AndOnNoOther()
    {
        using var guest = await house.GuestAsync(Still);
        string[] negotiated = ["api/users/1", "api/users/1?version=2", "api/users/101", "api/users/1?version=9"];

        foreach (var path in negotiated)
            Assert.Equal("Accept, API-Version", (await guest.GetAsync(path)).Headers["Vary"]);
        Assert.Equal("Accept, API-Version", (await guest.GetAsync("api/users/1", ("Accept", "text/html"))).Headers["Vary"]);
        Assert.False((await guest.GetAsync("api/v1/users/1")).Headers.ContainsKey("Vary"));
        Assert.False((await guest.GetAsync("api/v9/users/1")).Headers.ContainsKey("Vary"));
    }

    [Fact]
    public async Task Methods_AreThoseOfARead()
    {
        using var guest = await house.GuestAsync(Still);
        var head = await guest.SendAsync(HttpMethod.Head, "api/v2/users/1");

        Assert.Equal((HttpStatusCode.OK, "", "2"), (head.Status, head.Body, head.Headers["API-Version"]));
        Assert.Contains("GET", (await guest.SendAsync(HttpMethod.Delete, "api/v1/users/1")).IsProblem(405, "method-not-allowed").Headers["Allow"], StringComparison.Ordinal);
        (await guest.SendAsync(HttpMethod.Delete, "api/v9/users/1")).IsProblem(404, "not-found");
    }

    private static (string, string)[] Headers(string? version, string? accept) =>
        [.. version is null ? [] : new[] { ("API-Version", version) }, .. accept is null ? [] : new[] { ("Accept", accept) }];
}
