using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Labs.JwtSecurity;

/// <summary>What a client of the token calls does.</summary>
internal static class TokenGuest
{
    public static (string, string) Bearer(string token) => ("Authorization", $"Bearer {token}");

    /// <summary>Logs a demo user in: access token and refresh token.</summary>
    public static async Task<(string Access, string Refresh)> LogInAsync(this Guest guest, string username = "alice", string? audience = null)
    {
        object body = audience is null ? new { username, password = $"{username}-demo" } : new { username, password = $"{username}-demo", audience };
        var answer = await guest.PostAsync("api/auth/token", body);
        Assert.Equal(200, (int)answer.Status);
        return (answer.Json.GetProperty("access_token").GetString()!, answer.Json.GetProperty("refresh_token").GetString()!);
    }

    public static Task<Answer> RefreshAsync(this Guest guest, string refreshToken) => guest.PostAsync("api/auth/refresh", new { refresh_token = refreshToken });

    public static Task<Answer> MeAsync(this Guest guest, string token) => guest.GetAsync("api/me", Bearer(token));

    public static async Task<IReadOnlyList<string?>> EventTypesAsync(this Guest guest) =>
        [.. (await guest.EventsAsync()).Select(happened => happened.GetProperty("type").GetString())];
}
