using Visualizer.Dashboard.Labs.JwtSecurity;
using Visualizer.Tests.Support;

namespace Visualizer.Dashboard.Tests.Labs.JwtSecurity;

/// <summary>The page's tokens against the real API.</summary>
public sealed class TokenWalletTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task EachKind_HasItsOwnRefreshToken()
    {
        using var visit = await Visit.ToAsync(house);
        var wallet = new TokenWallet(new(visit.Api));
        foreach (var kind in TokenKind.All)
            Assert.Equal("", await wallet.LogInAsync(kind));
        await wallet.RefreshAsync(TokenKind.Access); // others was issued later

        Assert.Contains("\"https://visualizer.example/api\"", TokenText.Read(wallet[TokenKind.Access])!.Payload, StringComparison.Ordinal);
        Assert.Equal((true, true), (wallet.CanRefresh(TokenKind.Access), wallet.CanShowAgain(TokenKind.Access)));
        Assert.Equal((true, false), (wallet.CanRefresh(TokenKind.Others), wallet.CanShowAgain(TokenKind.Others)));
        Assert.Equal((false, false), (wallet.CanRefresh(TokenKind.Leaky), wallet.CanShowAgain(TokenKind.Leaky)));
        Assert.Equal(3, wallet.Sessions.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task RefusedRefresh_IsToldAsRefused_AndLeavesTheTokenAsItIs()
    {
        using var visit = await Visit.ToAsync(house);
        var wallet = new TokenWallet(new(visit.Api));
        await wallet.LogInAsync(TokenKind.Access);
        Assert.StartsWith("A new pair.", await wallet.RefreshAsync(TokenKind.Access), StringComparison.Ordinal);
        var token = wallet[TokenKind.Access];

        Assert.StartsWith("400: the old refresh token was shown again", await wallet.ShowAgainAsync(TokenKind.Access), StringComparison.Ordinal);
        Assert.StartsWith("400: the refresh token is too old, or its session has ended", await wallet.RefreshAsync(TokenKind.Access), StringComparison.Ordinal);
        Assert.Equal(token, wallet[TokenKind.Access]);
    }

    [Fact]
    public async Task LogIn_WithAPasswordThatIsAnotherByNow_SaysWhatHelps()
    {
        using var visit = await Visit.ToAsync(house);
        var wallet = new TokenWallet(new(visit.Api));
        await wallet.LogInAsync(TokenKind.Access);
        await visit.Guest.SendAsync(HttpMethod.Post, "api/auth/password", new { current_password = "alice-demo", new_password = "another one" }, ("Authorization", $"Bearer {wallet[TokenKind.Access]}"));

        foreach (var kind in (TokenKind[])[TokenKind.Leaky, TokenKind.Others])
        {
            Assert.StartsWith("401: alice’s password is another one by now", await wallet.LogInAsync(kind), StringComparison.Ordinal);
            Assert.Null(wallet[kind]);
        }
    }

    [Fact]
    public async Task Revoke_OfALeakyToken_ClaimsNothing()
    {
        using var visit = await Visit.ToAsync(house);
        var client = new JwtSecurityClient(visit.Api);
        var wallet = new TokenWallet(client);
        var attacker = new Attacker(client, wallet, TimeProvider.System);
        Assert.StartsWith("Cracked: “", await attacker.CrackAsync(), StringComparison.Ordinal);
        Assert.StartsWith("200, as for whatever is sent there", await wallet.RevokeAsync(TokenKind.Leaky), StringComparison.Ordinal);
        Assert.DoesNotContain(visit.Events, e => e.Data is DemoApi.Labs.JwtSecurity.AccessTokenDenied);
    }
}
