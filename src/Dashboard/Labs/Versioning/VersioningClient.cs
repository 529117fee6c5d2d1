using Visualizer.Dashboard.Http;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.Versioning;
using Visualizer.DemoApi.Wire;

namespace Visualizer.Dashboard.Labs.Versioning;

/// <summary>The lab's calls, as any client makes them.</summary>
public sealed class VersioningClient(ApiClient api)
{
    /// <summary>One robot asks for a user, in its version and the given style.</summary>
    public Task<Exchange> AskAsync(Robot robot, VersionStyle style, int user, bool cached) => AskAsync(robot.Key, robot.Names, style, user, cached);

    public Task<Exchange> AskAsync(string client, int? version, VersionStyle style, int user, bool cached)
    {
        var (path, headers) = style.Request(version, user, cached);
        return SendAsync(path, [.. headers, new(Robot.Header, client)]);
    }

    /// <summary>All three ask, one after another: through a cache their order is the story.</summary>
    public async Task AskAllAsync(VersionStyle style, int user, bool cached)
    {
        foreach (var robot in Robot.All)
            await AskAsync(robot, style, user, cached);
    }

    /// <summary>Any GET below the API.</summary>
    public Task<Exchange> SendAsync(string path, params IReadOnlyList<HeaderLine> headers) => api.SendAsync(HttpMethod.Get, $"api{path}", headers: headers);

    /// <summary>What is in force; null where the sandbox is gone.</summary>
    public async Task<VersioningSettings?> ReadSettingsAsync() => (await api.SendAsync(HttpMethod.Get, "sandbox/versioning")).Read<VersioningSettings>();

    /// <summary>Which versions there are, and what breaks between them; null where the sandbox is gone.</summary>
    public async Task<VersionList?> ReadVersionsAsync() => (await SendAsync("/versions")).Read<VersionList>();

    public Task<Exchange> ConfigureAsync(int defaultVersion, bool vary, DateTimeOffset sunset) =>
        api.SendAsync(HttpMethod.Put, "sandbox/versioning", new VersioningSettings(defaultVersion, vary, WireJson.Format(sunset)));
}
