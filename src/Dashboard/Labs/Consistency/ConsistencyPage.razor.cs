using Microsoft.AspNetCore.Components;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Labs.Consistency;

namespace Visualizer.Dashboard.Labs.Consistency;

/// <summary>The page composes: the journal feeds the view, the view feeds the stage, buttons and dials send real requests.</summary>
public sealed partial class ConsistencyPage(ConsistencyClient client)
{
    private const int AtOnce = 10;

    /// <summary>Four seconds, so that a lag of 800 ms is a fifth of the width.</summary>
    private static readonly TimeSpan InView = TimeSpan.FromSeconds(4);

    private DateTimeOffset? stoodAt; // where a story of this page has left the clock

    [SupplyParameterFromQuery(Name = "read")] public string? ReadInAddress { get; set; }

    /// <summary>Replication, as <see cref="ConsistencySettings"/> writes it.</summary>
    [SupplyParameterFromQuery(Name = "net")] public string? Net { get; set; }

    /// <summary>The guarantees that are switched on: <c>read_your_writes.monotonic_reads</c>.</summary>
    [SupplyParameterFromQuery(Name = "keep")] public string? Keep { get; set; }

    /// <summary>How the features were sorted.</summary>
    [SupplyParameterFromQuery(Name = "sort")] public string? Sorted { get; set; }

    public override Lab Lab { get; } = LabCatalog.Find(ConsistencyView.Slug)!;

    public override Lesson Lesson => ConsistencyLesson.Lesson;

    protected override ConsistencyView NewLabView() => new();

    private ReadChoice Reads => ReadChoice.Find(ReadInAddress);

    private IReadOnlyList<string> Kept => [.. (Keep ?? "").Split('.').Where(key => GuaranteeSchedule.All.Any(g => g.Key == key)).Distinct(StringComparer.Ordinal)];

    private string Sentence => Now.Tally.Reads == 0
        ? "A write is on one node at once, and on the others when it gets there."
        : $"{Now.Tally.Old} of {Now.Tally.Reads} reads were old, {Now.Tally.Backwards} of them older than what their reader had seen.";

    /// <summary>A link's settings are put into force, unless they are: to set them once more would send again what is on its way.</summary>
    protected override Task StartAsync() => Net is null || Net == ConsistencySettings.Write(Now.Setting) ? Task.CompletedTask : client.ConfigureAsync(ConsistencySettings.Read(Net));

    private Task Comment() => ActAsync(_ => client.CommentAsync("Where will you be?"));

    private Task Like() => ActAsync(_ => client.LikeAsync(Now.Post));

    private Task ReadTen() => ActAsync(async stint =>
    {
        var (post, choice) = (Now.Post, Reads);
        var token = Now.TokenFor(choice);
        for (var i = 0; i < AtOnce && !stint.IsOver; i++)
            token = Math.Max(token, ConsistencyClient.TokenOf(await client.ReadAsync(post, choice, token)));
    });

    private Task Play() => TellAsync(new CommentScenario(client, Control, Real).PlayAsync);

    private Task PlayAsync(GuaranteeSchedule schedule) => TellAsync(stint => new GuaranteePlayer(client, Control, stint).PlayAsync(schedule, Kept.Contains(schedule.Key)));

    /// <summary>A story begins with replication as in a fresh sandbox, and leaves the clock standing.</summary>
    private Task TellAsync(Func<Stint, Task> story) => AloneAsync(async stint =>
    {
        Write(("net", null));
        try
        {
            await story(stint);
        }
        finally
        {
            stoodAt = (await Control.ReadClockAsync())?.Clock.Now;
        }
    });

    /// <summary>Who goes on after a story wants to see the log travel: the clock runs again, unless somebody has stopped or stepped it by hand since.</summary>
    private Task ActAsync(Func<Stint, Task> act) => AloneAsync(async stint =>
    {
        if (Now.Clock is { Paused: true } clock && stoodAt is { } at && (clock.Now - at).Duration() < TimeSpan.FromMilliseconds(1)) // what the wire rounds
            await SetPausedAsync(false);
        stoodAt = null;
        await act(stint);
    });

    private Task ConfigureAsync(ReplicationSetting setting)
    {
        Write(("net", ConsistencySettings.Write(setting)));
        return client.ConfigureAsync(setting);
    }

    private Task ChooseQuorumsAsync((int R, int W) chosen)
    {
        var setting = Now.Setting with { ReadQuorum = chosen.R, WriteQuorum = chosen.W, WritePolicy = "quorum" };
        Write(("read", ReadChoice.Quorum.Key), ("net", ConsistencySettings.Write(setting)));
        return client.ConfigureAsync(setting);
    }
}
