using System.Text.Json;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Wire;

namespace Visualizer.Dashboard.Http;

/// <summary>What came back for one request: an answer of any status, or the failure that the client saw instead of one.</summary>
/// <param name="Status">The HTTP status, or null where no whole answer arrived.</param>
/// <param name="Failure">What the client was told where no answer arrived, else null.</param>
public sealed record Exchange(int? Status, IReadOnlyList<HeaderLine> Headers, string Body, string? Failure)
{
    public bool Succeeded => Status is >= 200 and < 300;

    /// <summary>A response header's value, or null.</summary>
    public string? Header(string name) => Headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>The body as a contract; null where it is not JSON of that kind.</summary>
    public T? Read<T>()
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Body, WireJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
