using Microsoft.AspNetCore.Http;

namespace Visualizer.DemoApi.Problems;

/// <summary>One error to be answered: an endpoint returns it, and <see cref="ProblemWriter"/> gives it the one shape of all errors.</summary>
public sealed record Problem(ProblemType Type, string Detail) : IResult, IStatusCodeHttpResult
{
    /// <summary>Every broken rule, in the order found; the first gives <c>field</c>.</summary>
    public IReadOnlyList<Violation> Errors { get; init; } = [];

    /// <summary>More for programs, an object or null: <c>new { pattern = "user@domain.com" }</c>.</summary>
    public object? Details { get; init; }

    /// <summary>Extension members beside the standard ones (RFC 9457 §3.2), such as <c>violated-policies</c>.</summary>
    public IReadOnlyDictionary<string, object?> Extensions { get; init; } = new Dictionary<string, object?>();

    /// <summary>Headers to set: <c>Headers = { RetryAfter = "3" }</c>.</summary>
    public IHeaderDictionary Headers { get; init; } = new HeaderDictionary();

    int? IStatusCodeHttpResult.StatusCode => Type.Status;

    /// <summary>The usual case: one or more violations, the first of which is the detail of the whole.</summary>
    public static Problem Of(ProblemType type, params IReadOnlyList<Violation> errors) => new(type, errors[0].Detail) { Errors = errors };

    public Task ExecuteAsync(HttpContext httpContext) => ProblemWriter.WriteAsync(httpContext, this);
}
