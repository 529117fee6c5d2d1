using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Visualizer.DemoApi.Data.Archive;
using Visualizer.DemoApi.Documentation;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Paging;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.DemoApi.Labs.Pagination;

/// <summary>One list, read page by page in two ways while it changes, and a very long one.</summary>
public static class PaginationLab
{
    public const string Slug = "pagination";

    public static void AddPagination(this IServiceCollection services)
    {
        services.AddSingleton(new LabMark(Slug) { Tables = ["Items"] });
        services.AddOptions<ArchiveOptions>().BindConfiguration(ArchiveOptions.Section);
        services.AddSingleton<Archive>();
    }

    public static void MapPagination(this RouteGroupBuilder api)
    {
        var items = api.Chapter("Items", "One list, page by page: by cursor, by offset, and by a cursor that loses rows.").WithMetadata(new LabMark(Slug));
        items.MapGet("/items", ReadItems).Describe("listItems", "Read the list, page by page", operation => operation
            .Says("By cursor unless there is an `offset`. Keep the other parameters from page to page; `sort` may be left out beside a cursor.")
            .ListsItems(ItemList.Items));
        items.MapPost("/items", ItemWriting.AddAsync).Describe("addItem", "Add a row at the newest end", operation => operation
            .Body(new NewItem("Quiet lamp", "office", 4_950))
            .Gives(201, "The row, with its id and its time.", ItemDescriptions.Sample, "Location")
            .Fails(ProblemTypes.Conflict, $"The list holds {ItemRules.MostItems} rows, and no more. Remove some, or reset the lab."));
        items.MapGet("/items/{id}", ItemWriting.Read).Describe("getItem", "Read one row", operation => operation
            .Gives(200, "The row.", ItemDescriptions.Sample));
        items.MapDelete("/items/{id}", ItemWriting.Remove).Describe("removeItem", "Remove a row", operation => operation
            .GivesNothing(204, "It is gone; a second time it is not found."));
        items.MapGet("/unsafe/items", ReadUnsafeItems).Describe("listItemsUnsafely", "Read the list by a cursor that loses rows", operation => operation
            .Says("The cursor holds `created_at` alone. Where a page ends among rows of one time, the rest of them is never seen.")
            .ListsItems(ItemList.Unsafe));
        items.MapGet("/archive", ReadArchiveAsync).Describe("listArchive", "Read one million rows, page by page", operation => operation
            .Says("Read-only, the same for everybody, and written on the first demand: until then the answer is 503 and says how far it is.")
            .ListsItems(ItemList.Archive)
            .Fails(ProblemTypes.NotReady));
    }

    public static void MapPaginationControl(this RouteGroupBuilder control)
    {
        control.MapGet("/archive", ArchiveControl.Report);
        control.MapGet("/archive/cursor", ArchiveControl.CursorAtAsync);
    }

    private static IResult ReadItems(Sandbox sandbox, HttpContext http, TimeProvider real) => ReadOwn(ItemList.Items, sandbox, http, real);

    private static IResult ReadUnsafeItems(Sandbox sandbox, HttpContext http, TimeProvider real) => ReadOwn(ItemList.Unsafe, sandbox, http, real);

    private static IResult ReadOwn(ItemList list, Sandbox sandbox, HttpContext http, TimeProvider real)
    {
        var read = ItemRequest.Read(http, list);
        if (read.Problem is { } unreadable)
            return unreadable;
        lock (sandbox.State<PaginationState>().Gate)
        {
            using var shop = sandbox.Shop.Open();
            return Answer(sandbox, http, read.Value, new PageReader(new(shop, real)).Read(read.Value));
        }
    }

    private static async Task<IResult> ReadArchiveAsync(Sandbox sandbox, HttpContext http, Archive archive, TimeProvider real)
    {
        var read = ItemRequest.Read(http, ItemList.Archive);
        if (read.Problem is { } unreadable)
            return unreadable;
        if (!archive.Demand())
            return ArchiveControl.NotReady(archive);
        using var turn = await archive.EnterAsync(http.RequestAborted);
        using var shop = archive.OpenBeside(sandbox.Shop);
        return Answer(sandbox, http, read.Value, new PageReader(new(shop, real)).Read(read.Value));
    }

    private static IResult Answer(Sandbox sandbox, HttpContext http, ItemRequest asked, ItemPage read)
    {
        var exchange = http.Exchange();
        exchange.Parts.Add("db", read.Rows.Milliseconds + (read.Beside?.Milliseconds ?? 0));
        sandbox.Journal.Append(sandbox.Clock.GetUtcNow(), PageEvent.Of(asked, read), Slug, exchange.RequestId);
        return read.Total is { } total
            ? PageAnswer.ByOffset(http, asked.Page, [.. read.Page.Rows.Select(ItemWriting.Show)], total)
            : PageAnswer.ByCursor(http, asked.Page, read.Page, asked.PlaceOf, ItemWriting.Show);
    }
}
