using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Visualizer.DemoApi.Wire;

namespace Visualizer.Tests.Support;

/// <summary>An outside client with a sandbox of its own: what curl could do, and nothing else.</summary>
public sealed class Guest(Uri root, string id = "") : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = root };

    /// <summary>Told of every answer of the demo API: client, method, path below the sandbox, status. Set once, before any test runs.</summary>
    public static Func<HttpClient, HttpMethod, string, int, Task>? Answered { get; set; }

    public string Id { get; private set; } = id;

    public async Task MoveInAsync(object? order = null)
    {
        var made = await SendAsync(HttpMethod.Post, "/api/sandboxes", order);
        Assert.Equal(HttpStatusCode.Created, made.Status);
        Id = made.Json.GetProperty("id").GetString()!;
    }

    /// <summary>An address below the sandbox, or below the root where it begins with a slash.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : $"/s/{Id}/{path}");
        if (body is not null)
        {
            request.Content = body is HttpContent content
                ? content
                : new StringContent(body as string ?? JsonSerializer.Serialize(body, WireJson.Options), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _http.SendAsync(request);
        if (Answered is { } answered && path.StartsWith("api/", StringComparison.Ordinal))
            await answered(_http, method, path, (int)response.StatusCode);
        return await Answer.OfAsync(response);
    }

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Answer> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body);

    public Task<Answer> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<Answer> PauseAsync() => PutAsync("sandbox/clock", new { rate = 1, paused = true });

    public Task<Answer> AdvanceAsync(long milliseconds) => PostAsync("sandbox/clock/advance", new { milliseconds });

    /// <summary>The journal so far, one page.</summary>
    public async Task<IReadOnlyList<JsonElement>> EventsAsync(long after = 0) =>
        [.. (await GetAsync($"sandbox/events?after={after}", ("Accept", "application/json"))).Json.GetProperty("events").EnumerateArray()];

    /// <summary>Reads the journal until it holds so many events of a type: what happens on the server is waited for, never slept for.</summary>
    public async Task<IReadOnlyList<JsonElement>> EventsAsync(string type, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/s/{Id}/sandbox/events");
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(patience.Token));
        var found = new List<JsonElement>();
        while (found.Count < count && await lines.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("data: {\"id\"", StringComparison.Ordinal) && Parse(line[6..]) is var happened && happened.GetProperty("type").GetString() == type)
                found.Add(happened);
        }

        return found;
    }

    public void Dispose() => _http.Dispose();

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
