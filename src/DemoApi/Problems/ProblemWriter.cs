using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Problems;

/// <summary>Writes every error in the one shape: RFC 9457 and the flat four (error, message, field, details) in one body.</summary>
public static class ProblemWriter
{
    public const string ContentType = "application/problem+json";

    private static readonly HashSet<string> OwnMembers = new(StringComparer.Ordinal)
    {
        "type", "title", "status", "detail", "instance", "trace_id", "errors", "error", "message", "field", "details",
    };

    /// <summary>Answers with the problem, whatever Accept says (RFC 9457 §3 allows it): an error that cannot be read helps nobody.</summary>
    public static async Task WriteAsync(HttpContext http, Problem problem)
    {
        foreach (var (name, value) in problem.Headers)
            http.Response.Headers[name] = value;
        http.Response.StatusCode = problem.Type.Status;
        http.Response.ContentType = ContentType;
        ForbidStoring(http.Response);

        var body = Serialize(http, problem);
        http.Response.ContentLength = body.WrittenCount;
        await http.Response.Body.WriteAsync(body.WrittenMemory, http.RequestAborted);
    }

    /// <summary>The address of a type's page: it belongs to the house, so the sandbox's path is not in it.</summary>
    public static string TypeAddress(HttpRequest request, ProblemType type)
    {
        var path = $"/problems/{type.Slug}";
        return request.Host.HasValue ? $"{request.Scheme}://{request.Host.ToUriComponent()}{path}" : path;
    }

    /// <summary>The body that <see cref="WriteAsync"/> would send, for whoever keeps an answer.</summary>
    public static ReadOnlyMemory<byte> BodyOf(HttpContext http, Problem problem) => Serialize(http, problem).WrittenMemory;

    // RFC 6585 §3, §4: 428 and 429 must not be stored; 401 and the 5xx tell of a moment that may be over.
    private static void ForbidStoring(HttpResponse response)
    {
        if (response.StatusCode is 401 or 428 or 429 or >= 500)
            response.Headers.CacheControl = "no-store";
    }

    private static ArrayBufferWriter<byte> Serialize(HttpContext http, Problem problem)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = WireJson.Options.Encoder });
        json.WriteStartObject();
        json.WriteString("type", TypeAddress(http.Request, problem.Type));
        json.WriteString("title", problem.Type.Title);
        json.WriteNumber("status", problem.Type.Status);
        json.WriteString("detail", problem.Detail);
        json.WriteString("instance", $"/requests/{http.TraceIdentifier}");
        json.WriteString("trace_id", TraceId(http));
        Write("errors", problem.Errors);
        json.WriteString("error", problem.Type.Code);
        json.WriteString("message", problem.Detail);
        json.WriteString("field", problem.Errors.Count > 0 ? problem.Errors[0].Field : null);
        Write("details", problem.Details);
        foreach (var (name, value) in problem.Extensions)
            Write(OwnMembers.Contains(name) ? throw new InvalidOperationException($"'{name}' is no extension") : name, value);
        json.WriteEndObject();
        json.Flush();
        return buffer;

        void Write(string name, object? value)
        {
            json.WritePropertyName(name);
            JsonSerializer.Serialize(json, value, WireJson.Options);
        }
    }

    internal static string TraceId(HttpContext http) => Activity.Current?.Id ?? http.TraceIdentifier;
}
