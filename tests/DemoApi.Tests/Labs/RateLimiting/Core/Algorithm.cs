using Visualizer.DemoApi.Labs.RateLimiting.Core;
using Visualizer.DemoApi.Tests.Labs.RateLimiting.Core.Models;

namespace Visualizer.DemoApi.Tests.Labs.RateLimiting.Core;

/// <summary>An algorithm with settings, beside its model; by name, so that a failing test says which.</summary>
internal sealed record Algorithm(string Name, long Period, long MaxCost, Func<ILimiter> Limiter, Func<Model> Model)
{
    private static readonly WindowSettings[] Windows = [new(10, 10_000), new(1, 100), new(3, 1_001), new(7, 3_600_000), new(100, 333)];

    private static readonly TokenBucketSettings[] Buckets =
        [new(10, 1), new(20, 0), new(1, 999.999m), new(3, 0.333m), new(100, 1000), new(7, 0.001m), new(40, 33.333m)];

    private static readonly LeakyBucketSettings[] Queues =
        [new(9, 1), new(0, 2), new(1, 999.999m), new(5, 0.333m), new(30, 1000), new(3, 0.001m)];

    public static IReadOnlyDictionary<string, Algorithm> All { get; } =
        Windows.SelectMany(Of).Concat(Buckets.Select(Of)).Concat(Queues.Select(Of)).ToDictionary(algorithm => algorithm.Name);

    public static TheoryData<string> Names => [.. All.Keys];

    private static IEnumerable<Algorithm> Of(WindowSettings s)
    {
        var (title, period) = ($"{s.Limit} in {s.WindowMs} ms", s.WindowTicks);
        yield return new($"fixed window {title}", period, s.Limit, () => new FixedWindow(s), () => new FixedWindowModel(s));
        yield return new($"sliding log {title}", period, s.Limit, () => new SlidingLog(s), () => new SlidingLogModel(s));
        yield return new($"sliding counter {title}", period, s.Limit, () => new SlidingCounter(s), () => new SlidingCounterModel(s));
    }

    private static Algorithm Of(TokenBucketSettings s) =>
        new($"token bucket {s.Capacity} at {s.RefillPerSecond}/s", Apart(s.RefillPerSecond), s.Capacity,
            () => new TokenBucket(s), () => new TokenBucketModel(s));

    private static Algorithm Of(LeakyBucketSettings s) =>
        new($"leaky bucket {s.Queue} at {s.LeakPerSecond}/s", Apart(s.LeakPerSecond), MaxCost: 1,
            () => new LeakyBucket(s), () => new LeakyBucketModel(s));

    private static long Apart(decimal rate) => rate == 0 ? TimeSpan.TicksPerSecond : (long)(TimeSpan.TicksPerSecond / rate);
}
