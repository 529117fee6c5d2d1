using System.Net.Http.Headers;
using System.Text;
using Visualizer.Dashboard.Http;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Wire;

namespace Visualizer.Dashboard.Labs.Idempotency;

/// <summary>The lab's calls, as any client makes them. .NET's HttpClient sends a POST once: every retry on the stage is one of these.</summary>
public sealed class IdempotencyClient(ApiClient api)
{
    /// <summary>Sends, and sends again as long as no answer came and a retry is left.</summary>
    public async Task SendAsync(Wish wish, Stint stint)
    {
        for (var attempt = 0; attempt <= wish.Retries && !stint.IsOver; attempt++)
        {
            if (await SendOnceAsync(wish, lost: attempt < wish.Lost) is { Status: not null })
                return;
        }
    }

    /// <summary>Two attempts at one time, as from a finger that taps twice.</summary>
    public Task SendTwiceAsync(Wish wish) => Task.WhenAll(SendOnceAsync(wish, lost: false), SendOnceAsync(wish, lost: false));

    private Task<Exchange> SendOnceAsync(Wish wish, bool lost)
    {
        List<HeaderLine> headers = [new(Intents.Header, $"{wish.Method} {wish.OldKey ?? $"{wish.Number}"}")];
        if (wish.Key is { } key)
            headers.Add(new(Intents.KeyHeader, $"\"{key}\""));
        if (lost || wish.WorkMs > 0)
            headers.Add(new(DemoFaults.Header, lost ? "drop-response" : $"delay={wish.WorkMs}"));
        return api.SendAsync(HttpMethod.Parse(wish.Method), $"api{wish.Path}", Body(wish), headers);
    }

    private static object? Body(Wish wish) => wish.Method switch
    {
        "DELETE" => null,
        "PATCH" => new StringContent("""[{"op":"add","path":"/tags/-","value":"gift"}]""", Encoding.UTF8, new MediaTypeHeaderValue(MediaType.JsonPatch)),
        _ => new { product_id = 1, quantity = wish.Quantity },
    };
}
