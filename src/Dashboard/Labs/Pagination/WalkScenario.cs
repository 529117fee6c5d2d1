using Visualizer.Dashboard.Http;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.Pagination;

/// <summary>The walk: each walker reads its next page, then the writer has a turn, until both have reached the end.</summary>
/// <remarks>All by the calls that anyone could make. Where a walker goes on is read off the journal, so that a reload goes on where it was.</remarks>
public sealed class WalkScenario(PaginationClient client, SandboxControl control, TimeProvider real)
{
    /// <summary>Rows of one import, all of one instant.</summary>
    public const int Import = 25;

    /// <summary>Real time between two turns, so that eyes can follow.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(350);

    /// <summary>From a fresh list to the end of the walks.</summary>
    /// <param name="now">Reads the lab's state off the journal.</param>
    public async Task PlayAsync(Func<PaginationView> now, WalkSettings settings, Stint stint)
    {
        await control.ResetAsync(PaginationView.Slug);
        if (!settings.TieBreaker)
            await ImportAsync(stint); // without rows that tie there is nothing to lose
        do
        {
            await TurnAsync(now, settings, stint);
            await stint.RestAsync(Beat, real);
        }
        while (Reading(now(), settings).Any(walker => !walker.Ended));
    }

    /// <summary>One turn of the page: who has not reached the end reads on, then the writer writes. Where all have, they begin anew.</summary>
    public async Task TurnAsync(Func<PaginationView> now, WalkSettings settings, Stint stint)
    {
        var walkers = Reading(now(), settings).ToList();
        foreach (var walker in walkers.Where(walker => !walker.Ended || walkers.TrueForAll(w => w.Ended)))
        {
            stint.Ask();
            await (walker.Key == "offset" ? client.ReadByOffsetAsync(NextOffset(walker)) : client.ReadByCursorAsync(walker.NextCursor, settings.TieBreaker));
        }

        if (Reading(now(), settings).Any(walker => !walker.Ended)) // nobody turns a page after the last
            await WriteAsync(now().List.Rows, settings.Writer, stint);
    }

    /// <summary>25 rows of one and the same instant: the clock stands while they come in.</summary>
    public async Task ImportAsync(Stint stint)
    {
        var before = (await control.ReadClockAsync())?.Clock;
        await control.SetClockAsync(before?.Rate ?? 1, paused: true);
        for (var i = 0; i < Import && !stint.IsOver; i++)
            await client.AddAsync();
        await control.SetClockAsync(before?.Rate ?? 1, before?.Paused ?? false); // also where it was ended half way
    }

    private async Task WriteAsync(IReadOnlyList<long> rows, int k, Stint stint)
    {
        for (var i = 0; i < k && !stint.IsOver; i++)
            await client.AddAsync();
        foreach (var newest in rows.Take(-k).TakeWhile(_ => !stint.IsOver))
            await client.RemoveAsync(newest);
    }

    private static IEnumerable<Walker> Reading(PaginationView now, WalkSettings settings) =>
        now.Walkers.Where(walker => walker.Key == "offset" ? settings.Offset : settings.Cursor);

    private static long NextOffset(Walker walker) =>
        walker is { Ended: false, Page: { Offset: { } last } page } ? last + page.Limit : 0;
}
