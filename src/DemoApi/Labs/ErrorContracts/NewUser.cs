using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Data;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.ErrorContracts.Core;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Users;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.ErrorContracts;

/// <summary>Adding a user. Both contracts decide by this one class; they differ in how a refusal is dressed, and in nothing else.</summary>
internal sealed class NewUser(Sandbox sandbox, HttpContext http, bool messy)
{
    private static readonly Keeper<NewUser, Problem>[] Keepers =
    [
        new(Gates.Readable, user => user.ReadAsync()),
        new(Gates.Valid, user => new(user.Write())),
    ];

    private UserWish? _wish;
    private User _made = null!;
    private long _users;

    public static Task<IResult> PostAsync(Sandbox sandbox, HttpContext http) => new NewUser(sandbox, http, messy: false).AnswerAsync();

    public static Task<IResult> PostMessyAsync(Sandbox sandbox, HttpContext http) => new NewUser(sandbox, http, messy: true).AnswerAsync();

    private async Task<IResult> AnswerAsync()
    {
        if (await http.AskAsync(this, Keepers) is { } refused)
            return Contract.Answer(refused, UserRules.MistakeOf(refused, _wish), messy, http);
        sandbox.Journal.Append(sandbox.Clock.GetUtcNow(), new UserAdded(_made.Id, _made.Username, _users), ErrorContractsLab.Slug, http.Exchange().RequestId);
        var shown = UserRepresentation.Of(_made, 1);
        http.Response.Headers.Location = $"{http.Request.PathBase}/api{(messy ? "/messy" : "")}/users/{_made.Id}";
        http.Response.Headers.ETag = $"{shown.Tag}";
        http.Response.StatusCode = StatusCodes.Status201Created;
        return TypedResults.Bytes(shown.Body, MediaType.Json);
    }

    private async ValueTask<Problem?> ReadAsync()
    {
        var read = await JsonBody.ReadAsync<UserWish>(http);
        _wish = read.Value;
        return read.Problem;
    }

    private Problem? Write()
    {
        if (UserRules.Check(_wish!) is { } invalid)
            return invalid;
        using var shop = sandbox.Shop.CreateContext();
        if (UserTable.Insert(shop, _wish!, sandbox.Clock.GetUtcNow()) is not { } made)
            return UserTable.Conflict(shop, _wish!);
        (_made, _users) = (made, shop.Users.LongCount());
        return null;
    }
}
