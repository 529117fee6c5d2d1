using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.Pagination;

/// <summary>The lab's texts.</summary>
internal static class PaginationLesson
{
    public static Lesson Lesson => new()
    {
        Prediction = Prediction,
        Next = "Press “Walk to the end”; what it measures appears under Result.",
        Unit = "rows returned by offset while others arrived",
        Awaited = "Your prediction will stand here beside the rows that the walk by offset brought. Press “Walk to the end” with a writer that adds.",
        Interview = Interview,
        Folder = "Pagination",
        Files = ["KeysetQuery.cs", "TimestampQuery.cs", "OffsetQuery.cs", "SortOrder.cs", "CursorCodec.cs"],
        BugHunt = PaginationBugHunt.Hunt,
        Missions = PaginationMissions.All,
        Terminal = "curl -i '{api}/items?limit=10'",
    };

    public static readonly Prediction Prediction = new(
        "100 rows, ten a page, read by offset. Three items arrive between pages. At the last page, do you hold 100 rows, fewer, or more?",
        [
            new("Exactly 100", "The list is 100 rows long only while nobody writes; a page number means other rows as soon as somebody does."),
            new("Fewer than 100", "Rows are lost when others are removed in front of them. Arrivals push rows back, into the page that you read next."),
            new("More than 100", "", IsRight: true),
            new("It depends on how fast I read", "However long a turn of the page takes, three arrive in it: each page begins three rows too early."),
        ],
        "An offset counts from the newest row. Three arrivals push every row back by three, so each page begins with the last three of the page before. A cursor names a row’s place and goes on behind it.");

    public static readonly Interview Interview = new(
        "For feeds and for anything that changes while it is read I page by cursor: a signed place in a total order, (created_at, id), that the index finds at once at any depth. Offset stays for small or still lists where people jump to page 12 and want a total.",
        "A cursor gives up page numbers, an honest “last” and a cheap total. An offset walks over every row it skips, and a row that comes or goes before it shifts all pages behind it.",
        "Is a cursor on created_at enough?",
        "No: rows that share their time with the last row of a page are never seen. The order must be total, so the id goes into sort, predicate and cursor.",
        "A cursor is safe only while its sort key stands still: sort by updated_at, and a row that is edited during the walk comes twice or never.");
}
