using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Problems;

namespace Visualizer.DemoApi.Identity;

/// <summary>Endpoint metadata: only for whoever brings a valid access token, and of a certain role where one is named.</summary>
/// <param name="Role">One of <see cref="Roles"/>, or null for anybody with a token.</param>
/// <param name="Hidden">What a wrong role is told instead of 403, or null for 403: a lab may hide that the thing exists.</param>
public sealed record TokenDemand(string? Role, Func<HttpContext, Problem?>? Hidden);

/// <summary>Endpoint metadata: this endpoint verifies the token by itself, rightly or wrongly.</summary>
internal sealed record VerifiesByItself;

public static class TokenDemands
{
    /// <summary>
    /// Without a valid token 401, with another role 403, before anything else of the call is looked at. Say
    /// <c>operation.NeedsToken(role)</c> in its description as well.
    /// </summary>
    public static TBuilder RequireToken<TBuilder>(this TBuilder endpoint, string? role = null, Func<HttpContext, Problem?>? hidden = null)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new TokenDemand(role, hidden));
}
