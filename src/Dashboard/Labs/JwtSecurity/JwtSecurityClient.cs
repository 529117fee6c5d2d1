using Visualizer.Dashboard.Http;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.JwtSecurity;

namespace Visualizer.Dashboard.Labs.JwtSecurity;

/// <summary>The lab's calls, as any client makes them. Tokens come back in answers and stay with the caller: no record has them.</summary>
public sealed class JwtSecurityClient(ApiClient api)
{
    /// <param name="audience">Whom the token is to be meant for; null for this API.</param>
    public Task<Exchange> LogInAsync(string username, string? audience = null) =>
        api.SendAsync(HttpMethod.Post, "api/auth/token", new { username, password = $"{username}-demo", audience });

    public Task<Exchange> TakeLeakyAsync(string username) =>
        api.SendAsync(HttpMethod.Post, "api/auth/leaky-token", new { username, password = $"{username}-demo" });

    public Task<Exchange> RefreshAsync(string refreshToken) => api.SendAsync(HttpMethod.Post, "api/auth/refresh", new { refresh_token = refreshToken });

    public Task<Exchange> RevokeAsync(string token) => api.SendAsync(HttpMethod.Post, "api/auth/revoke", new { token });

    public async Task<string?> PublicPemAsync() =>
        await api.SendAsync(HttpMethod.Get, "api/.well-known/public.pem") is { Succeeded: true } answer ? answer.Body : null;

    /// <summary>Tries one token at every door, one after the other; the answers are told by the journal.</summary>
    /// <param name="goOn">Asked before each door.</param>
    public async Task TryAsync(string token, Func<bool> goOn)
    {
        foreach (var door in DoorQuestions.Doors)
        {
            if (goOn())
                await api.SendAsync(HttpMethod.Get, $"api/doors/{door}", headers: [Bearer(token)]);
        }
    }

    /// <summary>WRONG, on purpose: the token in the address, where histories, proxies and logs keep it.</summary>
    public Task<Exchange> SendInAddressAsync(string token) => api.SendAsync(HttpMethod.Get, $"api/me?access_token={Uri.EscapeDataString(token)}");

    /// <summary>WRONG, on purpose: the token in a header that no log knows to hide.</summary>
    public Task<Exchange> SendInOwnHeaderAsync(string token) => api.SendAsync(HttpMethod.Get, "api/me", headers: [new("X-Session", token)]);

    /// <summary>In the header and never in the address.</summary>
    private static HeaderLine Bearer(string token) => new("Authorization", $"Bearer {token}");
}
