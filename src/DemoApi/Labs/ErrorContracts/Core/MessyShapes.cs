namespace Visualizer.DemoApi.Labs.ErrorContracts.Core;

/// <summary>
/// WRONG, on purpose: the twin of the one contract. What is refused, and why, is decided by the same gates; how it is told is left to
/// whoever met the mistake first. Three statuses lie, three bodies are problem documents in three dialects, and a client that wants to understand all of them needs eight parsers.
/// </summary>
internal static class MessyShapes
{
    private const string Json = "application/json";
    private const string Problem = "application/problem+json";

    /// <param name="mistake">What the client did.</param>
    public static MessyShape Of(string mistake) => mistake switch
    {
        "not-json" => new(400, "text/plain", "The parser's own words, passed on."),
        "wrong-media-type" => new(415, Problem, "The framework's answer where nobody wrote one: about:blank, and nothing to act on."),
        "member-missing" => new(422, Json, "A validation library's list, under \"detail\"."),
        "bad-email" => new(200, Json, "\"success\": false. The transport worked, somebody thought; every monitor and retry now counts it as fine."),
        "bad-username" => new(400, Problem, "Another library's dictionary of errors, and 400 for what could be read."),
        "duplicate" => new(500, Json, "Nobody caught what the database threw: its name and its columns travel, and somebody is woken at night."),
        "too-large" => new(413, "text/html", "The gateway's page for people."),
        _ => new(404, Problem, "A colleague's own members beside the standard's, under names that nobody else uses."),
    };
}

/// <summary>How one mistake is told.</summary>
/// <param name="MediaType">Of the body, without parameters.</param>
/// <param name="How">How it came to be.</param>
internal sealed record MessyShape(int Status, string MediaType, string How);
