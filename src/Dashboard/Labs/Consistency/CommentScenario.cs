using Visualizer.Dashboard.Http;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Labs.Consistency;

namespace Visualizer.Dashboard.Labs.Consistency;

/// <summary>The lab's scenario: a comment, and 200 ms later ten reads of it, passed around three nodes of which two are 800 ms behind.</summary>
/// <remarks>
/// All by the calls that anyone could make. The clock stands and is moved by hand, so that every run is the same, and goes on standing when all is
/// told: the four seconds in view would be gone before anybody had looked.
/// </remarks>
public sealed class CommentScenario(ConsistencyClient client, SandboxControl control, TimeProvider real)
{
    public const int Reads = 10;

    /// <summary>From the write to the first read.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    /// <summary>After the last read, until the comment is everywhere.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(300);

    /// <summary>Real time between two reads, so that eyes can follow.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    public async Task PlayAsync(Stint stint)
    {
        await control.SetClockAsync(1, paused: true);
        if (await control.BeginAsync(ConsistencyView.Slug) is null) // with it, replication is as in a fresh sandbox
            return;
        await control.AdvanceClockAsync(Wait);
        if ((await client.CommentAsync("Where will you be?")).Read<Post>() is not { } comment)
            return;
        await control.AdvanceClockAsync(Wait);
        for (var i = 0; i < Reads && !stint.IsOver; i++)
        {
            await client.ReadAsync(comment.Id, ReadChoice.Any);
            await control.AdvanceClockAsync(Between);
            await stint.RestAsync(Beat, real);
        }

        if (!stint.IsOver)
            await control.AdvanceClockAsync(Rest);
    }
}

/// <summary>Notices that the scenario happened, whoever played it: ten reads in turn between 200 ms after a write and its arrival.</summary>
public sealed class TenReads
{
    private (long Post, DateTimeOffset At)? written;
    private int reads;
    private int old;

    /// <summary>How many of the ten were outdated; null before there were ten.</summary>
    public int? Measured { get; private set; }

    public void Wrote(WriteAccepted write, DateTimeOffset at)
    {
        if (Measured is null && write is { Action: "create", Policy: "async" })
            (written, reads, old) = ((write.Post, at), 0, 0);
    }

    public void Read(ReadServed read, DateTimeOffset at)
    {
        if (Measured is not null || read.Read != "any" || written is not { } comment || read.Post != comment.Post)
            return;
        var since = at - comment.At;
        if (since < CommentScenario.Wait || since >= TimeSpan.FromMilliseconds(ConsistencyWords.DefaultLagMs))
            return;
        old += read.Version < read.Newest ? 1 : 0;
        if (++reads == CommentScenario.Reads)
            Measured = old;
    }
}
