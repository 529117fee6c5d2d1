using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.SharedCache.Core;

namespace Visualizer.DemoApi.SharedCache;

/// <summary>A client's request as a shared cache hands it on, free of the client's own connection.</summary>
/// <param name="AskedBy">The exchange that it is for.</param>
/// <param name="Host">The client's own, so that addresses in the answer are right for it.</param>
internal sealed record OriginCall(CacheRequest Request, Uri Address, string Host, string AskedBy, Stream? Body)
{
    private const string Via = "1.1 demo"; // RFC 9110 §7.6.3

    // Of this connection alone (§7.6.1), or the cache's own to say.
    private static readonly HashSet<string> NotHandedOn = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Connection", "Proxy-Authorization", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Expect",
        "Host", "Content-Length", "Cookie", "User-Agent", "Via", DemoFaultHeader, RequestOrigin.AskedByHeader,
    };

    // Whether the client has it already is answered here, from the whole answer (RFC 9111 §4.3.2).
    private static readonly HashSet<string> Conditions = new(StringComparer.OrdinalIgnoreCase) { "If-None-Match", "If-Modified-Since" };

    private const string DemoFaultHeader = Wire.DemoFaults.Header; // the fault was the client's wish for this exchange

    /// <summary>The request behind <c>/api/cdn</c>, for the same address without <c>/cdn</c>.</summary>
    public static OriginCall Of(HttpContext http, Uri loopback)
    {
        var request = http.Request;
        request.Path.StartsWithSegments("/api/cdn", out var rest);
        var target = rest.ToUriComponent() + request.QueryString.ToUriComponent();
        var fields = new Fields(request.Headers.SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? "")));
        return new(
            new CacheRequest(request.Method, target, fields),
            new Uri(loopback, $"{request.PathBase.ToUriComponent().TrimStart('/')}/api{target}"),
            request.Host.Value ?? loopback.Authority,
            http.Exchange().RequestId,
            request.Body);
    }

    /// <summary>The message to the origin: with a copy to go by, the question whether it is still right.</summary>
    public HttpRequestMessage Message(CacheDecision decision)
    {
        var message = new HttpRequestMessage(new HttpMethod(Request.Method), Address);
        message.Headers.Host = Host;
        message.Headers.TryAddWithoutValidation("User-Agent", $"{RequestOrigin.CacheAgent}/1.0");
        message.Headers.TryAddWithoutValidation("Via", Request.Fields["Via"] is { } via ? $"{via}, {Via}" : Via);
        message.Headers.TryAddWithoutValidation(RequestOrigin.AskedByHeader, AskedBy);
        if (!Request.IsRead && Body is not null)
            message.Content = new StreamContent(Body);
        foreach (var (name, value) in Request.Fields.All)
        {
            if (NotHandedOn.Contains(name) || (decision.Step is not CacheStep.PassOn && Conditions.Contains(name)))
                continue;
            if (!message.Headers.TryAddWithoutValidation(name, value))
                message.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        if (decision is { Step: CacheStep.Revalidate or CacheStep.ServeStaleAndAsk, Copy: { } copy })
        {
            if (copy.ETag is { } tag)
                message.Headers.TryAddWithoutValidation("If-None-Match", tag);
            if (copy.LastModified is { } date)
                message.Headers.TryAddWithoutValidation("If-Modified-Since", date);
        }

        return message;
    }
}
