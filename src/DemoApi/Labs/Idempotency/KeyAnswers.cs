using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Labs.Idempotency.Core;
using Visualizer.DemoApi.Problems;

namespace Visualizer.DemoApi.Labs.Idempotency;

/// <summary>Answers that are kept whole, and the refusals that are not.</summary>
internal static class KeyAnswers
{
    /// <summary>A 201, as bytes that can be sent again.</summary>
    public static StoredAnswer Created(HttpContext http, PlacedOrder order)
    {
        var (body, tag) = order.Write();
        return new(StatusCodes.Status201Created, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Content-Type"] = "application/json; charset=utf-8",
            ["Location"] = OrderWriting.AddressOf(http.Request, order.Id),
            ["ETag"] = tag.ToString(),
        }, body);
    }

    public static StoredAnswer Failed(HttpContext http, Problem problem)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Type"] = ProblemWriter.ContentType };
        if (problem.Type.Status >= 500)
            headers["Cache-Control"] = "no-store";
        return new(problem.Type.Status, headers, ProblemWriter.BodyOf(http, problem));
    }

    /// <summary>Sends an answer: the first time as it is, later with the mark of a repetition.</summary>
    public static IResult Send(this StoredAnswer answer, bool replayed) => new Sent(answer, replayed);

    // A second is as good a guess as any: the work takes less, unless it was told to take longer.
    public static Problem InUse => new(ProblemTypes.IdempotencyKeyInUse, "The first request with this key is still being worked on.") { Headers = { RetryAfter = "1" } };

    public static Problem Reused => Problem.Of(ProblemTypes.IdempotencyKeyReused,
        Violation.InHeader(KeyedOrder.Header, "This key was used for another request. A new intent needs a new key."));

    private sealed class Sent(StoredAnswer answer, bool replayed) : IResult, IStatusCodeHttpResult
    {
        int? IStatusCodeHttpResult.StatusCode => answer.Status;

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = answer.Status;
            foreach (var (name, value) in answer.Headers)
                response.Headers[name] = value;
            if (replayed)
                response.Headers["Idempotent-Replayed"] = "true";
            response.ContentLength = answer.Body.Length;
            await response.Body.WriteAsync(answer.Body, httpContext.RequestAborted);
        }
    }
}
