using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Tests.Support;

namespace Visualizer.DemoApi.Tests.Problems;

public sealed class ProblemWriterTests
{
    private static async Task<HttpResponseMessage> AnswerAsync(TinyApi api) => await api.SendAsync("GET", "/");

    [Fact]
    public async Task Problem_WithEverything_HasTheShapeOfTheContract()
    {
        await using var api = await TinyApi.StartAsync(app => app.MapGet("/", () => new Problem(ProblemTypes.ValidationError, "Email format is invalid")
        {
            Errors = [Violation.At("#/email", "Email format is invalid"), Violation.InQuery("limit", "Too much"), Violation.InHeader("Client-Id", "Twice")],
            Details = new { Pattern = "user@domain.com" },
            Extensions = new Dictionary<string, object?> { ["violated-policies"] = new[] { "burst" } },
            Headers = { RetryAfter = "3" },
        }));

        using var response = await AnswerAsync(api);

        var problem = await ProblemAssert.IsAsync(response, "validation-error", 422);
        Assert.Equal("Validation failed", problem.GetProperty("title").GetString());
        Assert.Equal("email", problem.GetProperty("field").GetString());
        Assert.Equal("""[{"pointer":"#/email","detail":"Email format is invalid"},{"parameter":"limit","detail":"Too much"},{"header":"Client-Id","detail":"Twice"}]""", problem.GetProperty("errors").GetRawText());
        Assert.Equal("""{"pattern":"user@domain.com"}""", problem.GetProperty("details").GetRawText());
        Assert.Equal("""["burst"]""", problem.GetProperty("violated-policies").GetRawText());
        Assert.Equal(TimeSpan.FromSeconds(3), response.Headers.RetryAfter?.Delta);
    }

    [Theory]
    [InlineData("unauthorized", true)]
    [InlineData("precondition-required", true)]
    [InlineData("quota-exceeded", true)]
    [InlineData("internal-error", true)]
    [InlineData("replica-behind", true)]
    [InlineData("not-found", false)]
    [InlineData("validation-error", false)]
    public async Task Problem_OfAPassingMoment_IsNeverStored(string slug, bool noStore)
    {
        var type = ProblemTypes.Find(slug)!;
        await using var api = await TinyApi.StartAsync(app => app.MapGet("/", (HttpResponse response) =>
        {
            response.Headers.CacheControl = "public, max-age=60";
            return new Problem(type, "It is so.");
        }));

        using var response = await AnswerAsync(api);

        Assert.Equal(noStore ? "no-store" : "public, max-age=60", response.Headers.CacheControl?.ToString());
        await ProblemAssert.IsAsync(response, slug, type.Status);
    }

    [Fact]
    public async Task Problem_InsideASandbox_NamesTheTypeWithoutTheSandboxPath()
    {
        await using var api = await TinyApi.StartAsync(app =>
        {
            app.UsePathBase("/s/abc");
            app.UseRouting();
            app.MapGet("/", () => new Problem(ProblemTypes.NotFound, "No."));
        });

        using var response = await api.SendAsync("GET", "/s/abc/");

        await ProblemAssert.IsAsync(response, "not-found", 404);
    }

    [Fact]
    public async Task Problem_WithAnExtensionOfAStandardName_IsABug()
    {
        await using var api = await TinyApi.StartAsync(app => app.UseProblems().UseRouting().UseEndpoints(e => e.MapGet("/", () =>
            new Problem(ProblemTypes.NotFound, "No.") { Extensions = new Dictionary<string, object?> { ["status"] = 200 } })));

        using var response = await AnswerAsync(api);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }
}
