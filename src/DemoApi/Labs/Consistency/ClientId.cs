using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.Consistency;

/// <summary><c>Client-Id</c>: whose session this is. Only the checker of guarantees asks; no answer depends on it.</summary>
internal static class ClientId
{
    public const string Header = "Client-Id";

    public const int MaxLength = 64;

    /// <summary>The name, empty where there is none, or the 400.</summary>
    public static Read<string> Read(HttpRequest request)
    {
        var sent = request.Headers[Header];
        if (sent.Count == 0)
            return "";
        return sent.Count == 1 && sent[0] is { Length: > 0 and <= MaxLength } name && !name.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? name
            : Problem.Of(ProblemTypes.InvalidHeader, Violation.InHeader(Header, $"{Header} must be given once, with 1 to {MaxLength} visible ASCII characters."));
    }
}
