using Microsoft.AspNetCore.Http;

namespace Visualizer.DemoApi.Identity;

/// <summary>Who sent a request, as a verified access token says it.</summary>
/// <param name="Id">The token's <c>sub</c>: opaque and stable.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="Session">The session (<c>sid</c>) the token belongs to.</param>
public sealed record Subject(string Id, string Role, string Session);

public static class SubjectOfRequest
{
    /// <summary>The sender of a request of the demo API, or null where it came without a token. An invalid token never gets as far as a handler.</summary>
    public static Subject? Subject(this HttpContext http) => http.Features.Get<PresentedToken>()?.Subject;
}
