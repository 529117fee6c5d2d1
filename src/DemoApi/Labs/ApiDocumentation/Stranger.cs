using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Visualizer.DemoApi.Labs.ApiDocumentation.Core;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.ApiDocumentation;

/// <summary>The robot that knows the document alone. It sends real requests, and only to the API of the sandbox that asked for it.</summary>
internal sealed class Stranger(LoopbackAddress loopback) : IDisposable
{
    /// <summary>How it introduces itself.</summary>
    public const string Agent = "Visualizer-Stranger/1.0";

    /// <summary>Most operations that it tries.</summary>
    public const int MostOperations = 20;

    private const int MaxTextLength = 2_000; // as far as the report tells it

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false, ActivityHeadersPropagator = null })
    {
        Timeout = TimeSpan.FromSeconds(10),
        DefaultRequestHeaders = { { "User-Agent", Agent } },
    };

    public async Task<IReadOnlyList<StrangerCall>> TryAsync(Sandbox sandbox, ApiText document, bool send, CancellationToken cancellation)
    {
        var calls = new List<StrangerCall>();
        foreach (var operation in document.Operations)
            calls.Add(await TryAsync(sandbox, document, operation, send, cancellation));
        return calls;
    }

    public void Dispose() => _http.Dispose();

    private async Task<StrangerCall> TryAsync(Sandbox sandbox, ApiText document, DocumentedOperation operation, bool send, CancellationToken cancellation)
    {
        var request = StrangersRequest.For(document, operation);
        var call = new StrangerCall(
            operation.Id ?? "", request.Method, operation.Path, Cut($"{request.Method} {request.Address}"), Cut(request.Body), null, Verdicts.Unsent, "");
        var address = new Uri(loopback.Root, $"s/{sandbox.Id}/api{request.Address}");
        if (!send)
            return call;
        if (!address.AbsolutePath.StartsWith($"/s/{sandbox.Id}/api/", StringComparison.Ordinal))
            return call with { Why = "The path leads out of the API." };
        if (IsOwnDoor(address))
            return call with { Why = "The stranger does not send strangers." };
        if (request.Headers.FirstOrDefault(header => !HeaderText.CanCarry(header.Value)) is { Name: { } broken })
            return call with { Why = $"The header {broken} would hold a line break, which no header can." };

        using var message = new HttpRequestMessage(HttpMethod.Parse(request.Method), address);
        foreach (var (name, value) in request.Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        if (request.Body is not null)
            message.Content = new StringContent(request.Body, Encoding.UTF8, MediaType.Json);
        try
        {
            using var response = await _http.SendAsync(message, cancellation);
            return Judge(document, operation, call, (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(cancellation));
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return call with { Why = "No whole answer came back within ten seconds." };
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return call with { Why = "The request could not be sent, or its answer broke off." };
        }
    }

    /// <summary>Documents within documents would let one order become millions.</summary>
    private static bool IsOwnDoor(Uri address) =>
        Uri.UnescapeDataString(address.AbsolutePath).TrimEnd('/').EndsWith("/documents/stranger", StringComparison.OrdinalIgnoreCase);

    private static StrangerCall Judge(ApiText document, DocumentedOperation operation, StrangerCall call, int status, string? mediaType, string body)
    {
        var contradiction = ReplyCheck.Contradiction(document, operation, status, mediaType, body);
        return call with
        {
            Status = status,
            Verdict = contradiction is not null ? Verdicts.Contradicts : status is >= 200 and < 300 ? Verdicts.Works : Verdicts.Refused,
            Why = contradiction ?? (status < 300 ? "" : string.Create(CultureInfo.InvariantCulture, $"{status}: {Detail(body)}")),
        };
    }

    private static string Detail(string body)
    {
        try
        {
            return System.Text.Json.Nodes.JsonNode.Parse(body)?["detail"]?.GetValue<string>() ?? "no reason given";
        }
        catch (Exception unreadable) when (unreadable is System.Text.Json.JsonException or InvalidOperationException)
        {
            return "no reason given";
        }
    }

    [return: NotNullIfNotNull(nameof(text))]
    private static string? Cut(string? text) => text is { Length: > MaxTextLength } ? text[..MaxTextLength] : text;
}
