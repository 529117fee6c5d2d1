using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Problems;

namespace Visualizer.DemoApi.Identity;

/// <summary>Reads who a request says it is: one access token in one place, none, or a problem (RFC 6750 §2, §3.1).</summary>
internal static class Credentials
{
    public const string QueryParameter = "access_token";

    private const string Scheme = "Bearer";

    public static (string? Token, Problem? Problem) Of(HttpRequest request)
    {
        var lines = request.Headers.Authorization;
        var inQuery = request.Query.TryGetValue(QueryParameter, out var values) ? Math.Max(1, values.Count) : 0;
        return (lines.Count, inQuery) switch
        {
            (0, 0) => (null, null),
            (0, 1) => (null, Challenge.ForTokenInAddress()),
            (1, 0) => InHeader(lines[0] ?? ""),
            _ => (null, Challenge.ForMalformed("Credentials were sent more than once.")),
        };
    }

    /// <summary>Another scheme brings no access token: it counts as none. "Bearer" without exactly one word after it is a mistake.</summary>
    private static (string? Token, Problem? Problem) InHeader(string value)
    {
        var words = value.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || !words[0].Equals(Scheme, StringComparison.OrdinalIgnoreCase))
            return (null, null);
        return words.Length == 2
            ? (words[1], null)
            : (null, Challenge.ForMalformed("Authorization must be the word Bearer, a space, and one access token."));
    }
}
