using Visualizer.DemoApi.Labs.RateLimiting.Core;
using Visualizer.DemoApi.Tests.Labs.RateLimiting.Core.Models;

namespace Visualizer.DemoApi.Tests.Labs.RateLimiting.Core;

/// <summary>An algorithm with settings, beside its model; by name, so that a failing test says which.</summary>
internal sealed record Algorithm(long Period, Func<ILimiter> Limiter, Func<Model> Model, long MaxCost)
{
    private static readonly (long Limit, long WindowMs)[] Windows = [(10, 10_000), (1, 100), (3, 1_001), (7, 3_600_000), (100, 333)];
    private static readonly (long Capacity, decimal Refill)[] Buckets = [(10, 1), (20, 0), (1, 999.999m), (3, 0.333m), (100, 1000), (7, 0.001m), (40, 33.333m)];
    private static readonly (long Queue, decimal Leak)[] Queues = [(9, 1), (0, 2), (1, 999.999m), (5, 0.333m), (30, 1000), (3, 0.001m)];

    public static IReadOnlyDictionary<string, Algorithm> All { get; } = Make().ToDictionary(a => a.Name, a => a.Algorithm);

    public static TheoryData<string> Names => [.. All.Keys];

    private static IEnumerable<(string Name, Algorithm Algorithm)> Make()
    {
        foreach (var (limit, windowMs) in Windows)
        {
            var settings = new WindowSettings(limit, windowMs);
            var title = $"{limit} in {windowMs} ms";
            yield return ($"fixed window {title}", new(settings.WindowTicks, () => new FixedWindow(settings), () => new FixedWindowModel(settings), limit));
            yield return ($"sliding log {title}", new(settings.WindowTicks, () => new SlidingLog(settings), () => new SlidingLogModel(settings), limit));
            yield return ($"sliding counter {title}", new(settings.WindowTicks, () => new SlidingCounter(settings), () => new SlidingCounterModel(settings), limit));
        }

        foreach (var (capacity, refill) in Buckets)
        {
            var settings = new TokenBucketSettings(capacity, refill);
            yield return ($"token bucket {capacity} refill {refill}/s",
                new(Apart(refill), () => new TokenBucket(settings), () => new TokenBucketModel(settings), capacity));
        }

        foreach (var (queue, leak) in Queues)
        {
            var settings = new LeakyBucketSettings(queue, leak);
            yield return ($"leaky bucket {queue} leak {leak}/s", new(Apart(leak), () => new LeakyBucket(settings), () => new LeakyBucketModel(settings), 1));
        }
    }

    private static long Apart(decimal rate) => rate == 0 ? TimeSpan.TicksPerSecond : (long)(TimeSpan.TicksPerSecond / rate);
}
