using System.Globalization;
using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.SharedCache.Core;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.SharedCache;

/// <summary>A response out of a shared cache, or through it. A client that has this very state already gets 304 (RFC 9111 §4.3.2).</summary>
/// <param name="Age">Its age where the origin was not asked; then the field is a must (§5.1).</param>
internal sealed record CachedAnswer(StoredResponse Response, string Status, TimeSpan? Age = null) : IResult, IStatusCodeHttpResult
{
    int? IStatusCodeHttpResult.StatusCode => Response.Status;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var known = IsKnownTo(httpContext.Request);
        var answer = httpContext.Response;
        answer.StatusCode = known ? StatusCodes.Status304NotModified : Response.Status;
        foreach (var (name, value) in Response.Fields.All.Where(field => !known || !field.Key.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)))
            answer.Headers[name] = value;
        answer.Headers["Cache-Status"] = Status;
        if (Age is { } age)
            answer.Headers.Age = Math.Floor(age.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (!known)
            await answer.Body.WriteAsync(Response.Body, httpContext.RequestAborted);
    }

    private bool IsKnownTo(HttpRequest request) =>
        Response.Status == StatusCodes.Status200OK
        && Preconditions.Of(request).Check(new(TagOf(Response), DateOf(Response))) is PreconditionOutcome.NotModified;

    private static EntityTag? TagOf(StoredResponse response) => EntityTag.TryParse(response.ETag, out var tag) ? tag : null;

    private static DateTimeOffset? DateOf(StoredResponse response) =>
        DateTimeOffset.TryParseExact(response.LastModified, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
