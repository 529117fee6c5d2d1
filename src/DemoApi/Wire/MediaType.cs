using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Visualizer.DemoApi.Wire;

/// <summary>The media types of request bodies, and which of them a request says it carries.</summary>
public static class MediaType
{
    public const string Json = "application/json";
    public const string MergePatch = "application/merge-patch+json";
    public const string JsonPatch = "application/json-patch+json";

    /// <summary>The body's media type in lower case, or null if none, several, or not in UTF-8 (RFC 8259 §8.1 knows no other).</summary>
    public static string? Of(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            return null;
        var charset = HeaderUtilities.RemoveQuotes(type.Charset);
        return charset.Length == 0 || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            ? type.MediaType.Value?.ToLowerInvariant()
            : null;
    }
}
