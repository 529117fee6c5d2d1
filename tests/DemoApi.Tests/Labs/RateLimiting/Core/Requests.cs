using Visualizer.DemoApi.Labs.RateLimiting.Core;

namespace Visualizer.DemoApi.Tests.Labs.RateLimiting.Core;

/// <summary>Many requests at once, and how many of them passed.</summary>
internal static class Requests
{
    public static int Count(int requests, ILimiter limiter, long now) =>
        Enumerable.Range(0, requests).Count(_ => limiter.Take(now, 1).Admitted);

    /// <summary>How many passed in each round. The threads begin each round together, so that they meet inside the limiter.</summary>
    public static int[] InParallel(int threads, int rounds, Func<int, int> passedInRound)
    {
        var passed = new int[rounds];
        using var start = new Barrier(threads);
        var running = Enumerable.Range(0, threads).Select(_ => new Thread(() =>
        {
            for (var round = 0; round < rounds; round++)
            {
                start.SignalAndWait();
                Interlocked.Add(ref passed[round], passedInRound(round));
            }
        })).ToList();
        running.ForEach(thread => thread.Start());
        running.ForEach(thread => thread.Join());
        return passed;
    }
}
