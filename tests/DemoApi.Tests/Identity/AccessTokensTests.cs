using Visualizer.DemoApi.Tests.Labs.JwtSecurity;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Identity;

public sealed class AccessTokensTests(House house) : IClassFixture<House>
{
    private static readonly object Still = new { paused = true };

    [Fact]
    public async Task WithoutToken_401_ChallengeWithoutError()
    {
        using var guest = await house.GuestAsync(Still);
        var refused = (await guest.GetAsync("api/me")).IsProblem(401, "unauthorized");

        Assert.Equal("Bearer", refused.Headers["WWW-Authenticate"]);
        Assert.Equal("no-store", refused.Headers["Cache-Control"]);
        Assert.Equal(["sandbox_started", "request_received", "access_refused", "response_sent"], await guest.EventTypesAsync());
    }

    [Fact]
    public async Task ValidToken_OpensMe_ForFifteenMinutesAndNoLonger()
    {
        using var guest = await house.GuestAsync(Still);
        var (access, _) = await guest.LogInAsync();
        Assert.Equal("alice", (await guest.MeAsync(access)).Json.GetProperty("username").GetString());

        await guest.AdvanceAsync(899_999);
        Assert.Equal(200, (int)(await guest.MeAsync(access)).Status);
        await guest.AdvanceAsync(1);
        var expired = (await guest.MeAsync(access)).IsProblem(401, "invalid-token");
        Assert.Equal("Bearer error=\"invalid_token\", error_description=\"It has expired.\"", expired.Headers["WWW-Authenticate"]);
        Assert.Equal("expiry", expired.Json.GetProperty("details").GetProperty("check").GetString());
    }

    [Theory]
    [InlineData("api/limits/token-bucket")]
    [InlineData("api/boom?fail=false")]
    [InlineData("api/.well-known/jwks.json")]
    public async Task InvalidToken_OnACallThatNeedsNone_Is401AllTheSame(string path)
    {
        using var guest = await house.GuestAsync(Still);
        (await guest.GetAsync(path, TokenGuest.Bearer("not-a-token"))).IsProblem(401, "invalid-token");
        Assert.NotEqual(401, (int)(await guest.GetAsync(path)).Status);
    }

    [Fact]
    public async Task RouteComesFirst_AnInvalidTokenBehindIt()
    {
        using var guest = await house.GuestAsync(Still);
        (await guest.GetAsync("api/nowhere", TokenGuest.Bearer("x"))).IsProblem(404, "not-found");
        (await guest.PutAsync("api/me", new { })).IsProblem(405, "method-not-allowed");
        (await guest.GetAsync("api/limits/token-bucket?cost=0", TokenGuest.Bearer("x"))).IsProblem(401, "invalid-token");
    }

    [Fact]
    public async Task TokenInTheAddress_Is401_AndStandsInNoRecord()
    {
        using var guest = await house.GuestAsync(Still);
        var (access, _) = await guest.LogInAsync();

        (await guest.GetAsync($"api/me?access_token={access}")).IsProblem(401, "unauthorized");
        (await guest.GetAsync($"api/me?Access%5Ftoken={access}")).IsProblem(401, "unauthorized");
        (await guest.GetAsync($"api/me?access_token={access}", TokenGuest.Bearer(access))).IsProblem(400, "invalid-request");
        var journal = (await guest.GetAsync("sandbox/events", ("Accept", "application/json"))).Body + (await guest.GetAsync("sandbox/exchanges.har")).Body;
        Assert.DoesNotContain(access, journal, StringComparison.Ordinal);
        Assert.Contains("access_token=…", journal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer a b")]
    public async Task MalformedCredentials_Are400(string header)
    {
        using var guest = await house.GuestAsync(Still);
        var refused = (await guest.GetAsync("api/me", ("Authorization", header))).IsProblem(400, "invalid-request");
        Assert.Equal("Bearer error=\"invalid_request\"", refused.Headers["WWW-Authenticate"]);
    }

    [Fact]
    public async Task TwoLinesOfCredentials_Are400()
    {
        using var guest = await house.GuestAsync(Still);
        var (access, _) = await guest.LogInAsync();
        (await guest.GetAsync("api/me", TokenGuest.Bearer(access), TokenGuest.Bearer(access))).IsProblem(400, "invalid-request");
    }

    [Fact]
    public async Task TokenOfAnotherSandbox_Is401()
    {
        using var guest = await house.GuestAsync(Still);
        using var stranger = await house.GuestAsync(Still);
        var (access, _) = await stranger.LogInAsync();

        Assert.Equal("key", (await guest.MeAsync(access)).IsProblem(401, "invalid-token").Json.GetProperty("details").GetProperty("check").GetString());
        Assert.Equal(200, (int)(await stranger.MeAsync(access)).Status);
    }

    [Fact]
    public async Task OtherScheme_CountsAsNoToken()
    {
        using var guest = await house.GuestAsync(Still);
        (await guest.GetAsync("api/me", ("Authorization", "Basic YWxpY2U6YWxpY2UtZGVtbw=="))).IsProblem(401, "unauthorized");
        Assert.Equal(200, (int)(await guest.GetAsync("api/limits/token-bucket", ("Authorization", "Basic YWxpY2U6YWxpY2UtZGVtbw=="))).Status);
    }

    [Theory]
    [InlineData("Bearer {0}", "Bearer …")]
    [InlineData("{0}", "…")]
    public async Task Authorization_IsRecordedByItsSchemeAlone(string form, string recorded)
    {
        using var guest = await house.GuestAsync(Still);
        var (access, _) = await guest.LogInAsync();
        await guest.GetAsync("api/me", ("Authorization", string.Format(form, access)));

        var lines = (await guest.EventsAsync()).Last(e => e.GetProperty("type").GetString() == "request_received").GetProperty("data").GetProperty("headers");
        Assert.Equal(recorded, lines.EnumerateArray().Single(line => line.GetProperty("name").GetString() == "Authorization").GetProperty("value").GetString());
    }

    [Fact]
    public async Task Bodies_OfTheTokenCalls_AreRecordedWithoutSecrets()
    {
        using var guest = await house.GuestAsync(Still);
        var (access, refresh) = await guest.LogInAsync();
        await guest.RefreshAsync(refresh);
        await guest.PostAsync("api/auth/token", """{"username":"alice","password":"alice-demo" oops""");
        await guest.PostAsync("api/auth/token", """{"username":"alice","password":"alice-demo","password":"alice-demo"}""");
        await guest.PostAsync("api/auth/revoke", new { token = access });

        var journal = (await guest.GetAsync("sandbox/events", ("Accept", "application/json"))).Body;
        Assert.All((string[])[access, refresh, "alice-demo"], secret => Assert.DoesNotContain(secret, journal, StringComparison.Ordinal));
        Assert.Contains("\\\"username\\\":\\\"alice\\\"", journal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reset_OfTheLab_EndsEveryToken()
    {
        using var guest = await house.GuestAsync(Still);
        var (access, refresh) = await guest.LogInAsync();
        await guest.PostAsync("sandbox/reset", new { lab = "jwt-security" });

        (await guest.MeAsync(access)).IsProblem(401, "invalid-token");
        (await guest.RefreshAsync(refresh)).IsProblem(400, "invalid-grant");
    }
}
