using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Journal;

/// <summary>Stands in front of the demo API and writes every exchange into the sandbox's journal, whoever sent it.</summary>
/// <remarks>
/// The outcome is held back until it is written down, so that a client that has its answer, or lost its connection, finds that in the
/// journal, and what it sends next comes after it.
/// The request is written down behind routing (<see cref="RecordArrival"/>), where its lab is known.
/// </remarks>
public sealed class ExchangeRecorder(RequestDelegate next, TimeProvider real)
{
    public Task InvokeAsync(HttpContext context) =>
        context.FindSandbox() is { } sandbox && context.Request.Path.StartsWithSegments("/api") ? RecordAsync(context, sandbox) : next(context);

    /// <summary>The second half, behind routing: "as received" is as the server hands it over, parsed and written again.</summary>
    public static void RecordArrival(HttpContext context)
    {
        if (context.Features.Get<RecordedExchange>() is not { } exchange || context.GetEndpoint()?.Metadata.GetMetadata<Unrecorded>() is not null)
            return;
        var (request, sandbox) = (context.Request, context.Sandbox());
        context.Request.Path.StartsWithSegments("/api", out var path);
        exchange.Lab = context.GetEndpoint()?.Metadata.GetMetadata<LabMark>()?.Slug;
        exchange.Recorded = true;
        sandbox.Journal.Append(
            sandbox.Clock.GetUtcNow(),
            new RequestReceived(exchange.Method, path + Secrets.InQuery(request.QueryString), request.Protocol, Headers.Lines(request.Headers), Headers.OriginOf(request)),
            exchange.Lab,
            exchange.RequestId);
    }

    private async Task RecordAsync(HttpContext context, Sandbox sandbox)
    {
        var (request, response) = (context.Request, context.Response);
        var exchange = new RecordedExchange(sandbox.NextRequestId(), request.Method);
        context.Features.Set(exchange);
        context.TraceIdentifier = exchange.RequestId;
        var arrived = real.GetTimestamp();
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
        if (exchange.CutByServer || context.RequestAborted.IsCancellationRequested)
        {
            Record(new ConnectionAborted(exchange.CutByServer, Kept(question.Captured())));
            context.Abort();
            return;
        }

        var body = answer.GetBuffer().AsMemory(0, (int)answer.Length);
        var elapsed = real.GetElapsedTime(arrived).TotalMilliseconds;
        response.Headers["Sandbox-Time"] = WireJson.Format(at);
        response.Headers["Server-Timing"] = exchange.Parts.ServerTiming(elapsed);
        if (!body.IsEmpty)
            response.ContentLength ??= body.Length;
        Record(new ResponseSent(response.StatusCode, Headers.Lines(response.Headers), Kept(question.Captured()), Kept(CapturingStream.Keep(body.Span)), elapsed));
        if (!body.IsEmpty)
            await wireOut.WriteAsync(body, context.RequestAborted);

        CapturedBody Kept(CapturedBody captured) => context.GetEndpoint()?.Metadata.GetMetadata<SecretMembers>() is { } secret ? secret.Hide(captured) : captured;

        void Record(IEventData outcome)
        {
            if (exchange.Recorded)
                sandbox.Journal.Append(at, outcome, exchange.Lab, exchange.RequestId);
        }
    }
}
