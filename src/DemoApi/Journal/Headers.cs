using Microsoft.AspNetCore.Http;

namespace Visualizer.DemoApi.Journal;

/// <summary>Header lines and sender of a request, as the journal keeps them.</summary>
internal static class Headers
{
    private const int MaxAgentLength = 200;

    private static readonly HashSet<string> Schemes = new(["Basic", "Bearer", "Digest", "DPoP", "Negotiate"], StringComparer.OrdinalIgnoreCase);

    public static List<HeaderLine> Lines(IHeaderDictionary headers)
    {
        var lines = new List<HeaderLine>(headers.Count);
        foreach (var (name, values) in headers)
        {
            foreach (var value in values)
                lines.Add(new HeaderLine(name, IsSecret(name) ? SchemeOf(value ?? "") : value ?? ""));
        }

        return lines;
    }

    public static RequestOrigin OriginOf(HttpRequest request)
    {
        var agent = Short(request.Headers.UserAgent.ToString());
        if (agent.StartsWith(RequestOrigin.CacheAgent, StringComparison.Ordinal))
            return new RequestOrigin(Page: false, agent, Short(request.Headers[RequestOrigin.AskedByHeader].ToString()));
        var page = agent.StartsWith(RequestOrigin.PageAgent, StringComparison.Ordinal)
            || string.Equals(request.Headers["Sec-Fetch-Site"], "same-origin", StringComparison.Ordinal);
        return new RequestOrigin(page, agent);
    }

    private static string Short(string text) => text.Length > MaxAgentLength ? text[..MaxAgentLength] : text;

    // Only a scheme that is known: who forgets the word "Bearer" has sent the token in its place.
    private static string SchemeOf(string value) => value.Split(' ', 2)[0] is var word && Schemes.Contains(word) ? $"{word} …" : "…";

    /// <summary>The scheme stays readable; the credential does not belong into a record.</summary>
    private static bool IsSecret(string name) => name.Equals("Authorization", StringComparison.OrdinalIgnoreCase);
}
