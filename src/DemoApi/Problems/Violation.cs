using System.Text.Json.Serialization;

namespace Visualizer.DemoApi.Problems;

/// <summary>One broken rule and its place: a JSON pointer into the body, a query parameter, or a request header.</summary>
public sealed record Violation
{
    private Violation(string detail) => Detail = detail;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Pointer { get; private init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Parameter { get; private init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Header { get; private init; }

    public string Detail { get; }

    /// <summary>The place as <c>field</c> names it: without <c>#/</c>, null for the body as a whole.</summary>
    [JsonIgnore]
    public string? Field => Pointer is null ? Parameter ?? Header : Pointer.Length > 2 ? Pointer[2..] : null;

    /// <summary>A place in the body, as the fragment of RFC 6901 §6: <c>#/email</c>, or <c>#</c> for all of it.</summary>
    public static Violation At(string pointer, string detail) => new(detail) { Pointer = pointer };

    public static Violation InQuery(string parameter, string detail) => new(detail) { Parameter = parameter };

    public static Violation InHeader(string header, string detail) => new(detail) { Header = header };
}
