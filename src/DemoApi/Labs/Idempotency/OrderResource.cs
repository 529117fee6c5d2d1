using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Data;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.Idempotency;

/// <summary>One order under its own address: read, replace, change, delete. The methods that name what they write need no key.</summary>
internal static class OrderResource
{
    private static readonly Problem Missing = new(ProblemTypes.NotFound, "There is no such order.");

    public static IResult Get(string id, Sandbox sandbox, HttpContext http)
    {
        if (IdOf(id) is not { } number || sandbox.State<IdempotencyState>().Ledgers.Transact(ledger => ledger.Find(number)?.Show()) is not { } order)
            return Missing;
        var (_, tag) = order.Write();
        http.Response.Headers.ETag = tag.ToString();
        return Preconditions.Of(http.Request).Check(new(tag)).Answer() ?? Show(order);
    }

    public static async Task<IResult> PutAsync(string id, Sandbox sandbox, HttpContext http)
    {
        if (IdOf(id) is not { } number)
            return Missing;
        var read = await JsonBody.ReadAsync<NewOrder>(http);
        if (read.Problem is { } unreadable)
            return unreadable;
        return Write(sandbox, http, number, (ledger, present, now) =>
        {
            var wish = OrderWish.Of(read.Value);
            if ((wish.Problem ?? TooHigh(number, present) ?? ledger.Refuses(wish.Value, present)) is { } refused)
                return refused;
            if (present is null)
                return ledger.Place(wish.Value, now, number);
            ledger.Replace(present, wish.Value);
            return present;
        });
    }

    public static async Task<IResult> PatchAsync(string id, Sandbox sandbox, HttpContext http)
    {
        if (IdOf(id) is not { } number)
            return Missing;
        var read = await JsonBody.ReadAsync<JsonElement>(http, OrderPatch.MediaTypes);
        var type = MediaType.Of(http.Request);
        if ((read.Problem ?? OrderPatch.Mistake(type!, read.Value)) is { } unreadable)
            return unreadable;
        return Write(sandbox, http, number, (ledger, present, _) =>
        {
            var wish = OrderPatch.Apply(type!, read.Value, present!.Show());
            if ((wish.Problem ?? ledger.Refuses(wish.Value, present)) is { } refused)
                return refused;
            ledger.Replace(present!, wish.Value);
            return present!;
        });
    }

    public static IResult Delete(string id, Sandbox sandbox, HttpContext http) => IdOf(id) is not { } number
        ? Missing
        : Write(sandbox, http, number, (ledger, present, _) =>
        {
            ledger.Shop.Remove(present!);
            ledger.Shop.SaveChanges();
            return default(Order)!;
        });

    /// <summary>Reads, compares, writes and tells in one step. Only PUT makes what is not there.</summary>
    private static IResult Write(Sandbox sandbox, HttpContext http, long id, Func<Ledger, Order?, DateTimeOffset, Read<Order>> write)
    {
        var state = sandbox.State<IdempotencyState>();
        lock (state.Gate)
        {
            var now = sandbox.Clock.GetUtcNow();
            var (answer, written) = state.Ledgers.Transact(ledger => Write(ledger, http.Request, id, now, write));
            if (written is not null)
                sandbox.Journal.Append(now, written, IdempotencyLab.Slug, http.Exchange().RequestId);
            http.Exchange().OutcomeAt = now;
            return answer ?? Answer(http, written!);
        }
    }

    private static (IResult? Refusal, OrderWritten? Written) Write(
        Ledger ledger, HttpRequest request, long id, DateTimeOffset now, Func<Ledger, Order?, DateTimeOffset, Read<Order>> write)
    {
        var present = ledger.Find(id);
        var before = present?.Show();
        if (before is null && !HttpMethods.IsPut(request.Method))
            return (Missing, null);
        if (Preconditions.Of(request).Check(before is null ? null : new(before.Write().Tag)).Answer() is { } stale)
            return (stale, null);
        var result = write(ledger, present, now);
        return result.Problem is { } refused ? (refused, null) : (null, new OrderWritten(request.Method, id, before, result.Value?.Show(), ledger.State));
    }

    private static IResult Answer(HttpContext http, OrderWritten written)
    {
        if (written.After is not { } order)
            return TypedResults.NoContent();
        http.Response.Headers.ETag = order.Write().Tag.ToString();
        if (written.Before is not null)
            return Show(order);
        http.Response.Headers.Location = OrderWriting.AddressOf(http.Request, order.Id);
        return TypedResults.Json(order, WireJson.Options, statusCode: StatusCodes.Status201Created);
    }

    private static IResult Show(PlacedOrder order) => TypedResults.Json(order, WireJson.Options);

    private static Problem? TooHigh(long id, Order? present) => present is not null || id <= OrderRules.HighestChosenId
        ? null
        : new(ProblemTypes.ValidationError, $"A number chosen by a client may be at most {OrderRules.HighestChosenId}.");

    private static long? IdOf(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 && !text.StartsWith('0') ? id : null;
}
