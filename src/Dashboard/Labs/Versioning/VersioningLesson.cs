using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.Versioning;

/// <summary>The lab's texts.</summary>
internal static class VersioningLesson
{
    public static readonly Prediction Prediction = new(
        "The server forgets Vary. Which styles can hand v1 to a v2 client through a shared cache?",
        [
            new("none", "Every request names its version, but the cache compares only what it was told to compare: the address, and what Vary lists."),
            new("URI, query, header, media type", "An address with the version in it is a different address; a cache keeps the two apart without being told."),
            new("header, media type", "", IsRight: true),
            new("query, header, media type", "A query belongs to the address (RFC 9111 §2), so ?version=1 and ?version=2 are two keys; it only looks like an option."),
        ],
        "A cache finds its copy by the address. Header and media type leave the address as it is, so only Vary tells the cache that two requests are not the same; a version in the path or the query is part of the key.");

    public static Lesson Lesson { get; } = new()
    {
        Prediction = Prediction,
        Next = "Press “Forget Vary”: in each style the old app asks through the cache, and right behind it the web client. Which answers came in the wrong version appears under Result.",
        Unit = "styles that handed v1 to a v2 client",
        Awaited = "Your prediction will stand here beside the styles that really mixed versions up. Press “Forget Vary” to try all four.",
        Interview = new(
            "I put the version into the path: everyone sees it, a router and a cache need to be told nothing, and a mistake is a 404. I make a new version only for a breaking change, announce the old one’s end with Deprecation and Sunset, and answer 410 with the successor once it has come.",
            "A header or a media type keeps one address for one thing and lets a client rank what it can read, per resource. It pays with Vary on every answer, with 406 and 415, and with links that cannot carry a version. A query is the easiest to try and the easiest to forget.",
            "A client names no version. What does it get?",
            "The default it has always got, or a 400 from the first day on. A default that moves breaks exactly those clients that nobody can reach; it is a breaking change without a new version.",
            "“Adding is safe, so we need no versions.” Adding is safe for clients that ignore what they do not know. Making an object of a text is breaking in every style: the style only decides who finds out, and how."),
        Folder = "Versioning",
        Files = ["VersionNegotiation.cs", "HastyNegotiation.cs", "AcceptHeader.cs", "MediaRange.cs", "Lifetime.cs", "ContractDiff.cs", "Versions.cs", "VersionRequest.cs", "VersionDecision.cs", "FieldReader.cs"],
        BugHunt = VersioningBugHunt.Hunt,
        Missions = VersioningMissions.All,
        Terminal = "curl -i {api}/users/1 -H 'API-Version: 2'",
    };
}
