using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.SharedCache.Core;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.SharedCache;

/// <summary>Puts a shared cache in front of an address: <c>/cdn/products/1</c> is <c>/products/1</c> through the cache.</summary>
/// <remarks>The origin is asked over real HTTP, by this process's own port: an exchange of its own, recorded like any other.</remarks>
internal sealed class Edge(LoopbackAddress loopback) : IDisposable
{
    // Of one connection or one exchange alone; the recorder writes its own into every answer.
    private static readonly HashSet<string> NotKept = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Connection", "Proxy-Authenticate", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Content-Length",
        "Sandbox-Time", "Server-Timing",
    };

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
        MaxConnectionsPerServer = 1_024,
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8, // as the server read it: the origin shall judge what a client says, not this client
    })
    {
        Timeout = TimeSpan.FromSeconds(90), // longer than a request can be held
    };

    /// <summary>Answers a request below <c>/cdn</c>.</summary>
    public async Task<IResult> AnswerAsync(HttpContext http, EdgeCache cache)
    {
        var call = OriginCall.Of(http, loopback.Root);
        var (decision, generation, asksBehindTheScenes) = cache.Consult(call);
        switch (decision.Step)
        {
            case CacheStep.Serve or CacheStep.Refuse:
                return cache.AnswerAtOnce(decision);
            case CacheStep.ServeStaleAndAsk:
                var stale = cache.AnswerAtOnce(decision);
                if (asksBehindTheScenes)
                    _ = AskBehindTheScenesAsync(http.Sandbox(), cache, call, decision, generation);
                return stale;
            default:
                var reply = await AskAsync(http.Sandbox(), call, decision, http.RequestAborted);
                return cache.AnswerWith(reply, call, decision, generation);
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>However many ask for a stale copy, the origin is asked once at a time; nobody waits for it.</summary>
    private async Task AskBehindTheScenesAsync(Sandbox sandbox, EdgeCache cache, OriginCall call, CacheDecision decision, long generation)
    {
        StoredResponse? reply = null;
        try
        {
            reply = await AskAsync(sandbox, call, decision, CancellationToken.None);
        }
        finally
        {
            cache.LearnFrom(reply, call, decision, generation);
        }
    }

    /// <summary>The origin's answer, or null where it cannot be reached.</summary>
    private async Task<StoredResponse?> AskAsync(Sandbox sandbox, OriginCall call, CacheDecision decision, CancellationToken cancellation)
    {
        var asked = sandbox.Clock.GetUtcNow();
        try
        {
            using var message = call.Message(decision);
            using var response = await _http.SendAsync(message, cancellation);
            var body = await response.Content.ReadAsByteArrayAsync(cancellation);
            var now = sandbox.Clock.GetUtcNow();
            return new StoredResponse((int)response.StatusCode, FieldsOf(response), body, DateOf(response) ?? now, asked, now);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }

    private static Fields FieldsOf(HttpResponseMessage response)
    {
        var ownToConnection = response.Headers.Connection.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new(response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .Where(field => !NotKept.Contains(field.Key) && !ownToConnection.Contains(field.Key))
            .SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value)));
    }

    // Date is real time; this cache lives on sandbox time, which the origin tells beside it.
    private static DateTimeOffset? DateOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Sandbox-Time", out var told)
        && DateTimeOffset.TryParse(told.First(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : null;
}
