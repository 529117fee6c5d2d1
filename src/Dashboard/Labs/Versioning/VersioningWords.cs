using System.Globalization;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.Versioning;
using Visualizer.DemoApi.SharedCache;

namespace Visualizer.Dashboard.Labs.Versioning;

/// <summary>What the lab says about its requests, for the stage, the inspector and for ears.</summary>
internal static class VersioningWords
{
    /// <summary>How a request names its version, short enough to stand on a line.</summary>
    /// <param name="brief">The line is that from one column to the next.</param>
    public static string Asks(RequestReceived request, bool brief)
    {
        var path = request.Path.StartsWith("/cdn/", StringComparison.Ordinal) ? request.Path[4..] : request.Path;
        return path.StartsWith("/v", StringComparison.Ordinal) ? path
            : path.IndexOf("?version=", StringComparison.Ordinal) is > 0 and var at ? path[at..]
            : Header(request, "API-Version") is { } version ? $"{(brief ? "API-Ver…" : "API-Version")}: {version}"
            : Header(request, "Accept") is { } accept && accept.IndexOf(".visualizer.", StringComparison.OrdinalIgnoreCase) is >= 0 and var name ? $"Accept: …{accept.AsSpan(name + 12).Slice(0, Math.Min(2, accept.Length - name - 12))}"
            : path;
    }

    /// <summary>The version that a request names, wherever it does: <c>v2</c>, or <c>none</c>.</summary>
    public static string AsksBriefly(RequestReceived request) =>
        Asks(request, brief: true) is var asked && asked.StartsWith("/users/", StringComparison.Ordinal) ? "none" : $"v{asked.FirstOrDefault(char.IsAsciiDigit, '?')}";

    public static string Choice(VersionChosen? chosen, VersionRefused? refused) =>
        refused is not null ? refused.Error.Replace('_', ' ')
        : chosen is null ? ""
        : chosen.Sources is ["default"] ? $"default: {chosen.Version}"
        : $"by {string.Join(", ", chosen.Sources.Select(Place))}";

    public static string CacheSays(CacheConsulted? consulted) => consulted switch
    {
        null => "",
        { Step: "serve", Copy: { } copy } => $"hit, {copy.AgeMs / 1000:0} s old",
        { Forward: { } why } => why,
        _ => consulted.Step.Replace('_', ' '),
    };

    /// <summary>Status and version of an answer: <c>200 v1</c>.</summary>
    public static string Answer(ResponseSent answer) => answer.Header("API-Version") is { } version ? $"{answer.Status} v{version}" : $"{answer.Status}";

    /// <summary>What stands over the requests of one setting.</summary>
    public static string Group(DateTimeOffset at, int defaultVersion, bool vary) =>
        string.Create(CultureInfo.InvariantCulture, $"{at:HH:mm} · default {defaultVersion} · {(vary ? "Vary said" : "Vary forgotten")}");

    public static WireDecision Of(VersionChosen e)
    {
        var hasty = e.Hasty == e.Version ? "" : $" A search for “v{e.Hasty}” in the text would have given version {e.Hasty}.";
        return new(
            e.Stage == "gone" ? $"version {e.Version}, gone" : $"version {e.Version}",
            e.Why + hasty + (e.Stage == "gone" ? " Its sunset has passed." : ""),
            e.Stage == "gone" ? "RFC 8594, RFC 9110 §15.5.11" : e.Sources.Contains("media_type") ? "RFC 9110 §12.5.1" : e.Vary.Length > 0 ? "RFC 9110 §12.5.5" : "",
            State(e.Default, e.Vary), State(e.Default, e.Vary));
    }

    public static WireDecision Of(VersionRefused e, int defaultVersion) => new(
        $"no version, {e.Status}",
        $"{e.Why} A search in the text would have given version {e.Hasty}.",
        e.Status switch { 406 => "RFC 9110 §15.5.7", 415 => "RFC 9110 §15.5.16", 404 => "RFC 9110 §15.5.5", _ => "RFC 9110 §15.5.1" },
        $"default {defaultVersion}", $"default {defaultVersion}");

    public static WireDecision Of(CacheConsulted e) => new(
        $"cache: {e.Step.Replace('_', ' ')}", $"{e.Why}.", e.Rule,
        e.Copy is null ? "no copy for this request" : $"a copy of {e.Copy.AgeMs / 1000:0.#} s{Varying(e.Copy)}",
        e.Step == "serve" ? $"a copy of {e.Copy!.AgeMs / 1000:0.#} s{Varying(e.Copy)}" : "the origin is asked");

    public static WireDecision Of(VersionHandedOut e, CacheConsulted? consulted) => new(
        $"version {e.Given} out of the cache",
        $"The origin would have {(e.Wanted is { } wanted ? $"given version {wanted}" : "refused")} here. The cache was never told that this answer depends on request headers, so the address alone is its key.",
        "RFC 9111 §4.1, RFC 9110 §12.5.5",
        $"a copy of {(consulted?.Copy?.AgeMs ?? 0) / 1000:0.#} s that varies by nothing", "the copy stays");

    /// <summary>The header that tells the lesson.</summary>
    public static string Telling(WireExchange exchange) => exchange.Response switch
    {
        null => "",
        { } answer when answer.Header("Cache-Status") is { } cache => $"{Named(answer)} · {cache}",
        { Status: 410 } gone when gone.Header("Link") is { } link => $"successor {Target(link)}",
        { } answer when answer.Header("Sunset") is { } sunset => $"{Named(answer)} · Sunset: {sunset}",
        { } answer => Named(answer),
    };

    public static string Read(RobotState robot) =>
        $"{robot.Robot.Title} {(robot.Broken ? $"cannot read its answer, {robot.Reading!.Says}" : $"reads {robot.Reading!.Says}{(robot.Got is { } version ? $" from version {version}" : "")}.")}";

    public static string Configured(VersioningState set) =>
        $"The default is version {set.DefaultVersion}, the origin {(set.Vary ? "says" : "forgets")} Vary, version 1 ends {Day(set.Sunset)}.";

    /// <summary>When a version ends, in a few words that no passing of time makes untrue.</summary>
    public static string Ends(DateTimeOffset? sunset, DateTimeOffset now) => sunset switch
    {
        null => "",
        { } at when at <= now => "ended",
        { } at when at - now < TimeSpan.FromDays(2) => $"ends {at:HH:mm:ss}",
        { } at => $"ends {Day(at)}",
    };

    public static string Day(DateTimeOffset at) => at.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The user a request is about, whatever its version: the last part of the path.</summary>
    public static string UserOf(string path)
    {
        var end = path.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark ? mark : path.Length;
        return path[(path.LastIndexOf('/', end - 1) + 1)..end];
    }

    /// <summary>The first address in a Link field.</summary>
    public static string Target(string link) => link.Split('<', '>') is [_, var target, ..] ? target : "";

    public static string Place(string source) => source switch
    {
        "media_type" => "media type",
        _ => source,
    };

    private static string State(int defaultVersion, string vary) => $"default {defaultVersion}, {(vary.Length > 0 ? $"Vary: {vary}" : "no Vary")}";

    private static string Varying(CachedCopy copy) => copy.Varies.Count == 0 ? "" : $" for {string.Join(", ", copy.Varies)}";

    private static string Named(ResponseSent answer) => answer.Header("API-Version") is { } version ? $"API-Version: {version}" : "no version";

    private static string? Header(RequestReceived request, string name) =>
        request.Headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;
}
