using System.Text.Json;

namespace Visualizer.Dashboard.Labs.ErrorContracts;

/// <summary>What a client can act on, once it has understood an error.</summary>
/// <param name="Type">Which kind it is, as an address.</param>
public sealed record ReadError(string Type, string Title, int Status, string Detail);

/// <summary>What became of reading one answer: the error, or why it could not be read.</summary>
public sealed record Reading(ReadError? Error, string Fault)
{
    public bool Understood => Error is not null;
}

/// <summary>
/// The one parser of a client that was written against RFC 9457. It knows problem documents and nothing else; members it does not
/// know it ignores (§3.2), members it needs must be there and of the right kind.
/// </summary>
public static class ProblemReader
{
    public const string MediaType = "application/problem+json";

    /// <param name="status">The status on the wire.</param>
    public static Reading Read(int status, string? contentType, string body)
    {
        if (status < 400)
            return Not($"{status} says that it worked");
        var mediaType = (contentType ?? "").Split(';')[0].Trim();
        if (!mediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase))
            return Not(mediaType.Length == 0 ? "no media type" : $"{mediaType} is no problem document");
        try
        {
            using var document = JsonDocument.Parse(body);
            return Read(status, document.RootElement);
        }
        catch (JsonException)
        {
            return Not("the body is not JSON");
        }
    }

    private static Reading Read(int status, JsonElement problem)
    {
        if (problem.ValueKind is not JsonValueKind.Object)
            return Not("the body is no object");
        if (Text(problem, "type") is not { } type || Text(problem, "title") is not { } title || Text(problem, "detail") is not { } detail)
            return Not("type, title or detail is missing");
        if (!problem.TryGetProperty("status", out var told) || told.ValueKind is not JsonValueKind.Number || !told.TryGetInt32(out var number) || number != status)
            return Not("the body tells another status");
        return new(new(type, title, status, detail), "");
    }

    private static string? Text(JsonElement problem, string name) =>
        problem.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.String ? member.GetString() : null;

    private static Reading Not(string fault) => new(null, fault);
}
