using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.DemoApi.Problems;

/// <summary>Gives a body to what ends without one: routing's empty 404, 405 and the like, and exceptions nobody expected.</summary>
public static partial class ProblemsMiddleware
{
    /// <summary>
    /// Errors of the requests that <paramref name="speaksProblems"/> picks (all by default) are answered as problems, in every environment.
    /// The predicate sees the request as it stands here, before anything further in has moved its path.
    /// After an exception the headers set so far are dropped: one that must survive belongs into <c>Response.OnStarting</c>.
    /// </summary>
    public static IApplicationBuilder UseProblems(this IApplicationBuilder app, Func<HttpContext, bool>? speaksProblems = null)
    {
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("Visualizer.DemoApi.Problems");
        return app.Use((http, next) => speaksProblems is null || speaksProblems(http) ? RunAsync(http, next, log) : next(http));
    }

    // The framework's own pages would show stack traces in Development and nothing at all to clients that accept XML.
    private static async Task RunAsync(HttpContext http, RequestDelegate next, ILogger log)
    {
        try
        {
            await next(http);
        }
        catch (Exception left) when (http.RequestAborted.IsCancellationRequested && left is OperationCanceledException or IOException)
        {
            return; // The client is gone; there is nobody to tell, and nothing went wrong here.
        }
        catch (BadHttpRequestException refused) when (!http.Response.HasStarted)
        {
            await AnswerAsync(http, Refused(refused));
            return;
        }
        catch (Exception) when (!http.Response.HasStarted && http.FindSandbox() is { Ended: true })
        {
            await AnswerAsync(http, SandboxPath.NotFound); // It ended while the request was at work: its data is gone, and nothing went wrong here.
            return;
        }
        catch (Exception fault)
        {
            LogFault(log, fault, http.Request.Method, http.Request.Path, ProblemWriter.TraceId(http));
            if (http.Response.HasStarted)
                http.Abort(); // Half an answer must not look like a whole one.
            else
                await AnswerAsync(http, new Problem(ProblemTypes.InternalError, "Something went wrong on our side."));
            return;
        }
        if (EndedWithoutBody(http.Response) && ProblemTypes.ForStatus(http.Response.StatusCode) is { } type)
            await ProblemWriter.WriteAsync(http, new Problem(type, Describe(http, type)));
    }

    private static bool EndedWithoutBody(HttpResponse response) =>
        response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null or "" };

    private static Task AnswerAsync(HttpContext http, Problem problem)
    {
        http.Response.Clear();
        return ProblemWriter.WriteAsync(http, problem);
    }

    private static Problem Refused(BadHttpRequestException refused) => refused.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => new(ProblemTypes.PayloadTooLarge, "The body is too large."),
        StatusCodes.Status408RequestTimeout => new(ProblemTypes.RequestTimeout, "The rest of the request did not arrive in time."),
        _ => new(ProblemTypes.BadRequest, "The request could not be read to its end."),
    };

    private static string Describe(HttpContext http, ProblemType type) => type.Status switch
    {
        StatusCodes.Status404NotFound => $"There is nothing at {http.Request.PathBase}{http.Request.Path}.",
        StatusCodes.Status405MethodNotAllowed when http.Response.Headers.Allow is { Count: > 0 } allow =>
            $"{http.Request.Method} is not possible here. Allowed: {allow}.",
        _ => type.Summary,
    };

    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} ended in an unexpected fault, trace id {TraceId}")]
    private static partial void LogFault(ILogger log, Exception fault, string method, PathString path, string traceId);
}
