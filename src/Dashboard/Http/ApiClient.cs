using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Wire;

namespace Visualizer.Dashboard.Http;

/// <summary>Sends the page's requests as any client would: over HTTP, to this process's own port, into the page's sandbox.</summary>
/// <remarks>Every answer is an answer: 4xx and 5xx come back like 200, and a cut connection is told as a failure.</remarks>
public sealed class ApiClient(PageHttp http, LoopbackAddress loopback, CurrentSandbox sandbox)
{
    /// <summary>Sends one request.</summary>
    /// <param name="path">Below <c>/s/{id}/</c>, for example <c>api/limits/token-bucket</c>.</param>
    /// <param name="body">Sent as it is where it is <see cref="HttpContent"/>, else written as JSON.</param>
    public async Task<Exchange> SendAsync(
        HttpMethod method, string path, object? body = null, IEnumerable<HeaderLine>? headers = null, CancellationToken cancellation = default)
    {
        using var request = new HttpRequestMessage(method, new Uri(loopback.Root, $"s/{sandbox.Id}/{path}"));
        List<HeaderLine> lines = [.. headers ?? []];
        if (lines.FirstOrDefault(header => !HeaderText.CanCarry(header.Value)) is { Name: { } broken })
            return new Exchange(null, [], "", $"The header {broken} holds a line break: it was not sent.");
        foreach (var header in lines)
            request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        if (body is not null)
            request.Content = body as HttpContent ?? new StringContent(JsonSerializer.Serialize(body, WireJson.Options), Encoding.UTF8, "application/json");
        try
        {
            using var response = await http.Client.SendAsync(request, cancellation);
            var text = await response.Content.ReadAsStringAsync(cancellation);
            return new Exchange((int)response.StatusCode, [.. Lines(response.Headers), .. Lines(response.Content.Headers)], text, Failure: null);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return new Exchange(null, [], "", failure.Message);
        }
    }

    private static IEnumerable<HeaderLine> Lines(HttpHeaders headers) => headers.SelectMany(h => h.Value, (h, value) => new HeaderLine(h.Key, value));
}
