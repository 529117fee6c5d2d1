using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Labs.Versioning.Core;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.SharedCache;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.Versioning;

/// <summary>What a sandbox's versions follow: which is the default, whether answers say what they vary by, and when version 1 ends.</summary>
internal sealed record VersionRules(int DefaultVersion, bool Vary, Lifetime FirstVersion)
{
    /// <summary>How long version 1 of a fresh sandbox still lives.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromDays(90);

    /// <summary>Version 1 is deprecated from the sandbox's birth on.</summary>
    public static VersionRules For(Sandbox sandbox) =>
        new(Versions.First, Vary: true, Lifetime.Ending(sandbox.BornAt, sandbox.BornAt + Notice));

    /// <summary>Reads new rules from a PUT. A sunset before today is fine: version 1 has ended then, and was announced no later.</summary>
    public static async ValueTask<Read<VersionRules>> ReadAsync(Sandbox sandbox, HttpContext http)
    {
        var read = await JsonBody.ReadAsync<VersioningSettings>(http);
        if (read.Problem is { } unread)
            return unread;
        var (check, sunset) = (new Validation().Check(read.Value), default(DateTimeOffset));
        if (read.Value.Sunset is { } text)
            check.That(WireJson.TryParse(text, out sunset), "#/sunset", "sunset must be a time of RFC 3339, such as 2026-07-01T00:00:00Z.");
        if (check.Problem is { } invalid)
            return invalid;
        return new VersionRules((int)read.Value.DefaultVersion!.Value, read.Value.Vary!.Value, Lifetime.Ending(sandbox.BornAt, sunset));
    }

    public Lifetime LifetimeOf(int version) => version == Versions.First ? FirstVersion : Lifetime.Endless;

    public VersioningSettings Contract => new(DefaultVersion, Vary, WireJson.Format(FirstVersion.Sunset!.Value));

    public VersioningState State => new(DefaultVersion, Vary, FirstVersion.DeprecatedAt!.Value, FirstVersion.Sunset!.Value);
}

/// <summary>The rules of one sandbox. They are replaced as a whole, so a request that took them keeps one state to its end.</summary>
internal sealed class VersionShelf(Sandbox sandbox) : ILabState<VersionShelf>
{
    private VersionRules _rules = VersionRules.For(sandbox);

    public static string Lab => VersioningLab.Slug;

    public VersionRules Rules => Volatile.Read(ref _rules);

    public static VersionShelf Create(Sandbox sandbox) => new(sandbox);

    /// <summary>The shared cache in front of the users. New rules do not empty it: in the field they do not either.</summary>
    public EdgeCache Cache { get; } = new(sandbox, VersioningLab.Slug);

    /// <summary>Puts new rules in place, and answers the ones they replace.</summary>
    public VersionRules Replace(VersionRules rules) => Interlocked.Exchange(ref _rules, rules);
}
