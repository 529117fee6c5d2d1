using System.Text.Json;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.Versioning.Core;
using Visualizer.DemoApi.Problems;

namespace Visualizer.DemoApi.Labs.Versioning;

/// <summary>Tells a decision to the journal, in the words of the wire.</summary>
internal static class VersioningEvent
{
    public static IEventData Of(VersionRequest asked, VersionDecision decision, Problem? refused, VersionRules rules, string vary, DateTimeOffset now)
    {
        var (told, hasty) = (AskedVersion.Told(asked), HastyNegotiation.Decide(asked, rules.DefaultVersion));
        if (refused is not null)
            return new VersionRefused(told, refused.Type.Status, refused.Type.Code, Word(decision.Sources[0]), refused.Detail, hasty);
        var lifetime = rules.LifetimeOf(decision.Version);
        return new VersionChosen(
            told, decision.Version, decision.ContentType, [.. decision.Sources.Select(source => Word(source))], rules.DefaultVersion,
            Word(lifetime.StageAt(now)), (lifetime.Sunset - now)?.TotalSeconds, vary, decision.Why, hasty);
    }

    /// <summary><c>MediaType</c> is <c>media_type</c> in events and answers.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{value}");
}
