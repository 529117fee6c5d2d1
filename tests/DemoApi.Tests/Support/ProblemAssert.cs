using System.Text;
using System.Text.Json;

namespace Visualizer.DemoApi.Tests.Support;

/// <summary>The invariants that hold for every error, whatever it is about.</summary>
public static class ProblemAssert
{
    public static readonly string[] Members = ["type", "title", "status", "detail", "instance", "trace_id", "errors", "error", "message", "field", "details"];

    /// <summary>Checks the whole shape and returns the problem for what is particular to it.</summary>
    public static async Task<JsonElement> IsAsync(HttpResponseMessage response, string slug, int status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.ToString());
        var problem = JsonElement.Parse(text);
        var host = response.RequestMessage!.RequestUri!.GetLeftPart(UriPartial.Authority);

        Assert.Equal((slug, status), (problem.GetProperty("type").GetString()!.Split('/')[^1], (int)response.StatusCode));
        Assert.Equal(Members, problem.EnumerateObject().Select(member => member.Name).Take(Members.Length));
        Assert.Equal($"{host}/problems/{slug}", problem.GetProperty("type").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Equal(slug.Replace('-', '_'), problem.GetProperty("error").GetString());
        Assert.Equal(problem.GetProperty("detail").GetString(), problem.GetProperty("message").GetString());
        Assert.StartsWith("/requests/", problem.GetProperty("instance").GetString());
        Assert.NotEqual("", problem.GetProperty("trace_id").GetString());
        Assert.True(problem.GetProperty("details").ValueKind is JsonValueKind.Object or JsonValueKind.Null);
        Assert.Equal(Fields(problem).FirstOrDefault(), problem.GetProperty("field").GetString());
        Assert.Equal(Encoding.UTF8.GetByteCount(text), response.Content.Headers.ContentLength);
        return problem;
    }

    /// <summary>The places of all violations, as <c>field</c> would name them.</summary>
    public static IEnumerable<string?> Fields(JsonElement problem) =>
        problem.GetProperty("errors").EnumerateArray().Select(error =>
            error.EnumerateObject().First(member => member.Name is "pointer" or "parameter" or "header").Value.GetString() is var place && place == "#"
                ? null
                : place!.Replace("#/", ""));
}
