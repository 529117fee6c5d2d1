using Visualizer.Dashboard.Http;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Labs.Consistency;

namespace Visualizer.Dashboard.Labs.Consistency;

/// <summary>A promise to clients, the switch that keeps it, and the few calls that break it without.</summary>
/// <param name="Key">As events name it.</param>
/// <param name="Kept">What the switch does.</param>
/// <param name="PlayAsync">Plays the schedule; true keeps the promise.</param>
public sealed record GuaranteeSchedule(string Key, string Title, string Promise, string Kept, Func<GuaranteePlayer, bool, Task> PlayAsync)
{
    public static readonly IReadOnlyList<GuaranteeSchedule> All =
    [
        new("read_your_writes", "Read your writes", "You see what you wrote.", "read=session", async (play, kept) =>
        {
            var token = ConsistencyClient.TokenOf(await play.WriteAsync(1, "alice"));
            await play.ReadAsync(1, kept ? "?read=session&node=r1" : "?node=r1", "alice", kept ? token : null, mayWait: kept);
        }),
        new("monotonic_reads", "Monotonic reads", "What you have seen does not go back.", "monotonic=true", async (play, kept) =>
        {
            await play.WriteAsync(1, "alice");
            var token = ConsistencyClient.TokenOf(await play.ReadAsync(1, "?node=primary", "bob"));
            for (var i = 0; i < 3; i++)
                await play.ReadAsync(1, kept ? "?monotonic=true" : "", "bob", kept ? token : null);
        }),
        new("monotonic_writes", "Monotonic writes", "Your second write never shows without your first.", "in_order", async (play, kept) =>
        {
            await play.BeginInOrderAsync(kept);
            await play.WriteAsync(1, "alice"); // an odd number: over two streams, the slow one
            await play.WriteAsync(2, "alice");
            await play.ReadLateAsync();
        }),
        new("writes_follow_reads", "Writes follow reads", "An answer never shows without what it answers.", "in_order", async (play, kept) =>
        {
            await play.BeginInOrderAsync(kept);
            await play.WriteAsync(1, "alice");
            await play.ReadAsync(1, "?node=primary", "bob");
            await play.WriteAsync(2, "bob");
            await play.ReadLateAsync();
        }),
        new("bounded_staleness", "Bounded staleness", $"Nothing is older than {ConsistencyWords.StalenessBoundMs} ms.", $"max_staleness_ms={ConsistencyWords.StalenessBoundMs}", async (play, kept) =>
        {
            await play.WriteAsync(1, "alice");
            await play.PassAsync(450); // the replicas are asked 650 and 750 ms after the write; at 800 they have it
            for (var i = 0; i < 3; i++)
                await play.ReadAsync(1, kept ? $"?max_staleness_ms={ConsistencyWords.StalenessBoundMs}" : "", "bob");
        }),
        new("linearizable", "Linearizable", "Once a write is answered, everyone sees it.", "read=quorum, R = W = 2", async (play, kept) =>
        {
            if (kept)
                await play.ConfigureAsync(s => s with { WritePolicy = "quorum", ReadQuorum = 2, WriteQuorum = 2 });
            await play.WriteAsync(1, "alice");
            for (var i = 0; i < 3; i++)
                await play.ReadAsync(1, kept ? "?read=quorum" : "", "bob");
        }),
    ];
}

/// <summary>The hands of a schedule: every call is one that anyone could make. The clock stands, but where a read has to wait.</summary>
/// <remarks>It stands at the end as well, as after the scenario. Once its stint is over, what is left of the schedule is not sent.</remarks>
public sealed class GuaranteePlayer(ConsistencyClient client, SandboxControl control, Stint stint)
{
    private static readonly Exchange NotSent = new(null, [], "", "The lab was reset.");

    private const int Step = 100;

    public async Task PlayAsync(GuaranteeSchedule schedule, bool kept)
    {
        await control.SetClockAsync(1, paused: true);
        if (await control.BeginAsync(ConsistencyView.Slug) is null)
            return;
        await PassAsync(Step);
        await schedule.PlayAsync(this, kept);
        await PassAsync(2 * Step);
    }

    public Task PassAsync(int milliseconds) => stint.IsOver ? Task.CompletedTask : control.AdvanceClockAsync(TimeSpan.FromMilliseconds(milliseconds));

    public Task ConfigureAsync(Func<ReplicationSetting, ReplicationSetting> change) =>
        stint.IsOver ? Task.CompletedTask : client.ConfigureAsync(change(ConsistencySettings.Fresh));

    /// <summary>One entry first, and time for it to arrive: the next number of the log is odd, the one after it even.</summary>
    public async Task BeginInOrderAsync(bool inOrder)
    {
        await ConfigureAsync(s => s with { InOrder = inOrder ? null : false });
        if (!stint.IsOver)
            await client.LikeAsync(3, "somebody");
        await PassAsync((int)ConsistencyWords.DefaultLagMs);
    }

    public async Task<Exchange> WriteAsync(long post, string who)
    {
        if (stint.IsOver)
            return NotSent;
        var answer = await client.ChangeAsync(post, $"{who} was here.", who);
        await PassAsync(Step);
        return answer;
    }

    public async Task<Exchange> ReadAsync(long post, string query, string who, long? token = null, bool mayWait = false)
    {
        if (stint.IsOver)
            return NotSent;
        if (mayWait)
            await control.SetClockAsync(1, paused: false);
        var answer = await client.ReadAsync(post, query, token, who);
        await (mayWait ? control.SetClockAsync(1, paused: true) : PassAsync(Step));
        return answer;
    }

    /// <summary>A third client asks r1 for the second write, then for the first.</summary>
    public async Task ReadLateAsync()
    {
        await PassAsync(2 * Step);
        await ReadAsync(2, "?node=r1", "carol");
        await ReadAsync(1, "?node=r1", "carol");
    }
}
