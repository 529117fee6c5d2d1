using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace Visualizer.DemoApi.Sandboxes;

/// <summary>Takes the endpoints of the wrong scope out of the match, so that routing goes on to the right one or to 404.</summary>
internal sealed class SandboxScopePolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    public override int Order => -1000; // before the HTTP method is looked at: a wrong place is 404, never 405

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(e => ScopeOf(e) is not SandboxScope.Anywhere);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && !Fits(httpContext, candidates[i].Endpoint))
                candidates.SetValidity(i, false);
        }

        return Task.CompletedTask;
    }

    /// <summary>An endpoint without a mark is outside: what nobody thought about is not served under a learner's address.</summary>
    private static SandboxScope ScopeOf(Endpoint endpoint) =>
        endpoint.Metadata.OfType<SandboxScope>().Cast<SandboxScope?>().LastOrDefault() ?? SandboxScope.Outside;

    /// <summary>Whether an endpoint answers where this request came in.</summary>
    public static bool Fits(HttpContext http, Endpoint endpoint) =>
        ScopeOf(endpoint) is var scope && (scope is SandboxScope.Anywhere || (scope is SandboxScope.Inside) == (http.FindSandbox() is not null));
}
