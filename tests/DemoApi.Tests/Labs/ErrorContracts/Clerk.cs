using System.Text.Json;
using Visualizer.DemoApi.Tests.Labs.JwtSecurity;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Labs.ErrorContracts;

/// <summary>What an administrator's client does, in one line each.</summary>
internal static class Clerk
{
    public const string Seven = "api/admin/users/7";

    public static readonly object Still = new { paused = true };
    public static readonly object Good = new { email = "seven@example.com", username = "seven7" };

    public static async Task<(string, string)> TokenAsync(this Guest guest, string username = "admin") => TokenGuest.Bearer((await guest.LogInAsync(username)).Access);

    /// <summary>The tag of a user's present state, as any client learns it.</summary>
    public static async Task<string> TagAsync(this Guest guest, string path = "api/users/7") => (await guest.GetAsync(path)).Headers["ETag"];

    public static Task<Answer> ChangeAsync(this Guest guest, object body, params (string, string)[] headers) => guest.SendAsync(HttpMethod.Put, Seven, body, headers);

    public static async Task<IReadOnlyList<JsonElement>> DataAsync(this Guest guest, string type) =>
        [.. (await guest.EventsAsync()).Where(e => e.GetProperty("type").GetString() == type).Select(e => e.GetProperty("data"))];

    public static IEnumerable<string?> Places(this Answer problem) =>
        problem.Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString());

    /// <summary>The trace in short: "1 2 3:403".</summary>
    public static string Short(this JsonElement told) => string.Join(' ', told.GetProperty("trace").EnumerateArray().Select(passage =>
        passage.GetProperty("status").ValueKind is JsonValueKind.Null ? $"{passage.GetProperty("gate")}" : $"{passage.GetProperty("gate")}:{passage.GetProperty("status")}"));
}
