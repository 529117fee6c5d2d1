using System.Net;
using Microsoft.AspNetCore.Builder;
using Visualizer.DemoApi.Labs.ErrorContracts;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Tests.Support;

namespace Visualizer.DemoApi.Tests.Labs.ErrorContracts;

public sealed class BoomTests : IAsyncLifetime
{
    private TinyApi _api = null!;

    public async Task InitializeAsync() => _api = await TinyApi.StartAsync(app =>
    {
        app.UseProblems();
        app.UseRouting();
        app.MapGroup("/api").MapErrorContracts();
    });

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("?fail=true")]
    public async Task Boom_FailsWithoutTellingWhy(string query)
    {
        using var response = await _api.SendAsync("GET", $"/api/boom{query}");

        var problem = await ProblemAssert.IsAsync(response, "internal-error", 500);
        Assert.DoesNotContain("bug", problem.GetRawText());
        Assert.Contains(problem.GetProperty("trace_id").GetString()!, Assert.Single(_api.Log.Errors));
    }

    [Fact]
    public async Task Boom_MendedIsEmpty()
    {
        using var response = await _api.SendAsync("GET", "/api/boom?fail=false");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    [Fact]
    public async Task Boom_AskedInOtherWords_Is400()
    {
        using var response = await _api.SendAsync("GET", "/api/boom?fail=no");

        Assert.Equal("fail", (await ProblemAssert.IsAsync(response, "invalid-parameter", 400)).GetProperty("field").GetString());
    }
}
