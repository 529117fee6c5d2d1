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

    protected override Task StartAsync() => Net is null ? Task.CompletedTask : client.ConfigureAsync(ConsistencySettings.Read(Net));

    private Task Comment() => client.CommentAsync("Where will you be?");

    private Task Like() => client.LikeAsync(Now.Post);

    private async Task ReadTen()
    {
        var (post, choice) = (Now.Post, Reads);
        var token = Now.TokenFor(choice);
        for (var i = 0; i < AtOnce; i++)
            token = Math.Max(token, ConsistencyClient.TokenOf(await client.ReadAsync(post, choice, token)));
    }

    private Task Play()
    {
        Write(("net", null)); // the scenario begins with replication as in a fresh sandbox
        return CommentScenario.PlayAsync(client, Control);
    }

    private Task PlayAsync(GuaranteeSchedule schedule)
    {
        Write(("net", null));
        return new GuaranteePlayer(client, Control).PlayAsync(schedule, Kept.Contains(schedule.Key));
    }

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
