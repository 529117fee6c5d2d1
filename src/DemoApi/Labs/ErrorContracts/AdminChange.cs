using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Storage;
using Visualizer.DemoApi.Data;
using Visualizer.DemoApi.Identity;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.ErrorContracts.Core;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Users;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.ErrorContracts;

/// <summary>The call that can meet every fault at once: an administrator changes a user. Route, token and role were asked before it.</summary>
internal sealed class AdminChange(string id, Sandbox sandbox, HttpContext http) : IDisposable
{
    private const string Policy = "admin-writes";

    /// <summary>What each gate asks of this call. From the sixth on it is one transaction, so that nothing changes between the questions.</summary>
    private static readonly Keeper<AdminChange, Problem>[] Keepers =
    [
        new(Gates.Quota, change => new(change.TakeFromQuota())),
        new(Gates.Readable, change => change.ReadAsync()),
        new(Gates.Exists, change => new(change.Find())),
        new(Gates.Fresh, change => new(change.Compare())),
        new(Gates.Valid, change => new(change.Write())),
    ];

    private UserWish _wish = null!;
    private ShopContext _shop = null!;
    private IDbContextTransaction _transaction = null!;
    private User _user = null!;
    private EntityTag _before;

    public static async Task<IResult> PutAsync(string id, Sandbox sandbox, HttpContext http)
    {
        if (await DelayAsync(sandbox, http) is { } interrupted)
            return interrupted;
        using var change = new AdminChange(id, sandbox, http);
        return await http.AskAsync(change, Keepers) ?? change.Commit();
    }

    public void Dispose()
    {
        _transaction?.Dispose(); // what was not committed is undone
        _shop?.Dispose();
    }

    private Problem? TakeFromQuota()
    {
        var quota = sandbox.State<ErrorContractsState>().QuotaOf(http.Subject()!.Id).Take(sandbox.Clock.GetUtcNow());
        http.TellQuota(quota);
        return QuotaHeaders.Write(http.Response.Headers, Policy, quota, sandbox.Clock.GetUtcNow());
    }

    private async ValueTask<Problem?> ReadAsync()
    {
        var read = await JsonBody.ReadAsync<UserWish>(http);
        _wish = read.Value;
        return read.Problem;
    }

    private Problem? Find()
    {
        _shop = sandbox.Shop.CreateContext();
        _transaction = _shop.Database.BeginTransaction(); // BEGIN IMMEDIATE: who reads first and writes later must not be overtaken
        if (!ResourceId.TryParse(id, out var number) || _shop.Users.Find(number) is not { } user)
            return UserTable.NotFound(id);
        _user = user;
        return null;
    }

    // A client may have read the user in either version; the tag of any of them names the present state.
    private Problem? Compare()
    {
        var asked = Preconditions.Of(http.Request);
        EntityTag[] tags = [UserRepresentation.Of(_user, 1).Tag, UserRepresentation.Of(_user, 2).Tag];
        _before = tags.FirstOrDefault(tag => asked.IfMatch?.MatchesStrongly(tag) == true, tags[0]);
        return asked.Check(new Validators(_before), required: true).Answer() as Problem;
    }

    private Problem? Write() =>
        UserRules.Check(_wish) ?? (UserTable.Update(_shop, _user.Id, _wish) ? null : UserTable.Conflict(_shop, _wish, _user.Id));

    /// <summary>Behind the last gate only our own fault is left.</summary>
    private IResult Commit()
    {
        switch (http.StagedFault()?.Kind)
        {
            case DemoFaultKind.Error500:
                throw new InvalidOperationException("The error lab asked for a bug behind the last gate, and here it is.");
            case DemoFaultKind.FailBeforeCommit:
                http.CutConnection();
                return TypedResults.Empty;
        }

        _transaction.Commit();
        (_user.Email, _user.Username) = (_wish.Email!, _wish.Username!);
        var after = UserRepresentation.Of(_user, 1);
        sandbox.Journal.Append(sandbox.Clock.GetUtcNow(), new UserChanged(_user.Id, $"{_before}", $"{after.Tag}"), ErrorContractsLab.Slug, http.Exchange().RequestId);
        http.Response.Headers.ETag = $"{after.Tag}";
        return TypedResults.Bytes(after.Body, MediaType.Json);
    }

    // The work begins later, and nothing is held locked meanwhile.
    private static async Task<Problem?> DelayAsync(Sandbox sandbox, HttpContext http)
    {
        if (http.StagedFault() is not { Kind: DemoFaultKind.Delay, Wait: var wait })
            return null;
        var held = await sandbox.Held.Until(sandbox.Clock.GetUtcNow() + wait, http.RequestAborted);
        return held.End is HoldEnd.Released ? null : HeldProblem.Of(held.End);
    }
}
