using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.HttpCaching;

/// <summary>The lab's texts.</summary>
internal static class CachingLesson
{
    public static Lesson Lesson => new()
    {
        Prediction = Prediction,
        Next = "Play “no-cache, five gets”; what was counted appears under Result.",
        Unit = "requests at the origin, bodies to the browser",
        Awaited = "Your prediction will stand here beside what the origin and your own browser counted. Play “no-cache, five gets” to measure it.",
        Interview = Interview,
        Folder = "SharedCache",
        Files = ["CachePolicy.cs", "StoredResponse.cs", "ResponseStore.cs", "CacheControl.cs", "Preconditions.cs"],
        BugHunt = CachingBugHunt.Hunt,
        Missions = CachingMissions.All,
        Terminal = "curl -sD - -o /dev/null {api}/cdn/products/{product}",
    };

    public static readonly Prediction Prediction = new(
        "Cache-Control: no-cache, with an ETag, and you press Get five times. How many requests reach the origin, and how many bodies travel to your browser?",
        [
            new("1 and 1", "That would be max-age. no-cache keeps the answer too, but asks before every single use."),
            new("5 and 5", "That would be no-store, or no ETag and no date. Here there is a copy to ask about, and “still right” needs no body."),
            new("5 and 1", "", IsRight: true),
            new("1 and 5", "A body that travels comes from somewhere: no copy here may be used without the origin’s word."),
        ],
        "no-cache keeps the answer and asks before each use: five round trips. The ETag lets the origin say 304, “what you have is right”, so the body travels once. It saves bytes, never the round trip; only max-age saves that.");

    public static readonly Interview Interview = new(
        "Cache-Control says how long an answer may be used without asking; the ETag lets a cache ask cheaply afterwards, and a 304 renews the copy without a body. So I give static things a long max-age, and what must be right no-cache with an ETag.",
        "Every second of max-age is a round trip saved and a second in which somebody may see the old state. no-cache is always right and always asks; stale-while-revalidate answers at once and pays with one old answer.",
        "You set max-age=300, s-maxage=3600 behind a CDN. How long does a browser keep the answer?",
        "Often not at all: it counts the Age that the CDN tells. A copy that lay there for 400 seconds is stale on arrival for everybody whose limit is 300.",
        "“no-cache” sounds like “do not store”. That is no-store. And the same ETag has a second job: If-Match on a write, so that two editors do not overwrite each other; a weak one cannot do that.");
}
