using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Visualizer.Dashboard.Http;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.ErrorContracts;

namespace Visualizer.Dashboard.Labs.ErrorContracts;

/// <summary>The lab's calls, as any client makes them. Its tokens come from a log-in before each use and never leave this object.</summary>
public sealed class ErrorContractsClient(ApiClient api)
{
    /// <summary>What the requests that only use up the quota call themselves.</summary>
    public const string Filling = "using-up-the-quota";

    private const int TooLarge = 66_000;

    /// <summary>Changes a user, with these faults. "Over the limit" first uses up what is left of the quota.</summary>
    public async Task<Exchange> SendAsync(IReadOnlyList<Fault> faults)
    {
        var token = faults.Contains(Fault.NoToken) ? null : await LogInAsync(faults.Contains(Fault.WrongRole) ? "alice" : "admin");
        var seen = await api.SendAsync(HttpMethod.Get, $"api/v1/users/{FaultyRequest.User}");
        var taken = faults.Contains(Fault.Duplicate) ? await AddressOfAsync(FaultyRequest.Other) : null;
        var request = FaultyRequest.Of(faults, token, seen.Header("ETag") ?? "*", taken);
        if (faults.Contains(Fault.OverLimit))
            await UseUpQuotaAsync(); // last: a window lasts ten seconds, and at a hundredfold rate a tenth of one
        return await api.SendAsync(request.Method, request.Path, request.Content, request.Headers);
    }

    /// <summary>Makes each of the eight mistakes once, in one of the two contracts.</summary>
    public async Task MakeMistakesAsync(bool messy)
    {
        foreach (var mistake in Mistakes.All)
            await MakeAsync(mistake, messy ? "api/messy/users" : "api/users");
    }

    public Task<Exchange> HideExistenceAsync(bool hide) => api.SendAsync(HttpMethod.Put, "sandbox/errors", new ErrorSettings(hide));

    private async Task<Exchange> MakeAsync(string mistake, string path) => mistake switch
    {
        Mistakes.NotJson => await PostAsync(path, "{\"email\":"),
        Mistakes.WrongMediaType => await PostAsync(path, "email=ada", "application/x-www-form-urlencoded"),
        Mistakes.MemberMissing => await PostAsync(path, """{"email":"ada@example.com"}"""),
        Mistakes.BadEmail => await PostAsync(path, """{"email":"ada at example","username":"adaeight"}"""),
        Mistakes.BadUsername => await PostAsync(path, """{"email":"ada@example.com","username":"a!"}"""),
        Mistakes.Duplicate => await PostAsync(path, JsonSerializer.Serialize(new { email = await AddressOfAsync(FaultyRequest.Other), username = "adaeight" })),
        Mistakes.TooLarge => await PostAsync(path, new string(' ', TooLarge)),
        _ => await api.SendAsync(HttpMethod.Get, $"{path}/{FaultyRequest.Nobody}"),
    };

    private Task<Exchange> PostAsync(string path, string body, string mediaType = "application/json") =>
        api.SendAsync(HttpMethod.Post, path, new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(mediaType)));

    /// <summary>As many requests at once as a whole quota has; whatever is left of it goes.</summary>
    private async Task UseUpQuotaAsync()
    {
        if (await LogInAsync("admin") is not { } token)
            return;
        HeaderLine[] headers = [new("Authorization", $"Bearer {token}"), new(Fault.Header, Filling)];
        await Task.WhenAll(Enumerable.Range(0, GateCatalogue.QuotaLimit).Select(_ => api.SendAsync(HttpMethod.Put, $"api/admin/users/{FaultyRequest.Nobody}", new { email = "", username = "" }, headers)));
    }

    private async Task<string?> LogInAsync(string username) =>
        Member(await api.SendAsync(HttpMethod.Post, "api/auth/token", new { username, password = $"{username}-demo" }), "access_token");

    private async Task<string?> AddressOfAsync(int user) => Member(await api.SendAsync(HttpMethod.Get, $"api/v1/users/{user}"), "email");

    private static string? Member(Exchange answer, string name)
    {
        if (!answer.Succeeded)
            return null;
        using var body = JsonDocument.Parse(answer.Body);
        return body.RootElement.GetProperty(name).GetString();
    }
}
