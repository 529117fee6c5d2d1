using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Visualizer.DemoApi.Labs.ApiDocumentation;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Labs.ApiDocumentation;

public sealed class StrangerTests(House house) : IClassFixture<House>
{
    private static async Task<JsonElement> TryAsync(Guest guest, string mend = "", bool send = true)
    {
        var document = await guest.GetAsync($"api/openapi.flawed.json{(mend.Length > 0 ? $"?mend={mend}" : "")}");
        Assert.Equal(HttpStatusCode.OK, document.Status);
        var answer = await guest.PostAsync("api/documents/stranger", $$"""{"document":{{document.Body}},"send":{{(send ? "true" : "false")}}}""");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Json;
    }

    [Fact]
    public async Task Flawed_IsValidAndHasSevenOperations_OfWhichThreeWork()
    {
        using var guest = await house.GuestAsync();
        var report = await TryAsync(guest);

        Assert.Equal(7, report.GetProperty("operations").GetArrayLength());
        Assert.Equal((3, 1), (report.GetProperty("callable").GetInt32(), report.GetProperty("contradictions").GetInt32()));
        Assert.Equal(5, report.GetProperty("findings").GetArrayLength());
        Assert.Equal("name was string and is object", Assert.Single(report.GetProperty("breaking_changes").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task Mended_WorksSevenTimes_WithoutFinding()
    {
        using var guest = await house.GuestAsync();
        var report = await TryAsync(guest, "all");

        Assert.Equal((7, 0, 0), (report.GetProperty("callable").GetInt32(), report.GetProperty("contradictions").GetInt32(), report.GetProperty("findings").GetArrayLength()));
    }

    [Fact]
    public async Task CleanForTheLinter_StillFailsAStranger()
    {
        using var guest = await house.GuestAsync();
        var report = await TryAsync(guest, "vague-id,no-errors,untagged,no-example,wrong-parameter");

        Assert.Equal((0, 5, 1), (report.GetProperty("findings").GetArrayLength(), report.GetProperty("callable").GetInt32(), report.GetProperty("contradictions").GetInt32()));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task EachDefect_IsInTheTextUntilItIsMended(string key)
    {
        using var guest = await house.GuestAsync();
        var defect = Defects.All.Single(d => d.Key == key);
        var (flawed, mended) = (await guest.GetAsync("api/openapi.flawed.json"), await guest.GetAsync($"api/openapi.flawed.json?mend={key}"));

        Assert.NotEqual(Member(flawed), Member(mended));

        string? Member(Answer document) => JsonNode.Parse(document.Body)!["paths"]![defect.Path]![defect.Method]![defect.Member]?.ToJsonString();
    }

    public static TheoryData<string> Keys => [.. Defects.All.Select(d => d.Key)];

    [Fact]
    public async Task Send_False_SendsNothingAndTellsNobody()
    {
        using var guest = await house.GuestAsync();
        var report = await TryAsync(guest, send: false);
        var events = await guest.EventsAsync();

        Assert.All(report.GetProperty("operations").EnumerateArray(), o => Assert.Equal("unsent", o.GetProperty("verdict").GetString()));
        Assert.DoesNotContain(events, e => e.GetProperty("type").GetString() == "stranger_returned");
        Assert.Single(events, e => e.GetProperty("type").GetString() == "request_received");
    }

    [Fact]
    public async Task Sent_RequestsAreRecordedLikeAnyOther_BeforeTheReport()
    {
        using var guest = await house.GuestAsync();
        await TryAsync(guest);
        var types = (await guest.EventsAsync()).Select(e => e.GetProperty("type").GetString()).ToList();

        Assert.Equal(8, types.Count(t => t == "request_received")); // the order, and seven of the stranger
        Assert.Equal(7, types.Take(types.IndexOf("stranger_returned")).Count(t => t == "response_sent"));
    }

    [Theory]
    [InlineData("""{"send":true}""")]
    [InlineData("""{"document":[]}""")]
    [InlineData("""{"document":{}}""")]
    [InlineData("""{"document":{"paths":7}}""")]
    [InlineData("""{"document":{"paths":{"/a":{"get":3}}}}""")]
    public async Task Order_WithoutOperations_Is422(string body)
    {
        using var guest = await house.GuestAsync();
        (await guest.PostAsync("api/documents/stranger", body)).IsProblem(422, "validation-error", "document");
    }

    [Theory]
    [InlineData("""{"type":17}""")]
    [InlineData("""{"$ref":"#/components/schemas/Nowhere"}""")]
    [InlineData("""{"type":"object","pattern":"(a+)+$","properties":{"$id":{"type":"string"}}}""")]
    [InlineData("""{"required":"name","minLength":-1}""")]
    [InlineData("""{"$schema":"https://json-schema.org/nowhere","$id":"x:y","allOf":{}}""")]
    public async Task Order_WithAnImpossibleSchema_IsAReport_NeverAFault(string schema)
    {
        using var guest = await house.GuestAsync();
        var response = $$"""{"200":{"content":{"application/json":{"schema":{{schema}} } } } }""";
        var document = """{"document":{"paths":{"/limits/{algorithm}":{"get":{"parameters":[{"name":"algorithm","in":"path","example":"token-bucket"}],"responses":""" + response + "}}}}}";

        Assert.Equal(HttpStatusCode.OK, (await guest.PostAsync("api/documents/stranger", document)).Status);
    }

    [Fact]
    public async Task Order_PathThatLeadsOut_IsNotFollowed()
    {
        using var guest = await house.GuestAsync();
        var report = (await guest.PostAsync("api/documents/stranger", """{"document":{"paths":{"/../sandbox":{"delete":{"responses":{"204":{}}}}}}}""")).Json;

        Assert.Equal("unsent", report.GetProperty("operations")[0].GetProperty("verdict").GetString());
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync("sandbox")).Status);
    }

    [Fact]
    public async Task Parameters_OfThePath_HoldForEachOfItsOperations_AndARangeCoversItsStatuses()
    {
        using var guest = await house.GuestAsync();
        var report = (await guest.PostAsync("api/documents/stranger", """
            {"document":{"paths":{"/products/{id}":{"parameters":[{"name":"id","in":"path","required":true,"example":1000}],
              "get":{"responses":{"4XX":{"content":{"application/problem+json":{}}}}},
              "delete":{"parameters":[{"name":"id","in":"path","required":true,"example":7}],"responses":{"204":{}}}}}}}
            """)).Json.GetProperty("operations");

        Assert.Equal(("GET /products/1000", "refused"), (report[0].GetProperty("sent").GetString(), report[0].GetProperty("verdict").GetString()));
        Assert.Equal(("DELETE /products/7", "works"), (report[1].GetProperty("sent").GetString(), report[1].GetProperty("verdict").GetString()));
    }

    [Fact]
    public async Task Flawed_UnknownDefect_NamesTheParameter()
    {
        using var guest = await house.GuestAsync();
        (await guest.GetAsync("api/openapi.flawed.json?mend=everything")).IsProblem(400, "invalid-parameter", "mend");
    }
}
