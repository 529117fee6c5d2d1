using System.Net;
using Visualizer.Tests.Support;
using static Visualizer.DemoApi.Tests.Labs.HttpCaching.Shop;

namespace Visualizer.DemoApi.Tests.Labs.HttpCaching;

public sealed class LostUpdateTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task OfTwoEditorsWithOneEtag_TheSecondIsToldSo()
    {
        using var guest = await house.GuestAsync(Still);
        var seen = (await guest.GetAsync(Origin)).Says("ETag");
        var first = await PutAsync(guest, Origin, 100, ("If-Match", seen));
        (await PutAsync(guest, Origin, 200, ("If-Match", seen))).IsProblem(412, "precondition-failed");

        Assert.Equal((HttpStatusCode.OK, 2L), (first.Status, first.Json.GetProperty("version").GetInt64()));
        var now = await guest.GetAsync(Origin);
        Assert.Equal((100, first.Says("ETag"), first.Body), (now.Price(), now.Says("ETag"), now.Body));
        Assert.Equal("Short.", now.Json.GetProperty("description").GetString());
        var refused = Assert.Single(await DataAsync(guest, "write_refused"));
        Assert.Equal((412, seen, now.Says("ETag")), (refused.GetProperty("status").GetInt32(), refused.GetProperty("guard").GetString(), refused.GetProperty("etag").GetString()));
    }

    [Fact]
    public async Task WhoNamesNoState_Is428_AndWhoNamesAny_Overwrites()
    {
        using var guest = await house.GuestAsync(Still);
        var refused = (await PutAsync(guest, Origin, 100)).IsProblem(428, "precondition-required");
        (await PutAsync(guest, Origin, 100, ("If-None-Match", "\"x\""))).IsProblem(428, "precondition-required");
        Assert.Equal("no-store", refused.Says("Cache-Control"));

        Assert.Equal(HttpStatusCode.OK, (await PutAsync(guest, Origin, 100, ("If-Match", "*"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(guest, Origin, 200, ("If-Match", "*"))).Status);
        Assert.Equal(200, (await guest.GetAsync(Origin)).Price());
    }

    [Theory]
    [InlineData("weak")]
    [InlineData("none")]
    public async Task WithoutAStrongEtag_NothingGuards(string kind)
    {
        using var guest = await OpenAsync(house, "no-cache", kind);
        var seen = (await guest.GetAsync(Origin)).Says("ETag");
        (await PutAsync(guest, Origin, 100, ("If-Match", seen.Length > 0 ? seen : "\"1\""))).IsProblem(412, "precondition-failed");
    }

    [Fact]
    public async Task ManyEditorsAtOnce_OneWins()
    {
        using var guest = await house.GuestAsync(Still);
        var seen = (await guest.GetAsync(Origin)).Says("ETag");
        var answers = await Task.WhenAll(Enumerable.Range(1, 20).Select(price => PutAsync(guest, Origin, price, ("If-Match", seen))));

        var won = Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(19, answers.Count(answer => answer.Status == HttpStatusCode.PreconditionFailed));
        Assert.Equal(won.Price(), (await guest.GetAsync(Origin)).Price());
    }

    [Fact]
    public async Task Absent_IsCreatedOnlyByThoseWhoSayCreate()
    {
        using var guest = await house.GuestAsync(Still);
        (await PutAsync(guest, "api/products/150", 100)).IsProblem(428, "precondition-required");
        (await PutAsync(guest, "api/products/150", 100, ("If-Match", "*"))).IsProblem(412, "precondition-failed");
        (await PutAsync(guest, "api/products/150", 100, ("If-Match", "\"1\""))).IsProblem(412, "precondition-failed");
        var made = await PutAsync(guest, "api/products/150", 100, ("If-None-Match", "*"));

        Assert.Equal((HttpStatusCode.Created, $"/s/{guest.Id}/api/products/150"), (made.Status, made.Says("Location")));
        Assert.Equal((1L, 150L), (made.Json.GetProperty("version").GetInt64(), made.Json.GetProperty("id").GetInt64()));
        Assert.Equal(made.Body, (await guest.GetAsync("api/products/150")).Body);
        (await PutAsync(guest, "api/products/150", 100, ("If-None-Match", "*"))).IsProblem(412, "precondition-failed");
    }

    [Fact]
    public async Task Delete_HonoursIfMatch_AndIsGoneTheSecondTime()
    {
        using var guest = await house.GuestAsync(Still);
        (await guest.SendAsync(HttpMethod.Delete, Origin, null, ("If-Match", "\"old\""))).IsProblem(412, "precondition-failed");
        var seen = (await guest.GetAsync(Origin)).Says("ETag");

        Assert.Equal(HttpStatusCode.NoContent, (await guest.SendAsync(HttpMethod.Delete, Origin, null, ("If-Match", seen))).Status);
        (await guest.SendAsync(HttpMethod.Delete, Origin)).IsProblem(404, "not-found");
        (await guest.GetAsync(Origin)).IsProblem(404, "not-found");
    }

    [Fact]
    public async Task MadeAnew_HasAnotherTagThanItsNamesakeHad()
    {
        using var guest = await house.GuestAsync(Still);
        var seen = (await guest.GetAsync(Origin)).Says("ETag");
        await guest.SendAsync(HttpMethod.Delete, Origin);
        var made = await PutAsync(guest, Origin, 100, ("If-None-Match", "*"));

        Assert.Equal(1, made.Json.GetProperty("version").GetInt64());
        Assert.NotEqual(seen, made.Says("ETag"));
    }

    // Route, readable, exists and fresh, valid: the order of errors.
    [Theory]
    [InlineData("abc", "not json", 404, "not-found")]
    [InlineData("1", "not json", 400, "malformed-json")]
    [InlineData("1", """{"name":5}""", 400, "invalid-body")]
    [InlineData("1", """{"name":""}""", 428, "precondition-required")]
    [InlineData("150", """{"name":""}""", 428, "precondition-required")]
    public async Task SeveralFaults_AreToldInTheOrderOfTheGates(string id, string body, int status, string slug)
    {
        using var guest = await house.GuestAsync(Still);
        Assert.Equal((status, true), ((int)(await guest.PutAsync($"api/products/{id}", body)).Status, true));
        Assert.EndsWith(slug, (await guest.PutAsync($"api/products/{id}", body)).Json.GetProperty("type").GetString());
    }

    [Fact]
    public async Task InvalidBody_IsAskedAfterTheState_AndTellsAllViolations()
    {
        using var guest = await house.GuestAsync(Still);
        var broken = """{"name":"","price_cents":-1}""";
        (await guest.SendAsync(HttpMethod.Put, Origin, broken, ("If-Match", "\"old\""))).IsProblem(412, "precondition-failed");
        var invalid = (await guest.SendAsync(HttpMethod.Put, Origin, broken, ("If-Match", "*"))).IsProblem(422, "validation-error", "name");

        Assert.Equal(["#/name", "#/description", "#/price_cents"], invalid.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("pointer").GetString()));
    }

    [Fact]
    public async Task Shop_IsFullAtItsBound()
    {
        using var guest = await house.GuestAsync(Still);
        foreach (var id in Enumerable.Range(101, 100))
            Assert.Equal(HttpStatusCode.Created, (await PutAsync(guest, $"api/products/{id}", 1, ("If-None-Match", "*"))).Status);

        (await PutAsync(guest, "api/products/201", 1, ("If-None-Match", "*"))).IsProblem(409, "conflict");
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(guest, "api/products/200", 2, ("If-Match", "*"))).Status);
    }
}
