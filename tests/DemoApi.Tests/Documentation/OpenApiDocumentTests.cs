using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Visualizer.DemoApi.Documentation;
using Visualizer.DemoApi.Labs.ApiDocumentation;
using Visualizer.DemoApi.Tests.Support;

namespace Visualizer.DemoApi.Tests.Documentation;

public sealed class OpenApiDocumentTests(DocumentedApi documented) : IClassFixture<DocumentedApi>
{
    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(member => member.Name);

    private static IEnumerable<string?> Texts(JsonElement json) => json.EnumerateArray().Select(item => item.GetString());

    private IEnumerable<string> Examples(string path, string method, string status) =>
        Names(documented.Operation(path, method).GetProperty("responses").GetProperty(status).GetProperty("content").GetProperty("application/problem+json").GetProperty("examples"));

    [Fact]
    public void Paths_AreTheDescribedCallsWithoutPrefix()
    {
        Assert.Equal("3.1.1", documented.Document.GetProperty("openapi").GetString());
        Assert.Equal(
            ["/boom", "/users/{id}", "/orders", "/orders/{id}", "/limits/{algorithm}", "/products/{id}"],
            Names(documented.Document.GetProperty("paths")));
        Assert.Equal(["get", "put", "delete", "head"], Names(documented.Document.GetProperty("paths").GetProperty("/products/{id}")));
    }

    [Fact]
    public async Task Server_IsTheSandboxInsideAndATemplateOutside()
    {
        var inside = JsonElement.Parse(await documented.Api.Client.GetStringAsync("/s/abc/api/openapi.json"));
        var server = documented.Document.GetProperty("servers")[0];

        Assert.Equal("/s/abc/api", inside.GetProperty("servers")[0].GetProperty("url").GetString());
        Assert.Equal($"{documented.Api.Address.GetLeftPart(UriPartial.Authority)}/s/{{sandbox}}/api", server.GetProperty("url").GetString());
        Assert.Equal(["sandbox"], Names(server.GetProperty("variables")));
    }

    [Fact]
    public void Chapters_AreAlphabeticalAndDescribed()
    {
        var tags = documented.Document.GetProperty("tags").EnumerateArray().ToList();

        Assert.Equal(["Errors", "Limits", "Orders", "Products", "Users"], tags.Select(tag => tag.GetProperty("name").GetString()));
        Assert.All(tags, tag => Assert.NotEqual("", tag.GetProperty("description").GetString()));
    }

    [Fact]
    public void EveryCall_NamesTheErrorsOfItsShapeBesideItsOwn()
    {
        Assert.Equal(["invalid-header", "invalid-parameter", "invalid-request"], Examples("/boom", "get", "400").Order());
        Assert.Equal(["sandbox-not-found"], Examples("/boom", "get", "404"));
        Assert.Equal(["not-found", "sandbox-not-found"], Examples("/products/{id}", "delete", "404").Order());
        Assert.Equal(["idempotency-key-reused", "validation-error"], Examples("/orders", "post", "422").Order());
        Assert.Equal(["precondition-required"], Examples("/products/{id}", "put", "428"));
        Assert.Equal(["204", "400", "401", "404", "500", "503"], Names(documented.Operation("/products/{id}", "delete").GetProperty("responses")));
        Assert.Equal(
            ["200", "400", "401", "403", "404", "409", "412", "413", "415", "422", "428", "500", "503"],
            Names(documented.Operation("/products/{id}", "put").GetProperty("responses")));
    }

    [Fact]
    public void ErrorOfACallsOwnWords_HasItsOwnExample()
    {
        var example = documented.Operation("/products/{id}", "put").GetProperty("responses").GetProperty("409").GetProperty("content")
            .GetProperty("application/problem+json").GetProperty("examples").GetProperty("conflict").GetProperty("value");

        Assert.Equal("Another product has this name.", example.GetProperty("detail").GetString());
        Assert.Equal(ProblemAssert.Members, Names(example));
    }

    [Fact]
    public void EveryParameter_HasDescriptionKindAndExample()
    {
        var parameters = documented.Operation("/limits/{algorithm}", "get").GetProperty("parameters").EnumerateArray().ToList();

        Assert.Equal(["algorithm", "cost", "wait", "Client-Id"], parameters.SkipLast(1).Select(parameter => parameter.GetProperty("name").GetString()));
        Assert.Equal("#/components/parameters/Demo-Fault", parameters[^1].GetProperty("$ref").GetString());
        Assert.All(parameters.SkipLast(1), parameter => Assert.NotEqual("", parameter.GetProperty("description").GetString()));
        Assert.Equal("""{"examples":[1],"maximum":1000000,"minimum":1,"type":"integer","format":"int64","default":1}""", Compact(parameters[1].GetProperty("schema")));
        Assert.Equal("fixed-window", parameters[0].GetProperty("example").GetString());
    }

    [Fact]
    public void OptionalParameter_HasNoExampleThatAFormWouldSend()
    {
        var parameters = documented.Document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject())
            .SelectMany(operation => operation.Value.GetProperty("parameters").EnumerateArray())
            .Append(documented.Document.GetProperty("components").GetProperty("parameters").GetProperty("Demo-Fault"))
            .Where(parameter => parameter.TryGetProperty("name", out _) && !parameter.TryGetProperty("required", out _)).ToList();

        Assert.NotEmpty(parameters);
        Assert.All(parameters, parameter => Assert.False(parameter.TryGetProperty("example", out _)));
    }

    [Fact]
    public void NegotiatedAnswer_HasOneSchemaPerMediaType()
    {
        var content = documented.Operation("/users/{id}", "get").GetProperty("responses").GetProperty("200").GetProperty("content");

        Assert.Equal(["application/json", "application/vnd.visualizer.v1+json", "application/vnd.visualizer.v2+json"], Names(content));
        Assert.Equal("#/components/schemas/UserV2", content.GetProperty("application/vnd.visualizer.v2+json").GetProperty("schema").GetProperty("$ref").GetString());
    }

    [Fact]
    public void AnswerOfTwoShapes_IsOneOfBoth()
    {
        var page = documented.Operation("/orders", "get").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json");

        Assert.Equal(2, page.GetProperty("schema").GetProperty("oneOf").GetArrayLength());
        Assert.Equal(["example-1", "example-2"], Names(page.GetProperty("examples")));
        Assert.False(page.TryGetProperty("example", out _));
    }

    [Fact]
    public void Head_IsGetWithoutBodies()
    {
        var head = documented.Operation("/products/{id}", "head");

        Assert.Equal("headProduct", head.GetProperty("operationId").GetString());
        Assert.All(head.GetProperty("responses").EnumerateObject(), response => Assert.False(response.Value.TryGetProperty("content", out _)));
        Assert.True(head.GetProperty("responses").GetProperty("200").GetProperty("headers").TryGetProperty("ETag", out _));
    }

    [Fact]
    public void Security_IsSaidForEveryCall()
    {
        Assert.Equal("[]", Compact(documented.Operation("/boom", "get").GetProperty("security")));
        Assert.Equal("""[{},{"bearer":[]}]""", Compact(documented.Operation("/orders", "post").GetProperty("security")));
        Assert.Equal("""[{"bearer":[]}]""", Compact(documented.Operation("/products/{id}", "put").GetProperty("security")));
    }

    [Fact]
    public void Body_RequiresWhatItsRecordDeclares()
    {
        var order = documented.Schema("NewOrder");

        Assert.Equal(["product_id", "quantity"], Texts(order.GetProperty("required")));
        Assert.Equal("""{"maximum":1000,"minimum":1,"type":"integer","format":"int64"}""", Compact(order.GetProperty("properties").GetProperty("quantity")));
        Assert.Equal("""{"minimum":1,"type":"integer","format":"int64"}""", Compact(order.GetProperty("properties").GetProperty("product_id")));
        Assert.Equal(["null", "string"], Texts(order.GetProperty("properties").GetProperty("note").GetProperty("type")));
        Assert.False(order.GetProperty("additionalProperties").GetBoolean());
    }

    [Fact]
    public void Answer_HasEveryMemberAndMayGrow()
    {
        var order = documented.Schema("Order");

        Assert.Equal(Names(order.GetProperty("properties")).Order(), Texts(order.GetProperty("required")).Order());
        Assert.False(order.TryGetProperty("additionalProperties", out _));
        var customer = order.GetProperty("properties").GetProperty("customer").GetProperty("oneOf");
        Assert.Equal("#/components/schemas/FullName", customer[0].GetProperty("$ref").GetString());
        Assert.Equal("null", customer[1].GetProperty("type").GetString());
    }

    [Fact]
    public void Comments_OfTheRecordsAreTheDescriptions()
    {
        Assert.Equal("A user as version 2 shows it.", documented.Schema("UserV2").GetProperty("description").GetString());
        Assert.Equal("The given name.", documented.Schema("FullName").GetProperty("properties").GetProperty("first").GetProperty("description").GetString());
    }

    [Fact]
    public async Task SecurityScheme_ThatNoCallUses_IsNotThere()
    {
        await using var api = await TinyApi.StartAsync(
            app =>
            {
                app.MapApiDocumentation();
                app.MapGroup("/api").Chapter("C", "D").MapGet("/open", () => "").Describe("open", "Open", o => o.GivesNothing(204, "Done."));
            },
            builder => builder.Services.AddApiDocumentation());

        var components = JsonElement.Parse(await api.Client.GetStringAsync("/openapi.json")).GetProperty("components");

        Assert.False(components.TryGetProperty("securitySchemes", out _));
        Assert.True(documented.Document.GetProperty("components").GetProperty("securitySchemes").TryGetProperty("bearer", out _));
    }

    [Theory]
    [InlineData("/silent/{name}", "does not describe {name}")]
    [InlineData("/silent", "X-Nobody is not described")]
    public async Task ForgottenDescription_IsNamedInTheLog(string path, string says)
    {
        await using var api = await TinyApi.StartAsync(
            app =>
            {
                app.MapApiDocumentation();
                app.MapGroup("/api").Chapter("C", "D").MapGet(path, () => "").Describe("silent", "Silent", o => o.GivesNothing(204, "Done.", "X-Nobody"));
            },
            builder => builder.Services.AddApiDocumentation());

        using var response = await api.SendAsync("GET", "/openapi.json");

        Assert.Equal(500, (int)response.StatusCode);
        Assert.Contains(api.Log.Details, detail => detail.Contains(says));
    }

    private static string Compact(JsonElement json) => JsonSerializer.Serialize(json, Visualizer.DemoApi.Wire.WireJson.Options);
}
