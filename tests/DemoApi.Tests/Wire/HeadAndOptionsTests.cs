using System.Net;
using System.Net.ServerSentEvents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Tests.Support;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Tests.Wire;

public sealed class HeadAndOptionsTests : IAsyncLifetime
{
    private TinyApi _api = null!;
    private string? _methodSeen;

    public async Task InitializeAsync() => _api = await TinyApi.StartAsync(app =>
    {
        app.UseProblems();
        app.Use(async (http, next) =>
        {
            await next(http);
            _methodSeen = http.Request.Method;
        });
        app.UseHeadAndOptions(http => !http.Request.Path.StartsWithSegments("/pages"));
        app.UseRouting();
        app.MapGet("/items/{id}", (string id, HttpResponse response) =>
        {
            response.Headers.ETag = "\"1\"";
            return id == "0" ? (IResult)new Problem(ProblemTypes.NotFound, "No item 0.") : TypedResults.Ok(new { id });
        });
        app.MapPut("/items/{id}", () => TypedResults.NoContent());
        app.MapDelete("/items/{id:int}", () => TypedResults.NoContent());
        app.MapPost("/items", () => TypedResults.Ok());
        app.MapGet("/events", (CancellationToken left) => TypedResults.ServerSentEvents(Endless(left)));
        app.MapGet("/missing", () => TypedResults.NotFound());
        app.MapPost("/ruled-out", () => "never").RequireHost("elsewhere.example");
        app.MapGet("/pages/x", () => "page");
        // What static assets add in Development: a last resort that any path seems to match.
        app.MapFallback("{**path:file}", () => "file").WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
    });

    public async Task DisposeAsync() => await _api.DisposeAsync();

    private static async IAsyncEnumerable<SseItem<string>> Endless([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken left)
    {
        yield return new SseItem<string>("", "ready");
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, left);
    }

    [Theory]
    [InlineData("/items/1")]
    [InlineData("/items/0")]
    [InlineData("/nowhere")]
    [InlineData("/missing")]
    public async Task Head_AnswersAsGetWithoutBody(string path)
    {
        using var get = await _api.SendAsync("GET", path);
        using var head = await _api.SendAsync("HEAD", path);

        var length = (await get.Content.ReadAsByteArrayAsync()).LongLength;
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(length, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal("HEAD", _methodSeen);
    }

    [Fact]
    public async Task Head_OfAnEventStream_EndsAtOnce()
    {
        using var head = await _api.SendAsync("HEAD", "/events");

        Assert.Equal((HttpStatusCode.OK, "text/event-stream", null), (head.StatusCode, head.Content.Headers.ContentType?.MediaType, head.Content.Headers.ContentLength));
        Assert.Empty(_api.Log.Errors);
    }

    [Theory]
    [InlineData("/items/1", "GET, HEAD, PUT, DELETE, OPTIONS")]
    [InlineData("/items/x", "GET, HEAD, PUT, OPTIONS")]
    [InlineData("/items", "POST, OPTIONS")]
    [InlineData("/missing", "GET, HEAD, OPTIONS")]
    public async Task Options_AndWrongMethods_ListAllMethodsOfTheAddress(string path, string allow)
    {
        using var options = await _api.SendAsync("OPTIONS", path);
        using var wrong = await _api.SendAsync("PATCH", path);

        Assert.Equal((HttpStatusCode.NoContent, allow), (options.StatusCode, string.Join(", ", options.Content.Headers.Allow)));
        await ProblemAssert.IsAsync(wrong, "method-not-allowed", 405);
        Assert.Equal(allow, string.Join(", ", wrong.Content.Headers.Allow));
    }

    [Theory]
    [InlineData("GET", "/items")]
    [InlineData("HEAD", "/items")]
    [InlineData("TRACE", "/items/1")]
    [InlineData("BREW", "/items/1")]
    public async Task MethodTheAddressLacks_Is405EvenBesideACatchAll(string method, string path)
    {
        using var response = await _api.SendAsync(method, path);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.NotEmpty(response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("OPTIONS", "/nowhere")]
    [InlineData("GET", "/nowhere")]
    [InlineData("POST", "/nowhere")]
    [InlineData("POST", "/nowhere.css")]
    public async Task UnknownAddress_Is404ForEveryMethod(string method, string path)
    {
        using var response = await _api.SendAsync(method, path);

        await ProblemAssert.IsAsync(response, "not-found", 404);
        Assert.Empty(response.Content.Headers.Allow);
    }

    [Fact]
    public async Task EndpointRuledOutForAnotherReason_Stays404()
    {
        using var response = await _api.SendAsync("POST", "/ruled-out");

        await ProblemAssert.IsAsync(response, "not-found", 404);
    }

    [Fact]
    public async Task OtherBranches_AreLeftAlone()
    {
        using var head = await _api.SendAsync("HEAD", "/pages/x");

        Assert.Equal(HttpStatusCode.NotFound, head.StatusCode); // the framework's own way, thanks to the catch-all
    }
}
