using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Visualizer.DemoApi.Data;
using Visualizer.DemoApi.Identity;
using Visualizer.DemoApi.Paging;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.JwtSecurity;

/// <summary>What a token opens: one's own profile, and for an administrator the list of users.</summary>
internal static class UserDesk
{
    private static readonly PagedList Users = new("admin/users", "id");

    /// <summary>Looked up by the token's <c>sub</c>: what is read here need not be carried around.</summary>
    public static IResult Me(Sandbox sandbox, HttpContext http)
    {
        var account = sandbox.State<SandboxIdentity>().Accounts.Find(http.Subject()!.Id)!;
        var profile = new Profile(account.Id, account.Username, account.Name, account.Email, account.Role);
        var tag = EntityTag.Strong(Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(profile, WireJson.Options)).AsSpan(0, 8)));
        var headers = http.Response.Headers;
        // A cache that several people share must not keep it, and one's own must ask each time (RFC 9111 §5.2.2).
        (headers.CacheControl, headers.Vary, headers.ETag) = ("private, no-cache", "Authorization", tag.ToString());
        return Preconditions.Of(http.Request).Check(new Validators(tag)).Answer() ?? TypedResults.Json(profile, WireJson.Options);
    }

    public static async Task<IResult> ListAsync(Sandbox sandbox, HttpContext http)
    {
        var read = PageRequest.Read(http, new Query(http.Request), Users);
        if (read.Problem is { } refused)
            return refused;
        var asked = read.Value;
        using var shop = sandbox.Shop.CreateContext();
        var rows = await Walk(shop.Users.AsNoTracking(), asked).Take(asked.Limit + 1).ToListAsync(http.RequestAborted);
        http.Response.Headers.CacheControl = "private, no-store";
        return PageAnswer.ByCursor(http, asked, Page<User>.Cut(rows, asked.Limit, asked.Way, left: asked.Cursor is not null), user => new Place(user.Id, null), Show);
    }

    private static IQueryable<User> Walk(IQueryable<User> users, PageRequest asked) => (asked.Cursor?.Place.Value, asked.Way) switch
    {
        (null, _) => users.OrderBy(user => user.Id),
        ({ } id, Way.Next) => users.Where(user => user.Id > id).OrderBy(user => user.Id),
        ({ } id, _) => users.Where(user => user.Id < id).OrderByDescending(user => user.Id),
    };

    private static ListedUser Show(User user) => new(user.Id, user.Email, user.Username, $"{user.FirstName} {user.LastName}", user.CreatedAt);
}
