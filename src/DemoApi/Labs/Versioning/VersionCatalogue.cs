using System.Text.Json;
using Visualizer.DemoApi.Labs.Versioning.Core;
using Visualizer.DemoApi.Users;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.Versioning;

/// <summary>What <c>Link: …; rel="deprecation"</c> leads to: which versions there are, how long, and what has to change in a client.</summary>
internal static class VersionCatalogue
{
    public static readonly DateTimeOffset Then = new(2026, 1, 23, 11, 0, 0, TimeSpan.Zero);

    public static readonly UserV1 First = new(1, "alice.smith@example.com", "alicesmith", "Alice Smith", Then);

    public static readonly UserV2 Second = new(1, "alice.smith@example.com", "alicesmith", new NameV2("Alice", "Smith"), Then);

    public static readonly IReadOnlyList<VersionChange> Changes =
    [
        .. ContractDiff.Between(JsonSerializer.SerializeToElement(First, WireJson.Options), JsonSerializer.SerializeToElement(Second, WireJson.Options))
            .Select(change => new VersionChange(Versions.First, Versions.Latest, change.Pointer, change.Breaking, change.Detail)),
    ];

    public static VersionList At(DateTimeOffset now, VersionRules rules) => new(
        rules.DefaultVersion,
        [.. Versions.All.Select(version => Entry(version, rules.LifetimeOf(version), now))],
        Changes);

    private static VersionEntry Entry(int version, Lifetime lifetime, DateTimeOffset now) => new(
        version, Versions.MediaTypeOf(version), VersioningEvent.Word(lifetime.StageAt(now)), lifetime.DeprecatedAt, lifetime.Sunset);
}
