using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Visualizer.DemoApi.Problems;

namespace Visualizer.DemoApi.Documentation;

/// <summary>What each problem looks like on the wire, and the one schema of them all.</summary>
internal static class ProblemExamples
{
    private static readonly Dictionary<ProblemType, Violation> Places = new()
    {
        [ProblemTypes.MalformedJson] = Violation.At("#", "The body is not JSON: it goes wrong at line 1, column 13."),
        [ProblemTypes.InvalidBody] = Violation.At("#/quantity", "quantity must be an integer, without quotes, point or exponent."),
        [ProblemTypes.InvalidParameter] = Violation.InQuery("limit", "limit must be from 1 to 100."),
        [ProblemTypes.InvalidCursor] = Violation.InQuery("cursor", "This cursor was not made here."),
        [ProblemTypes.InvalidHeader] = Violation.InHeader("Demo-Fault", "Demo-Fault must be drop-response, fail-before-commit, error-500 or delay= with 0 to 10000 milliseconds, given once."),
        [ProblemTypes.ValidationError] = Violation.At("#/quantity", "quantity must be from 1 to 1000."),
    };

    public static OpenApiExample Of(ProblemType type, string? detail = null) => new() { Summary = type.Title, Value = Body(type, detail) };

    private static JsonObject Body(ProblemType type, string? detail)
    {
        var place = detail is null ? Places.GetValueOrDefault(type) : null;
        var said = detail ?? place?.Detail ?? type.Summary;
        var body = new JsonObject
        {
            ["type"] = $"https://visualizer.example/problems/{type.Slug}",
            ["title"] = type.Title,
            ["status"] = type.Status,
            ["detail"] = said,
            ["instance"] = "/requests/0HNJ2K4M6P8Q0",
            ["trace_id"] = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00",
            ["errors"] = place is null ? [] : new JsonArray(Entry(place)),
            ["error"] = type.Code,
            ["message"] = said,
            ["field"] = place?.Field,
            ["details"] = null,
        };
        if (type == ProblemTypes.QuotaExceeded)
            body["violated-policies"] = new JsonArray("token-bucket");
        return body;
    }

    private static JsonObject Entry(Violation violation) => new()
    {
        [violation.Pointer is null ? violation.Parameter is null ? "header" : "parameter" : "pointer"] =
            violation.Pointer ?? violation.Parameter ?? violation.Header,
        ["detail"] = violation.Detail,
    };

    /// <summary>RFC 9457's members and the flat four; further members may follow, and a client ignores those it does not know.</summary>
    public static OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "Every error of this API has this shape: RFC 9457 and, beside it, the four flat members that many clients look for.",
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("The kind of error, as the address of the page that explains it.", "uri"),
            ["title"] = Text("The kind of error in words; it never varies for a type."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "The status of the answer, again.", Minimum = "400", Maximum = "599" },
            ["detail"] = Text("What is wrong with this request."),
            ["instance"] = Text("This very occurrence.", "uri-reference"),
            ["trace_id"] = Text("What to quote when you report the error: it stands in the server's log."),
            ["errors"] = new OpenApiSchema { Type = JsonSchemaType.Array, Description = "Every broken rule and its place.", Items = Entry() },
            ["error"] = Text("The last part of type, as a constant for programs."),
            ["message"] = Text("The same as detail."),
            ["field"] = Text("The place of the first error, null where there is none.", nullable: true),
            ["details"] = new OpenApiSchema { Type = JsonSchemaType.Object | JsonSchemaType.Null, Description = "More for programs, where there is more." },
            ["violated-policies"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "On 429: the quotas that are used up, by their names in RateLimit-Policy.",
                Items = new OpenApiSchema { Type = JsonSchemaType.String },
            },
        },
        Required = new HashSet<string>(
            ["type", "title", "status", "detail", "instance", "trace_id", "errors", "error", "message", "field", "details"], StringComparer.Ordinal),
    };

    private static OpenApiSchema Entry() => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["pointer"] = Text("A place in the body, as a JSON pointer: #/email."),
            ["parameter"] = Text("A query parameter."),
            ["header"] = Text("A request header."),
            ["detail"] = Text("What is wrong there."),
        },
        Required = new HashSet<string>(["detail"], StringComparer.Ordinal),
    };

    private static OpenApiSchema Text(string description, string? format = null, bool nullable = false) => new()
    {
        Type = nullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String,
        Description = description,
        Format = format,
    };
}
