using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Labs.Versioning.Core;

namespace Visualizer.DemoApi.Labs.Versioning;

/// <summary>What every answer says of versions: which one it is, which there are, how long it lives, and what it varies by.</summary>
internal static class VersionHeaders
{
    /// <summary>Said at every address of users, errors included: who asked for the wrong version learns of the right ones.</summary>
    public static void WriteKnown(IHeaderDictionary headers, string vary)
    {
        if (vary.Length > 0)
            headers.Vary = vary; // on 304, 404, 406 and 410 as well: a cache may keep them all (RFC 9110 §12.5.5, §15.1)
        headers["api-supported-versions"] = string.Join(", ", Versions.All);
        headers["api-deprecated-versions"] = $"{Versions.First}";
    }

    /// <summary>The version of this answer, and its end where it has one (RFC 9745, RFC 8594, RFC 5829 §3.3).</summary>
    public static void Write(HttpContext http, VersionDecision decision, Lifetime lifetime, string id)
    {
        var headers = http.Response.Headers;
        headers[AskedVersion.Header] = $"{decision.Version}";
        if (lifetime is not { DeprecationField: { } deprecated, SunsetField: { } sunset })
            return;
        var api = $"{http.Request.PathBase}/api";
        headers["Deprecation"] = deprecated;
        headers["Sunset"] = sunset;
        headers.Link = string.Join(", ",
            $"<{api}/v{Versions.Latest}/users/{Uri.EscapeDataString(id)}>; rel=\"successor-version\"",
            $"<{api}/versions>; rel=\"deprecation\"; type=\"application/json\"",
            $"<{api}/versions>; rel=\"sunset\"; type=\"application/json\"");
    }
}
