using System.Globalization;
using Visualizer.Dashboard.Http;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Wire;

namespace Visualizer.Dashboard.Labs.Versioning;

/// <summary>The lab's stories, told by calls that anyone could make. Nothing in them is known beforehand: what comes of it is what came back.</summary>
/// <remarks>Each asks its stint whether it may go on: somebody may have reset the lab.</remarks>
public sealed class VersioningScenarios(VersioningClient client, SandboxControl control)
{
    /// <summary>How long before their sunset the apps of the fleet move, in days; the last one reads no headers.</summary>
    public static readonly IReadOnlyList<int?> FleetLeads = [70, 49, 35, 21, 7, null];

    private const int User = 1;
    private const int Weeks = 12;
    private const int WeeksBehind = 2;

    /// <summary>10:01, all is well. At 10:02 the default moves, and the same three requests are sent again.</summary>
    public async Task MoveDefaultAsync(VersionStyle style, bool cached, Stint stint)
    {
        var now = await NowAsync();
        var before = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddHours(10).AddMinutes(1);
        if (before < now)
            before = before.AddDays(1);
        await control.AdvanceClockAsync(before - now);
        if (await control.BeginAsync(VersioningView.Slug) is null)
            return;
        var sunset = before + VersioningView.Notice;
        await client.ConfigureAsync(1, true, sunset);
        await client.AskAllAsync(style, User, cached);
        if (stint.IsOver)
            return;
        await control.AdvanceClockAsync(TimeSpan.FromMinutes(1)); // what a cache holds is a minute old then, and stale
        await client.ConfigureAsync(2, true, sunset);
        await client.AskAllAsync(style, User, cached);
    }

    /// <summary>The origin forgets Vary. In every style the old app asks through the cache, and right behind it the web client, for a user of that style's own.</summary>
    public async Task ForgetVaryAsync(Stint stint)
    {
        if (await control.BeginAsync(VersioningView.Slug) is null)
            return;
        await client.ConfigureAsync(1, false, await NowAsync() + VersioningView.Notice);
        foreach (var (index, style) in VersionStyle.All.Index())
        {
            foreach (var robot in Robot.All.Where(robot => robot.Names is not null && !stint.IsOver))
                await client.AskAsync(robot, style, index + 1, cached: true);
        }
    }

    /// <summary>Six apps of version 1 ask once a week. Each that reads <c>Sunset</c> moves to the successor when its own notice is due; the sixth reads nothing.</summary>
    public async Task LetTheSunsetComeAsync(VersionStyle style, Stint stint)
    {
        if (await control.BeginAsync(VersioningView.Slug) is null)
            return;
        var start = await NowAsync();
        await client.ConfigureAsync(1, true, start.AddDays(7 * Weeks));
        var fleet = FleetLeads.Select((lead, index) => new FleetApp($"app-{index + 1}", lead, index + 1)).ToList();
        for (var week = 0; week < Weeks + WeeksBehind && !stint.IsOver; week++)
        {
            await Task.WhenAll(fleet.Select(app => app.AskAsync(client, style)));
            await control.AdvanceClockAsync(TimeSpan.FromDays(7));
        }
    }

    private async Task<DateTimeOffset> NowAsync() => (await control.ReadClockAsync())?.Clock.Now ?? DateTimeOffset.UnixEpoch;
}

/// <summary>One installed app: it asks in version 1 until an answer's <c>Sunset</c> is as near as its own notice, and then follows <c>successor-version</c>.</summary>
internal sealed class FleetApp(string name, int? leadDays, int user)
{
    private string? successor;

    public async Task AskAsync(VersioningClient client, VersionStyle style)
    {
        if (successor is not null)
        {
            await client.SendAsync(successor, new HeaderLine(Robot.Header, name));
            return;
        }
        var answer = await client.AskAsync(name, 1, style, user, cached: false);
        if (leadDays is { } lead && SunsetOf(answer) is { } sunset && NowOf(answer) is { } now && sunset - now <= TimeSpan.FromDays(lead))
            successor = PathOf(VersioningWords.Target(answer.Header("Link") ?? ""));
    }

    private static DateTimeOffset? SunsetOf(Exchange answer) =>
        DateTimeOffset.TryParseExact(answer.Header("Sunset"), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var sunset) ? sunset : null;

    private static DateTimeOffset? NowOf(Exchange answer) =>
        answer.Header("Sandbox-Time") is { } told && WireJson.TryParse(told, out var now) ? now : null;

    /// <summary>The part of an address below the API, or null where it leads elsewhere.</summary>
    private static string? PathOf(string target) => target.IndexOf("/api/", StringComparison.Ordinal) is >= 0 and var at ? target[(at + 4)..] : null;
}
