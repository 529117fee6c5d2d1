using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.Pagination;

namespace Visualizer.Dashboard.Labs.Pagination;

/// <summary>The lab's tasks, each provable with curl alone.</summary>
internal static class PaginationMissions
{
    public static readonly IReadOnlyList<Mission> All =
    [
        new("unseen", "The row that was always there",
            "Read the list by offset from 0 to an empty page so that a row which was in it from beginning to end is in none of your pages.",
            [
                "What happens to all rows behind one that is removed?",
                "Remove rows that you have read already: the unread ones move up, under your next offset.",
                "DELETE /items/100 after the first page is enough for one.",
            ],
            "GET /items?limit=10&offset=0, DELETE /items/100, then offset=10, 20 … until items is empty. Row 90 moved from place 11 to place 10 and was never returned.",
            () => new Unseen()),
        new("once", "Each row once",
            "Read the list by cursor from the first page to the last while at least five rows are added and five removed, and get no row twice and none too few.",
            [
                "Follow next_cursor, or rel=\"next\" of Link, and write between two pages.",
                "POST /items wants name, category and price_cents.",
                "Remove what you like: even the very row that a cursor was made of.",
            ],
            "GET /items?limit=10, then five POST /items and five DELETE of rows that you have read, then follow next_cursor until it is null.",
            () => new EachOnce()),
        new("tie", "A cursor that loses",
            "Let GET /unsafe/items lose at least five rows on a walk from its first to its last page.",
            [
                "Its cursor holds a time and nothing else.",
                "A page must end in the middle of rows that share one time. What gives rows one time?",
                "PUT sandbox/clock {\"rate\":1,\"paused\":true}, and whatever you add has the same created_at.",
            ],
            "Pause the clock, POST ten items, then GET /unsafe/items?limit=5 and follow next_cursor to its end: five of the ten never come.",
            () => new LostInATie()),
        new("deep", "The same page, a thousandth of the work",
            "Read a page of the archive at row 900,000 or deeper by offset, and one by cursor that costs less than a hundredth of its steps.",
            [
                "GET /archive?offset=900000 jumps there at once. What the database did for it stands in the exchange’s decision.",
                "A cursor leads to the next page only, but you need not walk 45,000 pages.",
                "GET sandbox/archive/cursor?row=900000 hands out a cursor that goes on behind that row.",
            ],
            "GET /archive?offset=900000, then GET sandbox/archive/cursor?row=900000 and GET /archive?cursor= with what it gave.",
            () => new Deep()),
    ];

    /// <summary>Folds the list beside the task.</summary>
    private abstract class Judge : IMissionJudge
    {
        protected WalkedList List { get; private set; } = new();

        public abstract string Progress { get; }

        public bool Proves(JournalEvent e)
        {
            if (e.Data is SandboxStarted { Lab: null or PaginationView.Slug })
                List = new();
            return Proves(e, List.Apply(e));
        }

        /// <param name="walker">Whose step the event was, where it was one.</param>
        protected abstract bool Proves(JournalEvent e, Walker? walker);
    }

    private sealed class Unseen : Judge
    {
        public override string Progress => List.ByOffset.Page is null ? "" : $"{List.ByOffset.Skipped.Count} passed by so far";

        protected override bool Proves(JournalEvent e, Walker? walker) =>
            walker == List.ByOffset && walker.Ended && walker.Pages > 1 && walker.Skipped.Any(List.Rows.Contains);
    }

    private sealed class EachOnce : Judge
    {
        private const int Wanted = 5;
        private int added;
        private int removed;

        public override string Progress => List.ByCursor.Page is null || List.ByCursor.Ended ? "" : $"{added} added, {removed} removed on this walk";

        protected override bool Proves(JournalEvent e, Walker? walker)
        {
            if (walker == List.ByCursor && walker.Pages == 1)
                (added, removed) = (0, 0);
            added += e.Data is ItemAdded ? 1 : 0;
            removed += e.Data is ItemRemoved ? 1 : 0;
            return walker == List.ByCursor && walker is { Ended: true, Pages: > 1, Duplicates: 0, Skipped.Count: 0 } && added >= Wanted && removed >= Wanted;
        }
    }

    private sealed class LostInATie : Judge
    {
        private const int Wanted = 5;

        public override string Progress => List.ByCursor.Page is { List: "unsafe/items" } ? $"{List.ByCursor.Skipped.Count} of {Wanted} lost" : "";

        protected override bool Proves(JournalEvent e, Walker? walker) =>
            walker is { Ended: true, Page.List: "unsafe/items" } && walker.Skipped.Count(List.Rows.Contains) >= Wanted;
    }

    private sealed class Deep : Judge
    {
        private const long Depth = 900_000;
        private const int Less = 100;
        private long byOffset;

        public override string Progress => byOffset == 0 ? "" : $"by offset {PaginationWords.Number(byOffset)} steps";

        protected override bool Proves(JournalEvent e, Walker? walker)
        {
            if (e.Data is not PageRead page || DepthPoint.Of(page, 0) is not { Row: >= Depth } point)
                return false;
            byOffset = point.ByOffset ? point.Steps : byOffset;
            return !point.ByOffset && point.Steps * Less < byOffset;
        }
    }
}
