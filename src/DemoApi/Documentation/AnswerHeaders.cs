using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Visualizer.DemoApi.Documentation;

/// <summary>The one list of response headers: what each means, and which a status always brings.</summary>
internal static class AnswerHeaders
{
    private static readonly Dictionary<string, (string Description, JsonNode Example)> Known = new(StringComparer.Ordinal)
    {
        ["API-Version"] = ("The version of this answer.", "2"),
        ["Accept"] = ("The media types that this call reads.", "application/json"),
        ["Accept-Patch"] = ("The patch formats that this call reads (RFC 5789).", "application/merge-patch+json, application/json-patch+json"),
        ["api-deprecated-versions"] = ("The versions that will end.", "1"),
        ["api-supported-versions"] = ("The versions that can be asked for.", "1, 2"),
        ["Age"] = ("Seconds this answer has lain in the shared cache.", 12),
        ["Cache-Control"] = ("Who may keep the answer, and for how long.", "public, max-age=60"),
        ["Cache-Status"] = ("What the shared cache did (RFC 9211).", "demo; hit; ttl=48"),
        ["Consistency-Token"] = ("The state of your write; a read that carries it never answers older data.", "\"lsn:42\""),
        ["Data-Version"] = ("The version of the data that was read.", 42),
        ["Demo-Query-Count"] = ("How many SQL commands the answer took.", 2),
        ["Deprecation"] = ("Since when this version is deprecated, in Unix seconds (RFC 9745).", "@1767225600"),
        ["ETag"] = ("Names this state of the resource (RFC 9110 §8.8.3).", "\"1-a7f3\""),
        ["Idempotent-Replayed"] = ("true where the stored answer of an earlier attempt is given again.", "true"),
        ["Last-Modified"] = ("When the resource last changed.", "Fri, 23 Jan 2026 11:00:00 GMT"),
        ["Link"] = ("Where to go from here (RFC 8288).", "</s/k3m9p2/api/items?cursor=MS4y>; rel=\"next\""),
        ["Location"] = ("The address of what was made.", "/s/k3m9p2/api/orders/201"),
        ["Pragma"] = ("no-cache, for caches older than Cache-Control (RFC 6749 §5.1).", "no-cache"),
        ["Queue-Wait-Ms"] = ("Milliseconds of sandbox time until this request's turn.", 900),
        ["RateLimit"] = ("What is left of the quota, and seconds until it grows (IETF draft).", "\"token-bucket\";r=9;t=1"),
        ["RateLimit-Policy"] = ("The quotas that apply (IETF draft).", "\"token-bucket\";q=10;w=10"),
        ["Retry-After"] = ("Seconds to wait before the next attempt.", 3),
        ["Sandbox-Time"] = ("The sandbox clock at this answer; Date stays the real time.", "2026-01-23T11:00:00.000Z"),
        ["Served-By"] = ("The node that answered.", "r1"),
        ["Server-Timing"] = ("Measured milliseconds, by part.", "db;dur=1.2, app;dur=3.4"),
        ["Sunset"] = ("When this version ends (RFC 8594).", "Wed, 01 Jul 2026 00:00:00 GMT"),
        ["Vary"] = ("The request headers that chose this answer; part of a cache's key.", "Accept"),
        ["WWW-Authenticate"] = ("How to authenticate, and what was wrong (RFC 6750 §3).", "Bearer error=\"invalid_token\""),
        ["X-RateLimit-Limit"] = ("The limit.", 10),
        ["X-RateLimit-Remaining"] = ("What is left of it.", 9),
        ["X-RateLimit-Reset"] = ("When it is full again, in Unix seconds of the sandbox clock.", 1769166010),
    };

    /// <summary>The headers that come with a status without being asked for.</summary>
    public static IEnumerable<string> Of(int status) => status switch
    {
        400 or 401 or 403 => ["Sandbox-Time", "WWW-Authenticate"],
        406 => ["Sandbox-Time", "Vary"],
        410 => ["Sandbox-Time", "Deprecation", "Link", "Sunset"],
        415 => ["Sandbox-Time", "Accept"],
        429 => ["Sandbox-Time", "Retry-After", "RateLimit", "RateLimit-Policy", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"],
        503 => ["Sandbox-Time", "Retry-After"],
        >= 400 => ["Sandbox-Time"],
        _ => ["Sandbox-Time", "Server-Timing"],
    };

    /// <summary>The header's own description; a name that is not in the list is a mistake in the caller.</summary>
    public static OpenApiHeader Describe(string name)
    {
        if (!Known.TryGetValue(name, out var header))
            throw new InvalidOperationException($"The response header {name} is not described in {nameof(AnswerHeaders)}.");
        var kind = header.Example.GetValueKind() is System.Text.Json.JsonValueKind.Number ? JsonSchemaType.Integer : JsonSchemaType.String;
        return new OpenApiHeader { Description = header.Description, Schema = new OpenApiSchema { Type = kind }, Example = header.Example.DeepClone() };
    }
}
