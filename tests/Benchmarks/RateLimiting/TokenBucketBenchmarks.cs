using System.Threading.RateLimiting;
using BenchmarkDotNet.Attributes;
using Visualizer.DemoApi.Labs.RateLimiting.Core;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.Benchmarks.RateLimiting;

/// <summary>
/// The token bucket beside the least that any limiter costs (read a clock, swap one word) and beside .NET's own, which takes
/// no clock: it neither refills by itself here (AutoReplenishment is off) nor reads any time, nor says when to come back.
/// Every call is admitted; with two threads the time is that of both together, divided by all calls.
/// </summary>
public class TokenBucketBenchmarks : IDisposable
{
    private const int Calls = 250_000;

    private readonly SandboxClock _sandbox = new(DateTimeOffset.UnixEpoch, TimeProvider.System);
    private TimeProvider _clock = TimeProvider.System;
    private long _word;

    [Params("stopped", "system", "sandbox")]
    public string Clock { get; set; } = "";

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void ChooseClock() => _clock = Clock switch
    {
        "stopped" => new StoppedClock(),
        "system" => TimeProvider.System,
        _ => _sandbox,
    };

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public void OneSwapAndOneClockRead() => InThreads(calls =>
    {
        var clock = _clock;
        for (var i = 0; i < calls; i++)
        {
            var now = clock.GetUtcNow().UtcTicks;
            long word;
            do word = Volatile.Read(ref _word);
            while (Interlocked.CompareExchange(ref _word, word + now, word) != word);
        }
    });

    [Benchmark(OperationsPerInvoke = Calls)]
    public void TokenBucket()
    {
        var bucket = new TokenBucket(new(Capacity: Calls, RefillPerSecond: 999.999m));
        InThreads(calls =>
        {
            var (clock, admitted) = (_clock, true);
            for (var i = 0; i < calls; i++)
                admitted &= bucket.Take(clock.GetUtcNow().UtcTicks, 1).Admitted;
            AllAdmitted(admitted);
        });
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public void TokenBucketRateLimiter()
    {
        using var limiter = new TokenBucketRateLimiter(new()
        {
            TokenLimit = Calls,
            TokensPerPeriod = 1000,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            AutoReplenishment = false,
        });
        InThreads(calls =>
        {
            var admitted = true;
            for (var i = 0; i < calls; i++)
            {
                using var lease = limiter.AttemptAcquire();
                admitted &= lease.IsAcquired;
            }

            AllAdmitted(admitted);
        });
    }

    public void Dispose()
    {
        _sandbox.Dispose();
        GC.SuppressFinalize(this);
    }

    private static void AllAdmitted(bool admitted)
    {
        if (!admitted)
            throw new InvalidOperationException("A refusal is another path: this would compare two different things.");
    }

    private void InThreads(Action<int> work)
    {
        var calls = Calls / Threads;
        var others = Enumerable.Range(1, Threads - 1).Select(_ => new Thread(() => work(calls))).ToList();
        others.ForEach(thread => thread.Start());
        work(calls);
        others.ForEach(thread => thread.Join());
    }
}
