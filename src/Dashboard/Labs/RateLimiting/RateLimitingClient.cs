using Visualizer.Dashboard.Http;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>The lab's calls, as any client makes them.</summary>
public sealed class RateLimitingClient(ApiClient api)
{
    private const int AtOnce = 16;

    /// <summary>Asks one limiter for permission.</summary>
    /// <param name="wait">False: a queue tells the turn at once instead of holding the answer.</param>
    public Task<Exchange> TakeAsync(string algorithm, bool wait = true, CancellationToken cancellation = default) =>
        api.SendAsync(HttpMethod.Get, $"api/limits/{algorithm}{(wait ? "" : "?wait=false")}", cancellation: cancellation);

    /// <summary>Sends so many requests at once to each of the limiters; the answers are told by the journal.</summary>
    public Task BurstAsync(int requests, IReadOnlyList<string> algorithms, bool wait = true, CancellationToken cancellation = default) => Parallel.ForEachAsync(
        Enumerable.Range(0, requests).SelectMany(_ => algorithms),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
        async (algorithm, stop) => await TakeAsync(algorithm, wait, stop));
}
