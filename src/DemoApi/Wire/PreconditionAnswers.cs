using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Problems;

namespace Visualizer.DemoApi.Wire;

/// <summary>How an outcome is answered, in the same words on every call.</summary>
public static class PreconditionAnswers
{
    /// <summary>
    /// The answer that ends the request here, or null to proceed. A 304 must carry the ETag, Cache-Control, Vary and Expires that the
    /// 200 would (RFC 9110 §15.4.5): set them before asking.
    /// </summary>
    public static IResult? Answer(this PreconditionOutcome outcome) => outcome switch
    {
        PreconditionOutcome.NotModified => TypedResults.StatusCode(StatusCodes.Status304NotModified),
        PreconditionOutcome.Failed => new Problem(ProblemTypes.PreconditionFailed, "This is not the state that the request names; nothing was changed."),
        PreconditionOutcome.Required => new Problem(ProblemTypes.PreconditionRequired,
            "Say which state you replace: send the ETag you have read as If-Match, or If-None-Match: * to create."),
        _ => null,
    };
}
