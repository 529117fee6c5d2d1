using System.Text.Json.Nodes;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Labs.JwtSecurity;

public sealed class TokenDeskTests(House house) : IClassFixture<House>
{
    private static readonly object Still = new { paused = true };

    [Fact]
    public async Task LogIn_GivesAnAccessTokenOfRfc9068_ThatNobodyStores()
    {
        using var guest = await house.GuestAsync(Still);
        var answer = await guest.PostAsync("api/auth/token", new { username = "alice", password = "alice-demo" });
        var token = answer.Json.GetProperty("access_token").GetString()!;
        var (header, payload) = (Forge.Header(token), Forge.Payload(token));

        Assert.Equal(("no-store", "no-cache"), (answer.Headers["Cache-Control"], answer.Headers["Pragma"]));
        Assert.Equal(("Bearer", 900), (answer.Json.GetProperty("token_type").GetString(), answer.Json.GetProperty("expires_in").GetInt32()));
        Assert.Equal(("at+jwt", "ES256"), ((string?)header["typ"], (string?)header["alg"]));
        Assert.All((string[])["iss", "exp", "aud", "sub", "client_id", "iat", "jti"], claim => Assert.True(payload.ContainsKey(claim), claim));
        Assert.Equal(DateTimeOffset.Parse("2026-01-23T11:15:00Z").ToUnixTimeSeconds(), (long)payload["exp"]!);
        Assert.DoesNotContain("alice", payload.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task PublicKey_IsTheSameInBothForms_AndNamedByItsThumbprint()
    {
        using var guest = await house.GuestAsync(Still);
        var (access, _) = await guest.LogInAsync();
        var key = (await guest.GetAsync("api/.well-known/jwks.json")).Json.GetProperty("keys")[0];
        var pem = await guest.GetAsync("api/.well-known/public.pem");

        Assert.Equal((string?)Forge.Header(access)["kid"], key.GetProperty("kid").GetString());
        Assert.False(key.TryGetProperty("d", out _));
        Assert.EndsWith("-----END PUBLIC KEY-----\n", pem.Body, StringComparison.Ordinal);
        using var imported = System.Security.Cryptography.ECDsa.Create();
        imported.ImportFromPem(pem.Body);
        Assert.Equal(key.GetProperty("x").GetString(), System.Buffers.Text.Base64Url.EncodeToString(imported.ExportParameters(false).Q.X));
    }

    [Theory]
    [InlineData("alice", "wrong")]
    [InlineData("Alice", "alice-demo")]
    [InlineData("nobody", "alice-demo")]
    public async Task WrongCredentials_Are401_WithoutSayingWhich(string username, string password)
    {
        using var guest = await house.GuestAsync(Still);
        foreach (var path in (string[])["api/auth/token", "api/auth/leaky-token"])
        {
            var refused = (await guest.PostAsync(path, new { username, password })).IsProblem(401, "invalid-credentials");
            Assert.Equal("Bearer", refused.Headers["WWW-Authenticate"]);
        }
    }

    [Fact]
    public async Task MissingMembers_Are422_AllAtOnce()
    {
        using var guest = await house.GuestAsync(Still);
        var refused = (await guest.PostAsync("api/auth/token", new { username = "" })).IsProblem(422, "validation-error", "username");
        Assert.Equal(["#/username", "#/password"], refused.Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()));
        (await guest.PostAsync("api/auth/refresh", new { })).IsProblem(422, "validation-error", "refresh_token");
        (await guest.PostAsync("api/auth/revoke", new { token = new string('x', 8_193) })).IsProblem(422, "validation-error", "token");
        (await guest.PostAsync("api/auth/token", "[]")).IsProblem(400, "invalid-body");
    }

    [Fact]
    public async Task Refresh_Rotates_AndTheSecondUseEndsTheFamily()
    {
        using var guest = await house.GuestAsync(Still);
        var (access, first) = await guest.LogInAsync();
        var second = (await guest.RefreshAsync(first)).Json;
        Assert.Equal(200, (int)(await guest.MeAsync(second.GetProperty("access_token").GetString()!)).Status);

        (await guest.RefreshAsync(first)).IsProblem(400, "invalid-grant");
        (await guest.RefreshAsync(second.GetProperty("refresh_token").GetString()!)).IsProblem(400, "invalid-grant");
        (await guest.MeAsync(access)).IsProblem(401, "invalid-token");
        (await guest.MeAsync(second.GetProperty("access_token").GetString()!)).IsProblem(401, "invalid-token");
        Assert.Equal(
            ["token_issued", "refresh_rotated", "token_issued", "refresh_refused", "family_revoked", "refresh_refused"],
            (await guest.EventTypesAsync()).Where(type => type!.StartsWith("token", StringComparison.Ordinal) || type.StartsWith("refresh", StringComparison.Ordinal) || type.StartsWith("family", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Refresh_TwiceAtOnce_OneWinsAndTheFamilyIsOver()
    {
        using var guest = await house.GuestAsync(Still);
        var (access, refresh) = await guest.LogInAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => guest.RefreshAsync(refresh)));

        Assert.Single(answers, answer => (int)answer.Status == 200);
        Assert.All(answers.Where(answer => (int)answer.Status != 200), answer => answer.IsProblem(400, "invalid-grant"));
        (await guest.MeAsync(access)).IsProblem(401, "invalid-token");
        Assert.Single(await guest.EventTypesAsync(), "family_revoked");
    }

    [Fact]
    public async Task Refresh_ByThirtyAtOnce_TheJournalTellsItInTheOrderInWhichItWasDecided()
    {
        IEnumerable<string> decided = ["refresh_rotated", "refresh_refused: reused", "family_revoked: reuse", .. Enumerable.Repeat("refresh_refused: unknown", 28)];
        using var guest = await house.GuestAsync(Still);
        var last = 0L;
        for (var round = 0; round < 20; round++)
        {
            var (_, refresh) = await guest.LogInAsync();
            await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => guest.RefreshAsync(refresh)));

            var events = await guest.EventsAsync(last);
            last = events[^1].GetProperty("id").GetInt64();
            Assert.Equal(decided, events
                .Select(e => e.GetProperty("data").TryGetProperty("reason", out var reason) ? $"{e.GetProperty("type")}: {reason}" : $"{e.GetProperty("type")}")
                .Where(words => words.StartsWith("refresh", StringComparison.Ordinal) || words.StartsWith("family", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Refresh_IsGoodForSevenDays_AndKeepsTheAudience()
    {
        using var guest = await house.GuestAsync(Still);
        var (_, refresh) = await guest.LogInAsync(audience: "https://other.example");
        await guest.AdvanceAsync((long)TimeSpan.FromDays(7).TotalMilliseconds - 1);
        var next = (await guest.RefreshAsync(refresh)).Json;
        Assert.Equal("https://other.example", (string?)Forge.Payload(next.GetProperty("access_token").GetString()!)["aud"]);

        await guest.AdvanceAsync((long)TimeSpan.FromDays(7).TotalMilliseconds);
        (await guest.RefreshAsync(next.GetProperty("refresh_token").GetString()!)).IsProblem(400, "invalid-grant");
    }

    [Fact]
    public async Task AccessToken_IsNoRefreshToken_AndTheOtherWayRound()
    {
        using var guest = await house.GuestAsync(Still);
        var (access, refresh) = await guest.LogInAsync();
        (await guest.RefreshAsync(access[..200])).IsProblem(400, "invalid-grant");
        (await guest.MeAsync(refresh)).IsProblem(401, "invalid-token");
    }

    [Fact]
    public async Task Revoke_AnAccessToken_EndsItAlone_ARefreshTokenEndsTheSession()
    {
        using var guest = await house.GuestAsync(Still);
        var (access, refresh) = await guest.LogInAsync();
        Assert.Equal((200, ""), await RevokeAsync(access));
        (await guest.MeAsync(access)).IsProblem(401, "invalid-token");

        var next = (await guest.RefreshAsync(refresh)).Json;
        Assert.Equal(200, (int)(await guest.MeAsync(next.GetProperty("access_token").GetString()!)).Status);
        Assert.Equal((200, ""), await RevokeAsync(next.GetProperty("refresh_token").GetString()!));
        (await guest.MeAsync(next.GetProperty("access_token").GetString()!)).IsProblem(401, "invalid-token");

        async Task<(int, string)> RevokeAsync(string token) => await guest.PostAsync("api/auth/revoke", new { token }) is var answer ? ((int)answer.Status, answer.Body) : default;
    }

    [Fact]
    public async Task Revoke_WhatIsNotOurs_Is200_AndEndsNothing()
    {
        using var guest = await house.GuestAsync(Still);
        var (access, _) = await guest.LogInAsync();
        var forged = Forge.Edit(access, payload => payload["role"] = "admin"); // same sid, same jti, no valid signature
        foreach (var token in (string[])["nonsense", forged, Forge.Unsigned(access)])
            Assert.Equal(200, (int)(await guest.PostAsync("api/auth/revoke", new { token })).Status);
        Assert.Equal(200, (int)(await guest.MeAsync(access)).Status);
    }

    [Fact]
    public async Task Password_EndsEverySessionOfTheUser_AndNobodyElses()
    {
        using var guest = await house.GuestAsync(Still);
        var (phone, phoneRefresh) = await guest.LogInAsync();
        var (laptop, _) = await guest.LogInAsync();
        var (bob, _) = await guest.LogInAsync("bob");

        (await ChangeAsync("wrong", "a better password")).IsProblem(422, "validation-error", "current_password");
        (await ChangeAsync("alice-demo", "short")).IsProblem(422, "validation-error", "new_password");
        Assert.Equal(204, (int)(await ChangeAsync("alice-demo", "a better password")).Status);

        (await guest.MeAsync(phone)).IsProblem(401, "invalid-token");
        (await guest.MeAsync(laptop)).IsProblem(401, "invalid-token");
        (await guest.RefreshAsync(phoneRefresh)).IsProblem(400, "invalid-grant");
        Assert.Equal(200, (int)(await guest.MeAsync(bob)).Status);
        (await guest.PostAsync("api/auth/token", new { username = "alice", password = "alice-demo" })).IsProblem(401, "invalid-credentials");
        Assert.Equal(200, (int)(await guest.PostAsync("api/auth/token", new { username = "alice", password = "a better password" })).Status);

        Task<Answer> ChangeAsync(string current, string next) => guest.SendAsync(HttpMethod.Post, "api/auth/password",
            new { current_password = current, new_password = next }, TokenGuest.Bearer(laptop));
    }

    [Fact]
    public async Task Me_IsPrivateAndRevalidates()
    {
        using var guest = await house.GuestAsync(Still);
        var (access, _) = await guest.LogInAsync();
        var me = await guest.MeAsync(access);
        Assert.Equal(("no-cache, private", "Authorization"), (me.Headers["Cache-Control"], me.Headers["Vary"]));

        var again = await guest.GetAsync("api/me", TokenGuest.Bearer(access), ("If-None-Match", me.Headers["ETag"]));
        Assert.Equal((304, ""), ((int)again.Status, again.Body));
        Assert.Equal((me.Headers["ETag"], "no-cache, private"), (again.Headers["ETag"], again.Headers["Cache-Control"]));
        (await guest.GetAsync("api/me", ("If-None-Match", me.Headers["ETag"]))).IsProblem(401, "unauthorized");
    }

    [Fact]
    public async Task AdminUsers_Are403ForAlice_WithTheRoleInTheChallenge_AndAPageForTheAdmin()
    {
        using var guest = await house.GuestAsync(Still);
        var (alice, _) = await guest.LogInAsync();
        var (admin, _) = await guest.LogInAsync("admin");

        var refused = (await guest.GetAsync("api/admin/users?limit=0", TokenGuest.Bearer(alice))).IsProblem(403, "forbidden");
        Assert.Equal("Bearer error=\"insufficient_scope\", scope=\"admin\"", refused.Headers["WWW-Authenticate"]);
        (await guest.GetAsync("api/admin/users")).IsProblem(401, "unauthorized");
        (await guest.GetAsync("api/admin/users?limit=0", TokenGuest.Bearer(admin))).IsProblem(400, "invalid-parameter", "limit");

        var seen = new List<long>();
        for (var path = "api/admin/users?limit=40"; path is not null;)
        {
            var page = (await guest.GetAsync(path, TokenGuest.Bearer(admin))).Json;
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(user => user.GetProperty("id").GetInt64()));
            path = page.GetProperty("next_cursor").GetString() is { } next ? $"api/admin/users?limit=40&cursor={next}" : null;
        }

        Assert.Equal(Enumerable.Range(1, 100).Select(id => (long)id), seen);
    }

    [Fact]
    public async Task InvalidToken_OnALogIn_Is401_AsOnAnyCall()
    {
        using var guest = await house.GuestAsync(Still);
        (await guest.SendAsync(HttpMethod.Post, "api/auth/token", new JsonObject { ["username"] = "alice", ["password"] = "alice-demo" }.ToJsonString(), TokenGuest.Bearer("x")))
            .IsProblem(401, "invalid-token");
    }
}
