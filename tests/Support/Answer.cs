using System.Net;
using System.Text.Json;

namespace Visualizer.Tests.Support;

/// <summary>A response, read to its end.</summary>
public sealed record Answer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.Clone();
        }
    }

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer(response.StatusCode, headers, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Asserts that this is a whole problem document of the one shape, and that it says which kind.</summary>
    public Answer IsProblem(int status, string slug, string? field = null)
    {
        Assert.Equal(status, (int)Status);
        Assert.Equal("application/problem+json", Headers["Content-Type"]);
        var problem = Json;
        Assert.EndsWith($"/problems/{slug}", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Equal(problem.GetProperty("detail").GetString(), problem.GetProperty("message").GetString());
        Assert.Equal(slug.Replace('-', '_'), problem.GetProperty("error").GetString());
        Assert.Equal(field, problem.GetProperty("field").GetString());
        foreach (var name in (string[])["title", "instance", "trace_id", "errors", "details"])
            Assert.True(problem.TryGetProperty(name, out _), $"'{name}' is missing");
        return this;
    }
}
