using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.RateLimiting;

/// <summary>One request for permission, read and checked before any quota is looked at.</summary>
/// <param name="Client">The <c>Client-Id</c>: 1 to 64 visible ASCII characters, or null for the anonymous partition.</param>
/// <param name="Wait">False: a queued request is answered at once and told its turn.</param>
internal sealed record LimitRequest(string Algorithm, string? Client, long Cost, bool Wait)
{
    private const int MaxClientLength = 64;

    public static Read<LimitRequest> Read(HttpRequest request, LimiterSettings settings)
    {
        var query = new Query(request);
        var (cost, wait) = (query.Integer("cost", 1, settings.MaxCost, 1), query.Flag("wait", true));
        if (query.Problem is { } wrong)
            return wrong;
        var ids = request.Headers["Client-Id"];
        if (ids.Count == 0)
            return new LimitRequest(settings.Algorithm, null, cost, wait);
        if (ids.Count > 1 || ids[0] is not { Length: > 0 and <= MaxClientLength } id || id.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return Problem.Of(ProblemTypes.InvalidHeader,
                Violation.InHeader("Client-Id", $"Client-Id must be given once, with 1 to {MaxClientLength} visible ASCII characters."));
        }

        return new LimitRequest(settings.Algorithm, id, cost, wait);
    }
}
