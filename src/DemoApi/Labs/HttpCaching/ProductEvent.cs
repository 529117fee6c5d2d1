using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.HttpCaching;

/// <summary>Tells a decision of the origin to the journal: what it compared, what came of it, and where that is written.</summary>
internal static class ProductEvent
{
    private const int MostNamed = 200;

    public static ProductRead Read(Representation found, HttpRequest request, PreconditionOutcome outcome)
    {
        var (word, why, rule) = (outcome, request.Headers.IfNoneMatch.Count > 0) switch
        {
            (PreconditionOutcome.NotModified, true) => ("not_modified", "The client named the present state: it has the body already", "RFC 9110 §13.1.2"),
            (PreconditionOutcome.NotModified, false) => ("not_modified", "Not changed since that second: the client has the body already", "RFC 9110 §13.1.3"),
            (PreconditionOutcome.Proceed, true) => ("sent", "The client named another state: it gets the present one", "RFC 9110 §13.1.2"),
            (PreconditionOutcome.Proceed, false) => ("sent", "The client did not say what it has", "RFC 9110 §9.3.1"),
            _ => ("failed", "The client wants another state than the present one", "RFC 9110 §13.1.1"),
        };
        return new(found.Id, found.Version, found.Etag, Named(request.Headers.IfNoneMatch), word, why, rule, found.Body.Length);
    }

    public static WriteRefused Refused(long id, Representation? before, HttpRequest request, PreconditionOutcome outcome)
    {
        var status = outcome is PreconditionOutcome.Required ? StatusCodes.Status428PreconditionRequired : StatusCodes.Status412PreconditionFailed;
        var (why, rule) = (outcome, before, request.Headers.IfMatch.Count > 0) switch
        {
            (PreconditionOutcome.Required, _, _) => ("It does not say which state it replaces", "RFC 6585 §3"),
            (_, null, _) => ("There is no product whose state it could be", "RFC 9110 §13.1.1"),
            (_, { Validators.ETag.IsWeak: true }, true) => ("A weak tag does not guard a write: If-Match compares strongly", "RFC 9110 §8.8.3.2"),
            (_, _, true) => ("It replaces a state that is not the present one: somebody was quicker", "RFC 9110 §13.1.1"),
            (_, _, false) when request.Headers.IfNoneMatch.Count > 0 => ("It would create, and the product is there already", "RFC 9110 §13.1.2"),
            _ => ("Changed since that second", "RFC 9110 §13.1.4"),
        };
        return new(id, status, before?.Etag, GuardOf(request), why, rule);
    }

    /// <summary>The state that a write names, as the request says it.</summary>
    public static string? GuardOf(HttpRequest request) =>
        Named(request.Headers.IfMatch) ?? (Named(request.Headers.IfNoneMatch) is { } none ? $"If-None-Match: {none}" : null);

    private static string? Named(Microsoft.Extensions.Primitives.StringValues field) =>
        field.Count == 0 ? null : field.ToString() is { Length: > MostNamed } text ? text[..MostNamed] : field.ToString();
}
