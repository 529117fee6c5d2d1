using System.Globalization;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Labs.Pagination;

namespace Visualizer.Dashboard.Labs.Pagination;

/// <summary>What the lab says about its numbers, for the inspector and for ears.</summary>
internal static class PaginationWords
{
    private const int MostIds = 18;

    public static WireDecision Of(PageRead page, int rowsBefore)
    {
        var work = $"{Number(page.Rows.Steps)} steps of SQLite’s virtual machine, {Milliseconds(page.Rows.Milliseconds)}. {page.Rows.Plan.Replace("\n", "; ", StringComparison.Ordinal)}.";
        var beside = page.Beside is null ? "" : $" Beside it, {(page.Offset is null ? "to see whether rows are left before the page" : "to count the total")}: {Number(page.Beside.Steps)} steps, {Milliseconds(page.Beside.Milliseconds)}.";
        return new(
            page.Ids.Count == 0 ? "an empty page" : page.Ids.Count == 1 ? $"row {page.Ids[0]}" : $"rows {page.Ids[0]} to {page.Ids[^1]}",
            $"{Found(page)} {work}{beside}",
            "RFC 8288 §3: Link tells the ways on",
            page.List == "archive" ? "1,000,000 rows" : $"{rowsBefore} rows",
            page.Rows.Sql);
    }

    public static WireDecision Of(ItemAdded added) => new(
        $"row {added.Item.Id}", "It is the newest, so every other row moves back by one.", "RFC 9110 §15.3.2", $"{added.Total - 1} rows", $"{added.Total} rows");

    public static WireDecision Of(ItemRemoved removed) => new(
        $"row {removed.Id} gone", "Every row behind it moves up by one.", "RFC 9110 §9.3.5", $"{removed.Total + 1} rows", $"{removed.Total} rows");

    /// <summary>The header that tells the lesson in a row of the wire: what the database took.</summary>
    public static string Telling(WireExchange exchange) =>
        exchange.Response?.Header("Server-Timing") is { } timing && timing.StartsWith("db;dur=", StringComparison.Ordinal) ? timing.Split(',')[0] : "";

    /// <summary>A step of a walk, for ears.</summary>
    public static string Of(Walker walker) => walker.Page is not { } page ? "" :
        $"{walker.Title}, page {walker.Pages}: {(page.Ids.Count == 0 ? "empty" : $"rows {page.Ids[0]} to {page.Ids[^1]}")}. {Counts(walker)}";

    /// <summary>The state of a walk in words.</summary>
    public static string Counts(Walker walker) =>
        $"{walker.Returned} returned, {walker.Duplicates} seen before, {walker.Skipped.Count} never seen.";

    /// <summary>A lane's <c>aria-label</c>.</summary>
    public static string Label(Walker walker, IReadOnlyList<long> list)
    {
        if (walker.Page is null)
            return $"{walker.Title}: nothing read yet, {list.Count} rows in the list";
        var (from, count) = walker.Window(list);
        return $"{walker.Title}: {Counts(walker)} Its window covers places {from + 1} to {from + count} of {list.Count}";
    }

    /// <summary>What the walk asks for, as SQL says it.</summary>
    public static string Note(Walker walker) => walker.Page switch
    {
        null => walker.Key == "offset" ? "skip so many, take ten" : "ten behind the last one seen",
        { Offset: { } offset } page => $"LIMIT {page.Limit} OFFSET {offset}",
        { Cursor: null } page => $"first page, LIMIT {page.Limit}",
        { Cursor: { Id: { } id } place } => $"(time, id) {(place.Way == "next" ? "<" : ">")} (…, {id})",
        { Cursor: { } place } => $"time {(place.Way == "next" ? "<" : ">")} …, no id",
    };

    /// <summary>Ids in a line, cut where there are many.</summary>
    public static string Ids(IEnumerable<long> ids)
    {
        var all = ids.ToList();
        return string.Join(' ', all.Take(MostIds)) + (all.Count > MostIds ? $" … {all.Count - MostIds} more" : "");
    }

    public static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Milliseconds(double milliseconds) => milliseconds.ToString("0.##", CultureInfo.InvariantCulture) + " ms";

    private static string Found(PageRead page) => page switch
    {
        { Offset: { } offset } => $"The database walked over {Number(offset)} rows to skip them.",
        { Cursor: { Id: null } } => "The place is a time alone: rows of that very time are taken for read.",
        { Cursor: not null } => "The index led to the place of the cursor.",
        _ => "The first rows of the index.",
    };
}
