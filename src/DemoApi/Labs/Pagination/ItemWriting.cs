using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Visualizer.DemoApi.Data;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.Pagination;

/// <summary>The writer's calls: rows come and go, one at a time.</summary>
internal static class ItemWriting
{
    public static async Task<IResult> AddAsync(Sandbox sandbox, HttpContext http)
    {
        var read = await JsonBody.ReadAsync<NewItem>(http);
        if (read.Problem is { } unreadable)
            return unreadable;
        if (new Validation().Check(read.Value).Problem is { } invalid)
            return invalid;
        lock (sandbox.State<PaginationState>().Gate)
            return Add(read.Value, sandbox, http);
    }

    public static IResult Read(string id, Sandbox sandbox)
    {
        using var shop = sandbox.Shop.CreateContext();
        return ResourceId.TryParse(id, out var number) && shop.Items.AsNoTracking().FirstOrDefault(item => item.Id == number) is { } item
            ? TypedResults.Json(Show(item), WireJson.Options)
            : NotFound(id);
    }

    public static IResult Remove(string id, Sandbox sandbox, HttpContext http)
    {
        lock (sandbox.State<PaginationState>().Gate)
        {
            using var shop = sandbox.Shop.CreateContext();
            if (!ResourceId.TryParse(id, out var number) || shop.Items.Where(item => item.Id == number).ExecuteDelete() == 0)
                return NotFound(id);
            sandbox.Journal.Append(sandbox.Clock.GetUtcNow(), new ItemRemoved(number, shop.Items.LongCount()), PaginationLab.Slug, http.Exchange().RequestId);
            return TypedResults.NoContent();
        }
    }

    public static ListedItem Show(Item item) => new(item.Id, item.Name, item.Category, item.PriceCents, item.CreatedAt);

    private static IResult Add(NewItem wanted, Sandbox sandbox, HttpContext http)
    {
        using var shop = sandbox.Shop.CreateContext();
        var (before, now) = (shop.Items.LongCount(), sandbox.Clock.GetUtcNow());
        if (before >= ItemRules.MostItems)
            return new Problem(ProblemTypes.Conflict, $"The list holds {ItemRules.MostItems} rows, and no more. Remove some, or reset the lab.");
        var item = new Item { Name = wanted.Name!, Category = wanted.Category!, PriceCents = wanted.PriceCents!.Value, CreatedAt = AsShown(now) };
        shop.Add(item);
        shop.SaveChanges();
        sandbox.Journal.Append(now, new ItemAdded(Show(item), before + 1), PaginationLab.Slug, http.Exchange().RequestId);
        http.Response.Headers.Location = $"{http.Request.PathBase}/api/items/{item.Id}";
        return TypedResults.Json(Show(item), WireJson.Options, statusCode: StatusCodes.Status201Created);
    }

    /// <summary>Whole milliseconds, as the wire writes them: rows that look as if they tied do tie.</summary>
    private static DateTimeOffset AsShown(DateTimeOffset now) => now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));

    private static Problem NotFound(string id) => new(ProblemTypes.NotFound, $"There is no item {id}.");
}
