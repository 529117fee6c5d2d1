using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Labs.ApiDocumentation;

/// <summary>Documents are a visitor's text: none may end the process, hold it up, or send anything elsewhere.</summary>
public sealed class HostileDocumentTests(House house) : IClassFixture<House>
{
    private const string FirstSchema = """{"$ref":"#/components/schemas/S0"}""";

    private static async Task<JsonElement> TryAsync(Guest guest, string path, string method, string operation, string components = "{}")
    {
        var document = new JsonObject
        {
            ["paths"] = new JsonObject { [path] = new JsonObject { [method] = JsonNode.Parse(operation) } },
            ["components"] = JsonNode.Parse(components),
        };
        var answer = await guest.PostAsync("api/documents/stranger", new JsonObject { ["document"] = document }.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Json.GetProperty("operations")[0];
    }

    private static Task<JsonElement> TrySchemaAsync(Guest guest, string schema, string schemas) =>
        TryAsync(guest, "/items", "get", Around("responses", Around("200", Around("content", Media(schema)))), Around("schemas", schemas));

    private static Task<JsonElement> TryBodyAsync(Guest guest, string schema, string schemas = "{}") =>
        TryAsync(guest, "/items", "post", Around("requestBody", Around("content", Media(schema))), Around("schemas", schemas));

    private static string Media(string schema) => Around("application/json", Around("schema", schema));

    private static string Around(string name, string json) => $"{{\"{name}\":{json}}}";

    private static string Why(JsonElement call) => call.GetProperty("why").GetString()!;

    [Theory]
    [InlineData("""{"S0":{"$ref":"#/components/schemas/S0"}}""")]
    [InlineData("""{"S0":{"allOf":[{"$ref":"#/components/schemas/B"}]},"B":{"anyOf":[{"$ref":"#/components/schemas/S0"}]}}""")]
    [InlineData("""{"S0":{"$ref":"#"}}""")]
    [InlineData("""{"S0":{"$anchor":"here","$ref":"#here"}}""")]
    [InlineData("""{"S0":{"$dynamicAnchor":"here","$dynamicRef":"#here"}}""")]
    [InlineData("""{"S0":{"$ref":"http://127.0.0.1:1/schema.json"}}""")]
    [InlineData("""{"S0":{"$ref":"file:///etc/hostname"}}""")]
    public async Task Schema_ThatLeadsInACircleOrAway_IsNotFollowed(string schemas)
    {
        using var guest = await house.GuestAsync();
        var call = await TrySchemaAsync(guest, FirstSchema, schemas);

        Assert.Equal("contradicts", call.GetProperty("verdict").GetString());
        Assert.Contains("cannot be used", Why(call), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schema_ThatBranchesAtEachOfFortySteps_IsNotFollowed()
    {
        using var guest = await house.GuestAsync();
        var schemas = new JsonObject { ["S40"] = new JsonObject() };
        for (var i = 0; i < 40; i++)
            schemas[$"S{i}"] = JsonNode.Parse($$$"""{"anyOf":[{"$ref":"#/components/schemas/S{{{i + 1}}}"},{"$ref":"#/components/schemas/S{{{i + 1}}}"}]}""");

        Assert.Contains("20000 steps", Why(await TrySchemaAsync(guest, FirstSchema, schemas.ToJsonString())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schema_OfATree_IsJudged()
    {
        using var guest = await house.GuestAsync();
        var call = await TrySchemaAsync(guest, FirstSchema, """{"S0":{"additionalProperties":{"$ref":"#/components/schemas/S0"},"items":{"$ref":"#/components/schemas/S0"}}}""");

        Assert.Equal("works", call.GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task Body_OfSchemasThatRequireEachOther_StaysSmall()
    {
        using var guest = await house.GuestAsync();
        var properties = string.Join(',', "abcdefgh".Select(name => $"\"{name}\":{FirstSchema}"));
        var call = await TryBodyAsync(guest, FirstSchema, """{"S0":{"type":"object","required":["a","b","c","d","e","f","g","h"],"properties":{""" + properties + "}}}");

        Assert.Equal(413, call.GetProperty("status").GetInt32()); // as large as a body may be and not more
    }

    [Theory]
    [InlineData("""{"type":"object","required":["a","a"]}""", """{"a":null}""")]
    [InlineData("""{"type":"object","required":[1,null]}""", "{}")]
    [InlineData("""{"type":"object","required":["a"],"properties":[1]}""", """{"a":null}""")]
    [InlineData("""[1]""", "null")]
    public async Task Body_OfASchemaThatIsNone_IsAGuess(string schema, string body)
    {
        using var guest = await house.GuestAsync();
        Assert.Equal(body, (await TryBodyAsync(guest, schema)).GetProperty("body").GetString());
    }

    [Fact]
    public async Task Header_WithALineBreak_SendsNothing_NoSecondRequestNeither()
    {
        using var guest = await house.GuestAsync();
        var smuggled = $@"a\r\n\r\nPOST /s/{guest.Id}/sandbox/reset HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n";
        var call = await TryAsync(guest, "/items", "get", $$"""{"parameters":[{"name":"X-A","in":"header","required":true,"example":"{{smuggled}}"}]}""");

        Assert.Equal(("unsent", "The header X-A would hold a line break, which no header can."), (call.GetProperty("verdict").GetString(), Why(call)));
        Assert.Equal(0, (await guest.GetAsync("sandbox")).Json.GetProperty("epoch").GetInt32());
    }

    [Fact]
    public async Task Header_ThatMakesTheMessage_IsNotTakenFromADocument()
    {
        using var guest = await house.GuestAsync();
        var call = await TryAsync(guest, "/items", "get", """
            {"parameters":[{"name":"Host","in":"header","required":true,"example":"elsewhere"},{"name":"Connection","in":"header","required":true,"example":"upgrade"}],"responses":{"2XX":{}}}
            """);

        Assert.Equal("contradicts", call.GetProperty("verdict").GetString()); // it was answered: with a body, and none is promised
        Assert.Equal(200, call.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("/documents/stranger")]
    [InlineData("/Documents/%73tranger/")]
    public async Task Path_OfTheStrangerItself_IsNotSent(string path)
    {
        using var guest = await house.GuestAsync();
        var call = await TryAsync(guest, path, "post", """{"requestBody":{"content":{"application/json":{"example":{"document":{"paths":{"/items":{"get":{}}}}}}}}}""");

        Assert.Equal(("unsent", "The stranger does not send strangers."), (call.GetProperty("verdict").GetString(), Why(call)));
    }
}
