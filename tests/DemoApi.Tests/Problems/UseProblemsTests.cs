using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Tests.Support;

namespace Visualizer.DemoApi.Tests.Problems;

public sealed class UseProblemsTests
{
    private const string Secret = "Server=secret;Password=hunter2";

    private static Task<TinyApi> StartAsync() => TinyApi.StartAsync(app =>
    {
        app.UseProblems(http => !http.Request.Path.StartsWithSegments("/pages"));
        app.UseRouting();
        app.MapGet("/boom", () => { throw new InvalidOperationException(Secret); });
        app.MapGet("/half", async (HttpResponse response) =>
        {
            response.ContentType = "text/plain";
            await response.WriteAsync("half");
            await response.Body.FlushAsync();
            throw new InvalidOperationException(Secret);
        });
        app.MapGet("/kept", (HttpResponse response) =>
        {
            response.Headers.ETag = "\"dropped\"";
            response.OnStarting(() => { response.Headers["Sandbox-Time"] = "now"; return Task.CompletedTask; });
            throw new InvalidOperationException(Secret);
        });
        app.MapGet("/empty/{status:int}", (int status) => Results.StatusCode(status));
        app.MapGet("/text", () => Results.Text("mine", statusCode: 404));
        app.MapPost("/read", async (HttpRequest request) => await new StreamReader(request.Body).ReadToEndAsync());
        app.MapGet("/pages/boom", () => { throw new InvalidOperationException("page"); });
    });

    [Fact]
    public async Task UnhandledException_InDevelopment_TellsTheLogAndNotTheClient()
    {
        await using var api = await StartAsync();

        using var response = await api.SendAsync("GET", "/boom");

        var problem = await ProblemAssert.IsAsync(response, "internal-error", 500);
        var text = problem.GetRawText();
        Assert.DoesNotContain("hunter2", text);
        Assert.DoesNotContain("Exception", text);
        var logged = Assert.Single(api.Log.Errors);
        Assert.Contains(problem.GetProperty("trace_id").GetString()!, logged);
        Assert.Contains(Secret, logged);
    }

    [Fact]
    public async Task UnhandledException_InASandboxThatHasEnded_IsTheEndOfTheSandbox()
    {
        using var store = new SandboxStore(Options.Create(new SandboxOptions()), TimeProvider.System);
        var sandbox = store.Create(SandboxOrder.Default)!;
        store.Remove(sandbox.Id);
        await using var api = await TinyApi.StartAsync(app =>
        {
            app.Use((http, next) => { http.SetSandbox(sandbox); return next(http); });
            app.UseProblems();
            app.UseRouting();
            app.MapGet("/read", () => { sandbox.Shop.Open(); });
        });

        using var response = await api.SendAsync("GET", "/read");

        await ProblemAssert.IsAsync(response, "sandbox-not-found", 404);
        Assert.Empty(api.Log.Errors);
    }

    [Fact]
    public async Task UnhandledException_AfterTheFirstBytes_CutsTheConnection()
    {
        await using var api = await StartAsync();

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => api.Client.GetStringAsync("/half"));

        Assert.Single(api.Log.Errors);
    }

    [Fact]
    public async Task UnhandledException_DropsTheHandlersHeadersAndKeepsTheLateOnes()
    {
        await using var api = await StartAsync();

        using var response = await api.SendAsync("GET", "/kept");

        await ProblemAssert.IsAsync(response, "internal-error", 500);
        Assert.Null(response.Headers.ETag);
        Assert.Equal("now", Assert.Single(response.Headers.GetValues("Sandbox-Time")));
    }

    [Theory]
    [InlineData(400, "bad-request")]
    [InlineData(401, "unauthorized")]
    [InlineData(403, "forbidden")]
    [InlineData(404, "not-found")]
    [InlineData(406, "not-acceptable")]
    [InlineData(413, "payload-too-large")]
    [InlineData(415, "unsupported-media-type")]
    [InlineData(500, "internal-error")]
    [InlineData(503, "service-unavailable")]
    public async Task EmptyStatus_GetsItsProblem(int status, string slug)
    {
        await using var api = await StartAsync();

        using var response = await api.SendAsync("GET", $"/empty/{status}");

        await ProblemAssert.IsAsync(response, slug, status);
    }

    [Fact]
    public async Task Routing_UnknownPathAndWrongMethod_AreProblems()
    {
        await using var api = await StartAsync();

        using var unknown = await api.SendAsync("GET", "/nowhere");
        using var wrong = await api.SendAsync("DELETE", "/read");

        await ProblemAssert.IsAsync(unknown, "not-found", 404);
        await ProblemAssert.IsAsync(wrong, "method-not-allowed", 405);
        Assert.Equal(["POST"], wrong.Content.Headers.Allow);
    }

    [Fact]
    public async Task Answer_WithABodyOfItsOwn_StandsAsItIs()
    {
        await using var api = await StartAsync();

        using var response = await api.SendAsync("GET", "/text");

        Assert.Equal("mine", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task OtherBranches_KeepTheirOwnErrors()
    {
        await using var api = await StartAsync();

        using var missing = await api.SendAsync("GET", "/pages/nowhere");
        using var boom = await api.SendAsync("GET", "/pages/boom");

        Assert.Equal((HttpStatusCode.NotFound, 0L), (missing.StatusCode, missing.Content.Headers.ContentLength));
        Assert.NotEqual("application/problem+json", boom.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task BrokenFraming_IsTheClientsFault()
    {
        await using var api = await StartAsync();

        var answer = await ExchangeAsync(api, "POST /read HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");

        Assert.StartsWith("HTTP/1.1 400", answer);
        Assert.Contains("http://x/problems/bad-request", answer);
        Assert.Empty(api.Log.Errors);
    }

    [Fact]
    public async Task WithoutHostHeader_TheTypeIsRelative()
    {
        await using var api = await StartAsync();

        var answer = await ExchangeAsync(api, "GET /nowhere HTTP/1.0\r\n\r\n");

        Assert.Contains("\"type\":\"/problems/not-found\"", answer);
    }

    private static async Task<string> ExchangeAsync(TinyApi api, string request)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(api.Address.Host, api.Address.Port);
        await using var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        return await new StreamReader(stream).ReadToEndAsync();
    }
}
