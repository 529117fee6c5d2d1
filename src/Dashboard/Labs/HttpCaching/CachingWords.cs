using System.Globalization;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.SharedCache;

namespace Visualizer.Dashboard.Labs.HttpCaching;

/// <summary>What stands on lines and at columns: short, for eyes.</summary>
internal static class CachingWords
{
    /// <summary>The version that a tag of ours begins with (<c>"3-9f86d081884c"</c>), or null.</summary>
    public static long? VersionOf(string? tag) =>
        tag?.Replace("W/", "", StringComparison.Ordinal).Trim('"').Split('-')[0] is { } first
        && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    /// <summary>A request on its way: "GET v2?" asks whether v2 is still right, "PUT if v2" wants to replace nothing else.</summary>
    public static string Asks(RequestReceived request) =>
        request.Header("If-Match") is { } guard ? $"{request.Method} if {(guard == "*" ? "*" : Named(guard))}"
        : request.Header("If-None-Match") is { } known ? $"{request.Method} {(known == "*" ? "new" : Named(known))}?"
        : request.Header("If-Modified-Since") is not null ? $"{request.Method} date?"
        : request.Method;

    private static string Named(string tags) => VersionOf(tags) is { } version ? $"v{version}" : "tag";

    /// <summary>An answer on its way back.</summary>
    public static string Answers(ResponseSent response) =>
        response is { Status: 200, ResponseBody.Bytes: > 0 and var bytes } ? $"200 · {Kilobytes(bytes)} KB" : response.Status.ToString(CultureInfo.InvariantCulture);

    public static LegWeight WeightOf(ResponseSent response) => response.Status == 304 ? LegWeight.Thin
        : response is { Status: 200, ResponseBody.Bytes: > 1_000 } ? LegWeight.Thick
        : LegWeight.Normal;

    /// <summary>A line that is kept free.</summary>
    public const string Nothing = "\u00a0";

    /// <summary>How many of this browser's gets the round trips are; others make round trips, too.</summary>
    public static string OfGets(CachingView view) => view.Browser.Asked switch
    {
        0 => Nothing,
        1 => view.RoundTrips > 1 ? "1 get by your browser" : "of 1 get",
        var asked => view.RoundTrips > asked ? $"{asked} gets by your browser" : $"of {asked} gets",
    };

    public static string Kilobytes(long bytes) => (bytes / 1_000d).ToString(bytes < 10_000 ? "0.#" : "0", CultureInfo.InvariantCulture);

    public static string Consulted(CacheConsulted told) => (told.Step, told.Forward, told.Copy) switch
    {
        ("serve", _, { } copy) => $"hit, {Seconds(copy.LifetimeMs - copy.AgeMs)} s left",
        ("serve_stale_and_ask", _, { } copy) => $"stale {Seconds(copy.AgeMs - copy.LifetimeMs)} s, served",
        ("revalidate", "request", _) => "told to ask",
        ("revalidate", _, { AsksFirst: true }) => "must ask",
        ("revalidate", _, { LifetimeMs: > 0 } copy) => $"stale {Seconds(copy.AgeMs - copy.LifetimeMs)} s",
        ("revalidate", _, _) => "must ask",
        ("fetch", "vary-miss", _) => "no such copy",
        ("fetch", _, _) => "no copy",
        ("refuse", _, _) => "asks nobody",
        _ => "hands it on",
    };

    public static string Kept(CachedCopy copy) => copy.AsksFirst ? "kept, asks first" : copy.LifetimeMs > 0 ? $"kept, {Seconds(copy.LifetimeMs)} s" : "kept, stale";

    /// <summary>The state of a copy, for the inspector.</summary>
    public static string StateOf(CachedCopy? copy) => copy is null
        ? "no copy"
        : $"a copy of v{VersionOf(copy.ETag)?.ToString(CultureInfo.InvariantCulture) ?? "?"}, {Seconds(copy.AgeMs)} s old, good for {Seconds(copy.LifetimeMs)} s{(copy.Varies.Count > 0 ? $", for {string.Join(", ", copy.Varies)}" : "")}";

    private static string Seconds(double milliseconds) => Math.Ceiling(milliseconds / 1_000).ToString("0", CultureInfo.InvariantCulture);

    internal static string? Header(this RequestReceived request, string name) =>
        request.Headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;
}
