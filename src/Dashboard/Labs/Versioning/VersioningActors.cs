using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.Versioning;

/// <summary>The columns of the stage, in the order in which a request meets them.</summary>
internal static class VersioningActors
{
    public const string Cache = "cache";
    public const string First = "v1";
    public const string Second = "v2";

    public static IReadOnlyList<Actor> Of(VersioningView view)
    {
        var life = VersioningWords.Ends(view.Sunset, view.Latest);
        var gone = view.Sunset <= view.Latest;
        return
        [
            new("client", "Client", "any of them", "C"),
            new(Cache, "Shared cache", "", "SC"),
            new("choice", "Which version?", $"default {view.DefaultVersion}, {(view.Vary ? "says" : "forgets")} Vary", "?"),
            new(First, "Version 1", life, "v1") { Mood = gone ? ActorMood.Stopped : ActorMood.Plain, MoodWords = gone ? "410" : "" },
            new(Second, "Version 2", "stays", "v2"),
        ];
    }
}
