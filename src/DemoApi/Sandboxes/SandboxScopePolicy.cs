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
        var inside = httpContext.FindSandbox() is not null;
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && !Fits(ScopeOf(candidates[i].Endpoint), inside))
                candidates.SetValidity(i, false);
        }

        return Task.CompletedTask;
    }

    /// <summary>An endpoint without a mark is outside: what nobody thought about is not served under a learner's address.</summary>
    private static SandboxScope ScopeOf(Endpoint endpoint) =>
        endpoint.Metadata.OfType<SandboxScope>().Cast<SandboxScope?>().LastOrDefault() ?? SandboxScope.Outside;

    private static bool Fits(SandboxScope scope, bool inside) =>
        scope is SandboxScope.Anywhere || (scope is SandboxScope.Inside) == inside;
}
