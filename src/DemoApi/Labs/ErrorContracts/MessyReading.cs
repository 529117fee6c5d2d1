using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Data;
using Visualizer.DemoApi.Labs.ErrorContracts.Core;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Users;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.ErrorContracts;

/// <summary>Reading a user under the messy contract: the eighth mistake is an id that names nobody.</summary>
internal sealed class MessyReading(string id, ShopContext shop)
{
    private static readonly Keeper<MessyReading, Problem>[] Keepers = [new(Gates.Exists, reading => new(reading.Find()))];

    private User _user = null!;

    public static async Task<IResult> GetAsync(string id, Sandbox sandbox, HttpContext http)
    {
        using var shop = sandbox.Shop.CreateContext();
        var reading = new MessyReading(id, shop);
        return await http.AskAsync(reading, Keepers) is { } refused
            ? Contract.Answer(refused, Mistakes.UnknownId, messy: true, http)
            : TypedResults.Bytes(UserRepresentation.Of(reading._user, 1).Body, MediaType.Json);
    }

    private Problem? Find()
    {
        if (!ResourceId.TryParse(id, out var number) || shop.Users.Find(number) is not { } user)
            return UserTable.NotFound(id);
        _user = user;
        return null;
    }
}
