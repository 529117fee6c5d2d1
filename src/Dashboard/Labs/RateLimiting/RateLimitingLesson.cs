using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>The lab's texts.</summary>
internal static class RateLimitingLesson
{
    public static Lesson Lesson => new()
    {
        Prediction = Prediction,
        Next = "Play the tape: ten requests just before a window’s edge and ten just behind it. What it measures appears under Result.",
        Unit = "most in any 1 s, fixed window",
        Awaited = "Your prediction will stand here beside what the fixed window let pass. Play the tape “10 + 10 around the edge” to measure it.",
        Interview = Interview,
        Folder = "RateLimiting",
        Files = Files,
        BugHunt = RateLimitingBugHunt.Hunt,
        Missions = RateLimitingMissions.All,
        Terminal = "curl -i {api}/limits/token-bucket",
    };

    public static readonly Prediction Prediction = new(
        "Limit 10 per 10 seconds. What is the most that can pass within one second?",
        [
            new("10", "Ten is the most of one window, but one second can lie across the edge between two."),
            new("1", "One per second is the average over a window; a limit per window does not say how the ten are spread inside it."),
            new("20", "", IsRight: true),
            new("11", "That adds one refilled token to ten saved ones, but a fixed window does not refill bit by bit: at its edge it forgets everything."),
        ],
        "A fixed window counts from zero after its edge: a full quota just before and another just behind it are both legal, so twice the limit passes in an instant.");

    public static readonly Interview Interview = new(
        "I would give each client a token bucket: it may burst up to the capacity C and is then held to the refill rate r. Over the limit it gets 429 with a Retry-After that is true, and every answer says what is left.",
        "A fixed window is one counter, but lets 2L pass across an edge. A log keeps to exactly L and remembers every request; a sliding counter needs two numbers and can let 2L − 1 through in the worst window. A leaky queue smooths what comes out and pays with a wait of up to Q / r.",
        "Is a token bucket of 10 at 1 per second never above 10 in ten seconds?",
        "No: the bound is C + r·T. A full bucket and its refill pass 19 in some ten seconds, and that is the design.",
        "“10 per 10 seconds” sounds like a promise for any ten seconds. Only the log keeps it; ask which ten seconds are meant.");

    /// <summary>The core's files that decide, in the order of the lanes.</summary>
    public static readonly IReadOnlyList<string> Files = ["FixedWindow.cs", "SlidingLog.cs", "SlidingCounter.cs", "TokenBucket.cs", "LeakyBucket.cs"];
}
