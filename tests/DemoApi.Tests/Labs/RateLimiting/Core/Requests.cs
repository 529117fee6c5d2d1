using Visualizer.DemoApi.Labs.RateLimiting.Core;

namespace Visualizer.DemoApi.Tests.Labs.RateLimiting.Core;

/// <summary>Many requests at once, and how many of them passed.</summary>
internal static class Requests
{
    public static int Count(int requests, ILimiter limiter, long now) =>
        Enumerable.Range(0, requests).Count(_ => limiter.Take(now, 1).Admitted);

    /// <summary>How many passed in all threads together; they begin together.</summary>
    public static int InParallel(int threads, Func<int> passedInOne)
    {
        using var start = new Barrier(threads);
        var running = Enumerable.Range(0, threads).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return passedInOne();
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        Task.WaitAll(running);
        return running.Sum(thread => thread.Result);
    }
}
