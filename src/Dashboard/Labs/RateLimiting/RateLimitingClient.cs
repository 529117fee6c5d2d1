using Visualizer.Dashboard.Http;
using Visualizer.DemoApi.Labs.RateLimiting;

namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>The lab's calls, as any client makes them.</summary>
public sealed class RateLimitingClient(ApiClient api)
{
    private const int AtOnce = 16;

    /// <summary>Asks one limiter for permission.</summary>
    /// <param name="cost">What the request costs; the queue takes requests of cost 1 alone, and is asked for nothing else.</param>
    /// <param name="wait">False: a queue tells the turn at once instead of holding the answer.</param>
    public Task<Exchange> TakeAsync(string algorithm, int cost = 1, bool wait = true, CancellationToken cancellation = default) =>
        api.SendAsync(HttpMethod.Get, $"api/limits/{algorithm}{Query(algorithm == Algorithms.LeakyBucket ? 1 : cost, wait)}", cancellation: cancellation);

    /// <summary>Sends so many requests at once to each of the limiters; the answers are told by the journal.</summary>
    public Task BurstAsync(int requests, IReadOnlyList<string> algorithms, int cost = 1) => Parallel.ForEachAsync(
        Enumerable.Range(0, requests).SelectMany(_ => algorithms),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
        async (algorithm, stop) => await TakeAsync(algorithm, cost, cancellation: stop));

    /// <summary>Sends the requests of one instant, and gives their answers in the same order; a queue tells turns at once.</summary>
    public async Task<IReadOnlyList<Exchange>> SendAsync(IReadOnlyList<TapeShot> shots)
    {
        var answers = new Exchange[shots.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, shots.Count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, stop) =>
            answers[i] = await TakeAsync(shots[i].Algorithm, shots[i].Cost, wait: false, stop));
        return answers;
    }

    /// <summary>Sets one limiter, which starts afresh.</summary>
    public Task<Exchange> ConfigureAsync(string algorithm, object settings) => api.SendAsync(HttpMethod.Put, $"sandbox/limits/{algorithm}", settings);

    private static string Query(int cost, bool wait) => (cost, wait) switch
    {
        (1, true) => "",
        (1, false) => "?wait=false",
        (_, true) => $"?cost={cost}",
        _ => $"?cost={cost}&wait=false",
    };
}
