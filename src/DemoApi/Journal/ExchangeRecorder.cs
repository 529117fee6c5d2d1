using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.DemoApi.Journal;

/// <summary>Stands in front of the demo API and writes every exchange into the sandbox's journal, whoever sent it.</summary>
/// <remarks>
/// Stands behind routing, which tells the lab, and in front of everything that can answer. The response is held back until it is written down, so that a client that has its answer finds it in the journal.
/// "As received" means as the server hands it over: header lines are parsed and written again.
/// </remarks>
public sealed class ExchangeRecorder(RequestDelegate next, TimeProvider real)
{
    public Task InvokeAsync(HttpContext context) =>
        context.FindSandbox() is { } sandbox
        && context.Request.Path.StartsWithSegments("/api", out var path)
        && context.GetEndpoint()?.Metadata.GetMetadata<Unrecorded>() is null
            ? RecordAsync(context, sandbox, path)
            : next(context);

    private async Task RecordAsync(HttpContext context, Sandbox sandbox, PathString path)
    {
        var (request, response) = (context.Request, context.Response);
        var exchange = new RecordedExchange(sandbox.NextRequestId());
        context.Features.Set(exchange);
        context.TraceIdentifier = exchange.RequestId;
        var lab = context.GetEndpoint()?.Metadata.GetMetadata<LabMark>()?.Slug;
        var arrived = real.GetTimestamp();
        sandbox.Journal.Append(
            sandbox.Clock.GetUtcNow(),
            new RequestReceived(request.Method, path + request.QueryString, request.Protocol, Lines(request.Headers), OriginOf(request)),
            lab,
            exchange.RequestId);

        var (wireIn, wireOut) = (request.Body, response.Body);
        using var answer = new MemoryStream();
        var question = new CapturingStream(wireIn);
        (request.Body, response.Body) = (question, answer);
        try
        {
            await next(context);
        }
        finally
        {
            (request.Body, response.Body) = (wireIn, wireOut);
        }

        var at = exchange.OutcomeAt ?? sandbox.Clock.GetUtcNow();
        if (context.RequestAborted.IsCancellationRequested)
        {
            sandbox.Journal.Append(at, new ConnectionAborted(exchange.CutByServer, question.Captured()), lab, exchange.RequestId);
            return;
        }

        response.Headers["Sandbox-Time"] = at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var elapsed = real.GetElapsedTime(arrived).TotalMilliseconds;
        response.Headers["Server-Timing"] = string.Create(CultureInfo.InvariantCulture, $"app;dur={elapsed:0.###}");
        if (answer.Length > 0 && response.ContentLength is null)
            response.ContentLength = answer.Length;
        var sent = new ResponseSent(
            response.StatusCode, Lines(response.Headers), question.Captured(), CapturingStream.Keep(answer.GetBuffer().AsSpan(0, (int)answer.Length)), elapsed);
        sandbox.Journal.Append(at, sent, lab, exchange.RequestId);
        if (answer.Length > 0)
            await wireOut.WriteAsync(answer.GetBuffer().AsMemory(0, (int)answer.Length), context.RequestAborted);
    }

    private static List<HeaderLine> Lines(IHeaderDictionary headers)
    {
        var lines = new List<HeaderLine>(headers.Count);
        foreach (var (name, values) in headers)
        {
            foreach (var value in values)
                lines.Add(new HeaderLine(name, name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) ? Redacted(value) : value ?? ""));
        }

        return lines;
    }

    /// <summary>The scheme stays readable, the credential does not belong into a record.</summary>
    private static string Redacted(string? credential) => $"{credential?.Split(' ', 2)[0]} …";

    private static RequestOrigin OriginOf(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        var page = agent.StartsWith(RequestOrigin.PageAgent, StringComparison.Ordinal) || request.Headers["Sec-Fetch-Site"] == "same-origin";
        return new RequestOrigin(page, agent.Length > 200 ? agent[..200] : agent);
    }
}
