using Visualizer.Dashboard.Labs.Versioning;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.Versioning;
using Visualizer.DemoApi.SharedCache;

namespace Visualizer.Dashboard.Tests.Labs.Versioning;

/// <summary>Writes the lab's journal by hand.</summary>
internal sealed class VersioningStory
{
    public const string V1 = """{"id":1,"email":"a@b.example","username":"alice","name":"Alice Smith","created_at":"2026-01-23T11:00:00.000Z"}""";
    public const string V2 = """{"id":1,"email":"a@b.example","username":"alice","name":{"first":"Alice","last":"Smith"},"created_at":"2026-01-23T11:00:00.000Z"}""";

    private static readonly DateTimeOffset Sunset = Journaled.Start.AddDays(90);

    public Journaled Journal { get; } = new Journaled().Started();

    public VersioningView Fold() => new VersioningView().Fold(Journal.Events);

    public VersioningStory Received(string id, double atMs, string path, string? client = null, string? askedBy = null, params HeaderLine[] headers) =>
        Add(atMs, new RequestReceived("GET", path, "HTTP/1.1", [.. headers, .. client is null ? [] : new[] { new HeaderLine("Client-Id", client) }], new(askedBy is null, "Visualizer-Page/1.0", askedBy)), id);

    public VersioningStory Chosen(string id, double atMs, int version, string stage = "deprecated", string source = "header", int hasty = 0) =>
        Add(atMs, new VersionChosen(
            new(null, null, $"{version}", null), version, "application/json", [source], 1, stage, version == 1 ? (Sunset - Journaled.At(atMs)).TotalSeconds : null, "Accept, API-Version", "Why.",
            hasty == 0 ? version : hasty), id);

    public VersioningStory Answered(string id, double atMs, int version, int status = 200) =>
        Add(atMs, new ResponseSent(status, [new("API-Version", $"{version}")], CapturedBody.None, new(status == 200 ? version == 1 ? V1 : V2 : "{}", 100), 1), id);

    /// <summary>A whole exchange with the origin.</summary>
    public VersioningStory Asked(string id, double atMs, int version, string? client = null, string path = "/users/1") =>
        Received(id, atMs, path, client).Chosen(id, atMs, version).Answered(id, atMs, version);

    /// <summary>A whole exchange through the cache: a miss, or the copy of a version.</summary>
    public VersioningStory Cached(string id, double atMs, NamedVersions named, int wanted, int given, bool fromCopy, string? client = null, int user = 1)
    {
        Received(id, atMs, $"/cdn/users/{user}", client);
        Add(atMs, new CacheConsulted($"/users/{user}", fromCopy ? "serve" : "fetch", fromCopy ? null : "uri-miss", "Because", "RFC 9111 §4", fromCopy ? Copy(12_000) : null), id);
        if (!fromCopy)
        {
            Received($"{id}o", atMs, $"/users/{user}", client, askedBy: id).Chosen($"{id}o", atMs, given).Answered($"{id}o", atMs, given);
            Add(atMs, new CopyStored($"/users/{user}", Copy(0)), id);
        }
        return Add(atMs, new VersionHandedOut(named, wanted, given, "header", fromCopy), id).Answered(id, atMs, given);
    }

    public VersioningStory Configured(double atMs, int version = 1, bool vary = true, DateTimeOffset? sunset = null) => Add(atMs, new VersioningConfigured(
        new(1, true, Journaled.Start, Sunset), new(version, vary, Journaled.Start, sunset ?? Sunset)));

    public VersioningStory Add(double atMs, IEventData data, string? id = null)
    {
        Journal.Add(atMs, data, VersioningView.Slug, id);
        return this;
    }

    public static NamedVersions Naming(VersionStyle style, int version) =>
        style == VersionStyle.Uri ? new($"{version}", null, null, null)
        : style == VersionStyle.Query ? new(null, $"{version}", null, null)
        : style == VersionStyle.Header ? new(null, null, $"{version}", null)
        : new(null, null, null, $"application/vnd.visualizer.v{version}+json");

    private static CachedCopy Copy(double ageMs) => new("\"v1-x\"", 100, ageMs, 60_000, 0, false, []);
}
