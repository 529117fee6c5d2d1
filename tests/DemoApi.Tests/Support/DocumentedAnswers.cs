using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Support;

/// <summary>Holds every answer that a test meets against the OpenAPI document: a status that is really sent is documented for its operation.</summary>
internal static class DocumentedAnswers
{
    private static readonly ConcurrentDictionary<Uri, Lazy<Task<IReadOnlyList<Operation>>>> Known = new();

    /// <summary>From now on every guest of this project looks its answers up.</summary>
    [ModuleInitializer]
    internal static void Begin() => Guest.Answered = CheckAsync;

    /// <summary>Fails where the operation exists in the document and the status does not; what no operation describes (404, 405, OPTIONS) is not asked.</summary>
    private static async Task CheckAsync(HttpClient http, HttpMethod method, string path, int status)
    {
        var operations = await Known.GetOrAdd(http.BaseAddress!, _ => new(() => ReadAsync(http))).Value;
        var plain = "/" + path.Split('?')[0]["api/".Length..];
        // A literal path goes before one with a parameter, as in routing.
        var asked = operations.Where(operation => operation.Method == method && operation.Path.IsMatch(plain)).MinBy(operation => operation.Parameters);
        if (asked is not null && !asked.Statuses.Contains(status))
            Assert.Fail($"{method} {plain} answered {status}, which {asked.Id} does not document: {string.Join(", ", asked.Statuses.Order())}.");
    }

    private static async Task<IReadOnlyList<Operation>> ReadAsync(HttpClient http)
    {
        using var document = JsonDocument.Parse(await http.GetStringAsync(new Uri("/openapi.json", UriKind.Relative)));
        return [.. from path in document.RootElement.GetProperty("paths").EnumerateObject()
                   from operation in path.Value.EnumerateObject()
                   where operation.Value.TryGetProperty("responses", out _)
                   select new Operation(
                       HttpMethod.Parse(operation.Name),
                       new Regex($"^{Regex.Replace(Regex.Escape(path.Name), @"\\\{[^}]+}", "[^/]+")}$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)),
                       path.Name.Count(c => c == '{'),
                       operation.Value.GetProperty("operationId").GetString()!,
                       operation.Value.GetProperty("responses").EnumerateObject().Select(response => int.Parse(response.Name, System.Globalization.CultureInfo.InvariantCulture)).ToHashSet())];
    }

    private sealed record Operation(HttpMethod Method, Regex Path, int Parameters, string Id, IReadOnlySet<int> Statuses);
}
