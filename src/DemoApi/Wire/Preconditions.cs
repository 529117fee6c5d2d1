using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Visualizer.DemoApi.Wire;

/// <summary>What a request's conditions say about the present state.</summary>
public enum PreconditionOutcome
{
    /// <summary>They hold, or there are none: do what was asked.</summary>
    Proceed,

    /// <summary>The client has this state already: 304.</summary>
    NotModified,

    /// <summary>The client meant another state: 412, and nothing is changed.</summary>
    Failed,

    /// <summary>The call wants to know which state the client has seen, and the request does not say: 428.</summary>
    Required,
}

/// <summary>What tells the present state of a resource from others.</summary>
/// <param name="ETag">Its tag, or null where the resource has none.</param>
/// <param name="LastModified">When it last changed, to the second on the wire; null where that is not known.</param>
public sealed record Validators(EntityTag? ETag, DateTimeOffset? LastModified = null)
{
    /// <summary>As <c>Last-Modified</c> can say it: whole seconds, rounded down, so that it is never in the future.</summary>
    public DateTimeOffset? LastModifiedSecond { get; } = LastModified?.AddTicks(-(LastModified.Value.Ticks % TimeSpan.TicksPerSecond));
}

/// <summary>The conditions a request sets, as far as it sets any (RFC 9110 §13.1).</summary>
/// <param name="Reads">True for GET and HEAD: the only methods that a 304 can answer.</param>
public sealed record Preconditions(
    bool Reads, EntityTagList? IfMatch, EntityTagList? IfNoneMatch, DateTimeOffset? IfModifiedSince, DateTimeOffset? IfUnmodifiedSince)
{
    public static Preconditions Of(HttpRequest request) => new(
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method),
        EntityTagList.Parse(request.Headers.IfMatch),
        EntityTagList.Parse(request.Headers.IfNoneMatch),
        Date(request.Headers.IfModifiedSince),
        Date(request.Headers.IfUnmodifiedSince));

    /// <summary>
    /// Compares them with the present state, in the order of RFC 9110 §13.2.2. To be asked last before acting: a request that would
    /// fail anyway (401, 404, 415) fails with that.
    /// </summary>
    /// <param name="current">The present state, or null where the resource does not exist.</param>
    /// <param name="required">True for a write that must name the state it replaces, or say <c>If-None-Match: *</c> (RFC 6585 §3). A date does not do: two changes fit into one second.</param>
    public PreconditionOutcome Check(Validators? current, bool required = false)
    {
        if (required && IfMatch is null && IfNoneMatch is not { IsAny: true })
            return PreconditionOutcome.Required;
        if (IfMatch is not null ? current is null || !IfMatch.MatchesStrongly(current.ETag) : IfUnmodifiedSince < current?.LastModifiedSecond)
            return PreconditionOutcome.Failed;
        if (IfNoneMatch is not null)
            return current is null || !IfNoneMatch.MatchesWeakly(current.ETag) ? PreconditionOutcome.Proceed : Known;
        return Reads && current?.LastModifiedSecond <= IfModifiedSince ? PreconditionOutcome.NotModified : PreconditionOutcome.Proceed;
    }

    private PreconditionOutcome Known => Reads ? PreconditionOutcome.NotModified : PreconditionOutcome.Failed;

    // What is no date, or several, is no condition (§13.1.3, §13.1.4).
    private static DateTimeOffset? Date(StringValues lines) =>
        lines.Count == 1 && HeaderUtilities.TryParseDate(lines[0], out var date) ? date : null;
}
