using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Visualizer.DemoApi.Paging;

/// <summary>The <c>Link</c> header of a page (RFC 8288): this request's address with another cursor or offset, all else kept.</summary>
internal sealed class PageLinks(HttpRequest request)
{
    private readonly List<string> _links = [];

    /// <summary>Adds a link whose address differs from the request's in these parameters; cursor and offset are never kept.</summary>
    public void Add(string rel, params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        var query = request.Query.Where(p => !Is(p.Key, "cursor") && !Is(p.Key, "offset")).ToDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in parameters)
            query[name] = value;
        _links.Add($"<{request.PathBase}{request.Path}{QueryString.Create(query)}>; rel=\"{rel}\"");
    }

    public void AddWhere(bool there, string rel, (string Name, string Value) parameter)
    {
        if (there)
            Add(rel, parameter);
    }

    public void Write(HttpResponse response) => response.Headers.Link = new StringValues(string.Join(", ", _links));

    private static bool Is(string key, string name) => key.Equals(name, StringComparison.OrdinalIgnoreCase);
}
