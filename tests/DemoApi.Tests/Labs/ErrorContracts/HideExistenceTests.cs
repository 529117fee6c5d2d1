using System.Net;
using Visualizer.Tests.Support;
using static Visualizer.DemoApi.Tests.Labs.ErrorContracts.Clerk;

namespace Visualizer.DemoApi.Tests.Labs.ErrorContracts;

public sealed class HideExistenceTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task Hidden_A403LooksLikeAnIdThatIsNotThere()
    {
        using var guest = await house.GuestAsync(Still);
        var (alice, admin) = (await guest.TokenAsync("alice"), await guest.TokenAsync());
        var open = (await guest.ChangeAsync(Good, alice)).IsProblem(403, "forbidden");
        Assert.Equal("Bearer error=\"insufficient_scope\", scope=\"admin\"", open.Headers["WWW-Authenticate"]);
        Assert.Equal("{\"hide_existence\":true}", (await guest.PutAsync("sandbox/errors", new { hide_existence = true })).Body);

        var hidden = (await guest.ChangeAsync(Good, alice)).IsProblem(404, "not-found");
        var unknown = (await guest.SendAsync(HttpMethod.Put, "api/admin/users/4711", Good, alice)).IsProblem(404, "not-found");
        var really = (await guest.SendAsync(HttpMethod.Put, "api/admin/users/4711", Good, admin)).IsProblem(404, "not-found");

        Assert.False(hidden.Headers.ContainsKey("WWW-Authenticate"));
        Assert.Equal(hidden.Json.GetProperty("detail").GetString()!.Replace("'7'", "'4711'"), really.Json.GetProperty("detail").GetString());
        Assert.Equal(unknown.Json.GetProperty("detail").GetString(), really.Json.GetProperty("detail").GetString());
        var told = await guest.DataAsync("stopped_at_gate");
        Assert.Equal(["1 2 3:403", "1 2 3:404", "1 2 3:404", "1 2 3 4 5 6:404"], told.Select(t => t.Short()));
        Assert.Equal([false, true, true, false], told.Select(t => t.GetProperty("hides").GetBoolean()));
        (await guest.ChangeAsync(Good)).IsProblem(401, "unauthorized"); // nobody in particular is still told to say who they are
    }

    [Fact]
    public async Task Setting_IsReplacedTold_AndForgottenByAReset()
    {
        using var guest = await house.GuestAsync(Still);
        Assert.Equal("{\"hide_existence\":false}", (await guest.GetAsync("sandbox/errors")).Body);
        (await guest.PutAsync("sandbox/errors", new { hide_existence = "yes" })).IsProblem(400, "invalid-body", "hide_existence");
        (await guest.PutAsync("sandbox/errors", new { })).IsProblem(422, "validation-error", "hide_existence");
        await guest.PutAsync("sandbox/errors", new { hide_existence = true });
        Assert.True(Assert.Single(await guest.DataAsync("errors_configured")).GetProperty("hide_existence").GetBoolean());

        Assert.Equal(HttpStatusCode.OK, (await guest.PostAsync("sandbox/reset", new { lab = "error-contracts" })).Status);
        Assert.Equal("{\"hide_existence\":false}", (await guest.GetAsync("sandbox/errors")).Body);
    }
}
