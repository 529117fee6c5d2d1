using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Visualizer.DemoApi.Wire;

/// <summary>
/// HEAD on every GET, OPTIONS on every address, and 405 with all methods of the address in Allow (RFC 9110 §9.3.2, §9.3.7, §15.5.6).
/// The framework answers HEAD with 405, and a catch-all route of another part of the house turns 405 into 404.
/// </summary>
public static class HeadAndOptions
{
    /// <summary>
    /// Stands ahead of <c>UseRouting</c> and behind whatever moves the path. <paramref name="applies"/> picks requests,
    /// <paramref name="counts"/> the endpoints that are theirs (all but fallbacks by default).
    /// </summary>
    public static IApplicationBuilder UseHeadAndOptions(
        this IApplicationBuilder app, Func<HttpContext, bool>? applies = null, Func<HttpContext, Endpoint, bool>? counts = null)
    {
        var methods = new MethodsOfPath(app.ApplicationServices, counts ?? ((_, _) => true));
        return app.Use(async (http, next) =>
        {
            if (applies is not null && !applies(http))
                await next(http);
            else if (HttpMethods.IsHead(http.Request.Method))
                await HeadAsync(http, next);
            else
                await next(http);
            if (applies is null || applies(http))
                AnswerForMethod(http, methods);
        });
    }

    // The server still knows that this was HEAD and sends no body; the rest of the application sees a GET.
    private static async Task HeadAsync(HttpContext http, RequestDelegate next)
    {
        var real = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        await using var sink = new HeadSink(http);
        var counted = new StreamResponseBodyFeature(sink);
        http.Features.Set<IHttpResponseBodyFeature>(counted);
        http.Request.Method = HttpMethods.Get;
        try
        {
            await next(http);
            await counted.CompleteAsync();
            if (http.Response is { HasStarted: false, ContentLength: null } && sink is { Ended: false, Length: > 0 })
                http.Response.ContentLength = sink.Length;
        }
        catch (OperationCanceledException) when (sink.Ended)
        {
            // A stream that was told to stop has been answered: its headers are out.
        }
        finally
        {
            http.Request.Method = HttpMethods.Head;
            http.Features.Set(real);
        }
    }

    private static void AnswerForMethod(HttpContext http, MethodsOfPath methods)
    {
        var response = http.Response;
        var unanswered = response is { HasStarted: false, StatusCode: 404 or 405, ContentLength: null, ContentType: null or "" };
        if (!unanswered || methods.Belongs(http, http.GetEndpoint()))
            return;
        var allowed = methods.Of(http);
        // Nobody's address, or mapped for this very method and ruled out by something else: either way it is not there.
        if (allowed.Count == 0 || (allowed.Contains(http.Request.Method) && !HttpMethods.IsOptions(http.Request.Method)))
        {
            response.Headers.Remove("Allow");
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        response.Headers.Allow = string.Join(", ", allowed);
        response.StatusCode = HttpMethods.IsOptions(http.Request.Method) ? StatusCodes.Status204NoContent : StatusCodes.Status405MethodNotAllowed;
    }
}
