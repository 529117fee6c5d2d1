using System.Text.Json.Nodes;
using Visualizer.DemoApi.Labs.ApiDocumentation.Core;

namespace Visualizer.DemoApi.Tests.Labs.ApiDocumentation.Core;

public sealed class LintTests
{
    private const string Clean = """
        {"openapi":"3.1.0","paths":{"/items":{"post":{
          "operationId":"addItem","summary":"Add an item","tags":["Items"],
          "parameters":[{"name":"dry","in":"query","required":true,"description":"Try only.","schema":{"type":"boolean"}}],
          "requestBody":{"content":{"application/json":{"example":{"name":"lamp"},"schema":{"$ref":"#/components/schemas/New"}}}},
          "responses":{"201":{"description":"made"},"422":{"description":"no"}}}}},
         "components":{"schemas":{"New":{"type":"object","required":["name","size"],"properties":{"name":{"type":"string"},"size":{"type":"integer","minimum":3}}}}}}
        """;

    private static ApiText With(Action<JsonObject> change)
    {
        var root = JsonNode.Parse(Clean)!.AsObject();
        change(root["paths"]!["/items"]!["post"]!.AsObject());
        return new(root);
    }

    [Fact]
    public void Of_CleanDocument_FindsNothing() => Assert.Empty(Lint.Of(With(_ => { })));

    [Theory]
    [InlineData("operationId", "operation-operationId")]
    [InlineData("summary", "operation-description")]
    [InlineData("tags", "operation-tags")]
    [InlineData("responses", "operation-4xx-response")]
    public void Of_MissingMember_NamesTheRule(string member, string rule) =>
        Assert.Equal(rule, Assert.Single(Lint.Of(With(operation => operation.Remove(member)))).Rule);

    [Theory]
    [InlineData("get1", true)]
    [InlineData("operation_2", true)]
    [InlineData("getItems", false)]
    public void Of_VagueName_IsFound(string id, bool found) =>
        Assert.Equal(found, Lint.Of(With(operation => operation["operationId"] = id)).Any(f => f.Rule == "operation-operationId-telling"));

    [Fact]
    public void Of_ParameterAndBodyWithoutWords_AreFoundAtTheirPlace()
    {
        var findings = Lint.Of(With(operation =>
        {
            operation["parameters"]![0]!.AsObject().Remove("description");
            operation["requestBody"]!["content"]!["application/json"]!.AsObject().Remove("example");
        }));

        Assert.Equal(["oas3-parameter-description", "request-body-example"], findings.Select(f => f.Rule));
        Assert.Equal("/paths/~1items/post/requestBody", findings[1].Pointer);
    }

    [Fact]
    public void Request_IsBuiltFromExamplesFirst()
    {
        var document = With(_ => { });
        var request = StrangersRequest.For(document, document.Operations[0]);

        Assert.Equal(("POST", "/items?dry=true", """{"name":"lamp"}"""), (request.Method, request.Address, request.Body));
    }

    [Fact]
    public void Request_WithoutExample_IsTheSmallestThatTheSchemaAllows()
    {
        var document = With(operation => operation["requestBody"]!["content"]!["application/json"]!.AsObject().Remove("example"));

        Assert.Equal("""{"name":"string","size":3}""", StrangersRequest.For(document, document.Operations[0]).Body);
    }

    [Fact]
    public void BreakingChanges_GoneRetypedAndLoosened_AreTold_NewOnesNot()
    {
        var document = new ApiText([]);
        var older = JsonNode.Parse("""{"required":["a","b","c"],"properties":{"a":{"type":"string"},"b":{"type":"string"},"c":{"type":"integer"}}}""");
        var newer = JsonNode.Parse("""{"required":["a"],"properties":{"a":{"type":"object"},"c":{"type":"integer"},"d":{"type":"string"}}}""");

        Assert.Equal(["a was string and is object", "b is gone", "c may be missing now"], BreakingChanges.Between(document, older, newer));
    }

    [Fact]
    public void Resolve_ReferenceToItself_Ends()
    {
        var document = new ApiText(JsonNode.Parse("""{"a":{"$ref":"#/a"}}""")!.AsObject());
        Assert.NotNull(document.Resolve(document.At("/a")));
    }
}
