using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Tests.Support;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Tests.Wire;

public sealed class JsonBodyTests : IAsyncLifetime
{
    private TinyApi _api = null!;

    internal sealed record Order(long? ProductId, string? Note, double? Price, bool? Gift, IReadOnlyList<string>? Tags, Address? ShipTo, DateTimeOffset? At);

    internal sealed record Address(string? City);

    public async Task InitializeAsync() => _api = await TinyApi.StartAsync(app =>
    {
        app.UseProblems();
        app.UseRouting();
        app.MapPost("/orders", async Task<IResult> (HttpContext http) =>
            await JsonBody.ReadAsync<Order>(http) is { Problem: { } problem } ? problem : TypedResults.Ok("read"));
        app.MapPost("/echo", async Task<IResult> (HttpContext http) =>
        {
            var read = await JsonBody.ReadAsync<Order>(http);
            return read.Problem is { } problem ? problem : TypedResults.Ok(read.Value);
        });
        app.MapPost("/optional", async Task<IResult> (HttpContext http) =>
        {
            var read = await JsonBody.ReadOptionalAsync<Address>(http);
            return read.Problem is { } problem ? problem : TypedResults.Text(read.Value?.City ?? "none");
        });
        app.MapPatch("/orders", async Task<IResult> (HttpContext http) =>
        {
            var read = await JsonBody.ReadAsync<JsonElement>(http, [MediaType.MergePatch, MediaType.JsonPatch]);
            return read.Problem is { } problem ? problem : TypedResults.Text($"{MediaType.Of(http.Request)} {read.Value}");
        });
    });

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Body_WithEveryKind_IsReadAndWrittenInSnakeCase()
    {
        const string Sent = """{"product_id":1,"note":"ü + \"x\"","price":1.5,"gift":false,"tags":["a"],"ship_to":{"city":null},"at":"2026-01-23T12:00:00+01:00"}""";

        using var response = await _api.SendAsync("POST", "/echo", Sent);

        Assert.Equal(Sent.Replace("2026-01-23T12:00:00+01:00", "2026-01-23T11:00:00.000Z"), await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("""{"product_id":"7"}""", "product_id")]
    [InlineData("""{"product_id":1.0}""", "product_id")]
    [InlineData("""{"product_id":1e2}""", "product_id")]
    [InlineData("""{"product_id":9223372036854775808}""", "product_id")]
    [InlineData("""{"product_id":true}""", "product_id")]
    [InlineData("""{"product_id":[1]}""", "product_id")]
    [InlineData("""{"price":"1"}""", "price")]
    [InlineData("""{"price":1e999}""", "price")]
    [InlineData("""{"note":1}""", "note")]
    [InlineData("""{"note":{}}""", "note")]
    [InlineData("""{"gift":"yes"}""", "gift")]
    [InlineData("""{"tags":"a"}""", "tags")]
    [InlineData("""{"tags":["a",null]}""", "tags/1")]
    [InlineData("""{"tags":["a",2]}""", "tags/1")]
    [InlineData("""{"ship_to":[]}""", "ship_to")]
    [InlineData("""{"ship_to":{"city":5}}""", "ship_to/city")]
    [InlineData("""{"at":"yesterday"}""", "at")]
    [InlineData("""{"Product_Id":1}""", "Product_Id")]
    [InlineData("""{"a/b~c d":1}""", "a~1b~0c%20d")]
    [InlineData("""{"note":"a","note":"a"}""", "note")]
    [InlineData("""{"ship_to":{"city":"a","\u0063ity":"b"}}""", "ship_to/city")]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    [InlineData("7", null)]
    public async Task Json_OfAnotherShape_Is400AtItsPlace(string body, string? field)
    {
        using var response = await _api.SendAsync("POST", "/orders", body);

        var problem = await ProblemAssert.IsAsync(response, "invalid-body", 400);
        Assert.Equal([field], ProblemAssert.Fields(problem));
        Assert.DoesNotContain("System.", problem.GetRawText());
    }

    [Fact]
    public async Task Json_WrongInManyPlaces_NamesAllOfThem()
    {
        using var response = await _api.SendAsync("POST", "/orders", """{"product_id":"7","colour":1,"note":2,"note":"x"}""");

        var problem = await ProblemAssert.IsAsync(response, "invalid-body", 400);
        Assert.Equal(["product_id", "colour", "note", "note"], ProblemAssert.Fields(problem));
    }

    [Theory]
    [InlineData("{", "ends too early, at line 1, column 2")]
    [InlineData("{\n  \"note\": \"ü\" x", "line 2, column 15")]
    [InlineData("{\"note\":1,}", "line 1, column 11")]
    [InlineData("{'note':1}", "line 1, column 2")]
    [InlineData("{} // done", "line 1, column 4")]
    [InlineData("{}{}", "line 1, column 3")]
    [InlineData("NaN", "line 1, column 1")]
    [InlineData("{\"note\":\"\\ud800\"}", "half of a character")]
    [InlineData("{\"\\udc00\":1}", "half of a character")]
    [InlineData("\ufeff{}", "line 1, column 1")]
    [InlineData(" ", "ends too early")]
    public async Task NotJson_Is400WithThePosition(string body, string says)
    {
        using var response = await _api.SendAsync("POST", "/orders", body);

        var problem = await ProblemAssert.IsAsync(response, "malformed-json", 400);
        Assert.Contains(says, problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task NotUtf8_Is400()
    {
        using var response = await _api.SendAsync("POST", "/orders", [(byte)'"', 0xC3, 0x28, (byte)'"']);

        Assert.Equal("The body is not UTF-8.", (await ProblemAssert.IsAsync(response, "malformed-json", 400)).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task DeeplyNestedJson_Is400()
    {
        using var response = await _api.SendAsync("POST", "/orders", new string('[', 30_000));

        await ProblemAssert.IsAsync(response, "malformed-json", 400);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/vnd.visualizer.v2+json")]
    [InlineData("application/json, application/json")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("nonsense")]
    [InlineData(null)]
    public async Task OtherMediaType_Is415WithAccept(string? type)
    {
        using var response = await _api.SendAsync("POST", "/orders", "{", type);

        await ProblemAssert.IsAsync(response, "unsupported-media-type", 415);
        Assert.Equal("application/json", Assert.Single(response.Headers.GetValues("Accept")));
        Assert.False(response.Headers.Contains("Accept-Patch"));
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON;charset=\"UTF-8\"")]
    [InlineData("application/json; profile=x")]
    public async Task JsonMediaType_WithParameters_IsRead(string type)
    {
        using var response = await _api.SendAsync("POST", "/orders", "{}", type);

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task Patch_ReadsTheTypesItNames()
    {
        using var merge = await _api.SendAsync("PATCH", "/orders", """{"a":null}""", MediaType.MergePatch);
        using var plain = await _api.SendAsync("PATCH", "/orders", "{}");
        using var twice = await _api.SendAsync("PATCH", "/orders", """{"a":{"b":1,"b":2}}""", MediaType.MergePatch);

        Assert.Equal("""application/merge-patch+json {"a":null}""", await merge.Content.ReadAsStringAsync());
        await ProblemAssert.IsAsync(plain, "unsupported-media-type", 415);
        Assert.Equal("application/merge-patch+json, application/json-patch+json", Assert.Single(plain.Headers.GetValues("Accept-Patch")));
        Assert.Equal(["a/b"], ProblemAssert.Fields(await ProblemAssert.IsAsync(twice, "invalid-body", 400)));
    }

    [Theory]
    [InlineData(JsonBody.MaxBytes, false, 200)]
    [InlineData(JsonBody.MaxBytes, true, 200)]
    [InlineData(JsonBody.MaxBytes + 1, false, 413)]
    [InlineData(JsonBody.MaxBytes + 1, true, 413)]
    [InlineData(JsonBody.MaxBytes * 20, true, 413)]
    public async Task Body_OverTheBound_Is413(int size, bool chunked, int status)
    {
        var body = Encoding.UTF8.GetBytes("{}".PadRight(size));

        using var response = await _api.SendAsync("POST", "/orders", body, chunked: chunked);

        Assert.Equal(status, (int)response.StatusCode);
        if (status == 413)
            await ProblemAssert.IsAsync(response, "payload-too-large", 413);
    }

    [Fact]
    public async Task NoBody_Is400OnlyWhereOneIsNeeded()
    {
        using var needed = await _api.SendAsync("POST", "/orders");
        using var emptyNeeded = await _api.SendAsync("POST", "/orders", [], chunked: true);
        using var optional = await _api.SendAsync("POST", "/optional");
        using var emptyOptional = await _api.SendAsync("POST", "/optional", [], chunked: true);
        using var given = await _api.SendAsync("POST", "/optional", """{"city":"Bern"}""");
        using var wrong = await _api.SendAsync("POST", "/optional", "null");

        await ProblemAssert.IsAsync(needed, "malformed-json", 400);
        await ProblemAssert.IsAsync(emptyNeeded, "malformed-json", 400);
        Assert.Equal("none", await optional.Content.ReadAsStringAsync());
        Assert.Equal("none", await emptyOptional.Content.ReadAsStringAsync());
        Assert.Equal("Bern", await given.Content.ReadAsStringAsync());
        await ProblemAssert.IsAsync(wrong, "invalid-body", 400);
    }
}
