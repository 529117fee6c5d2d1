using Visualizer.Dashboard.Http;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.JwtSecurity;

namespace Visualizer.Dashboard.Labs.JwtSecurity;

/// <summary>The lab's calls, as any client makes them. Tokens come back in answers and stay with the caller: no record has them.</summary>
public sealed class JwtSecurityClient(ApiClient api)
{
    /// <summary>What a demo of a token meant for somebody else is meant for.</summary>
    public const string OtherAudience = "https://other.example";

    public async Task<TokenAnswer?> LogInAsync(string username, string? audience = null) =>
        (await api.SendAsync(HttpMethod.Post, "api/auth/token", new { username, password = $"{username}-demo", audience })).Read<TokenAnswer>();

    public async Task<LeakyTokenAnswer?> TakeLeakyAsync(string username) =>
        (await api.SendAsync(HttpMethod.Post, "api/auth/leaky-token", new { username, password = $"{username}-demo" })).Read<LeakyTokenAnswer>();

    /// <summary>The next pair of tokens; null where the refresh token was refused.</summary>
    public async Task<TokenAnswer?> RefreshAsync(string refreshToken) =>
        await api.SendAsync(HttpMethod.Post, "api/auth/refresh", new { refresh_token = refreshToken }) is { Succeeded: true } answer ? answer.Read<TokenAnswer>() : null;

    public Task RevokeAsync(string token) => api.SendAsync(HttpMethod.Post, "api/auth/revoke", new { token });

    public async Task<string?> PublicPemAsync() =>
        await api.SendAsync(HttpMethod.Get, "api/.well-known/public.pem") is { Succeeded: true } answer ? answer.Body : null;

    /// <summary>Tries one token at every door, one after the other; the answers are told by the journal.</summary>
    public async Task TryAsync(string token)
    {
        foreach (var door in DoorQuestions.Doors)
            await api.SendAsync(HttpMethod.Get, $"api/doors/{door}", headers: [Bearer(token)]);
    }

    public Task WhoAmIAsync(string token) => api.SendAsync(HttpMethod.Get, "api/me", headers: [Bearer(token)]);

    /// <summary>In the header and never in the address.</summary>
    private static HeaderLine Bearer(string token) => new("Authorization", $"Bearer {token}");
}
