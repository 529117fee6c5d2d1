using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Labs.RateLimiting.Core;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.RateLimiting;

/// <summary>Reads the settings of one algorithm from a PUT: every member is required, all violations are told at once.</summary>
internal static class SettingsRequest
{
    public static async ValueTask<Read<LimiterSettings>> ReadAsync(string algorithm, HttpContext http) => algorithm switch
    {
        Algorithms.TokenBucket => Bucket(await JsonBody.ReadAsync<TokenBucketLimit>(http)),
        Algorithms.LeakyBucket => Queue(await JsonBody.ReadAsync<LeakyBucketLimit>(http)),
        _ => Window(algorithm, await JsonBody.ReadAsync<WindowLimit>(http)),
    };

    private static Read<LimiterSettings> Window(string algorithm, Read<WindowLimit> read)
    {
        if (read.Problem is { } unread)
            return unread;
        var check = new Validation();
        var limit = check.Require(read.Value.Limit, "#/limit", WindowSettings.MinLimit, WindowSettings.MaxLimit);
        var windowMs = check.Require(read.Value.WindowMs, "#/window_ms", WindowSettings.MinWindowMs, WindowSettings.MaxWindowMs);
        return check.Problem ?? (Read<LimiterSettings>)LimiterSettings.Window(algorithm, new WindowSettings(limit, windowMs));
    }

    private static Read<LimiterSettings> Bucket(Read<TokenBucketLimit> read)
    {
        if (read.Problem is { } unread)
            return unread;
        var check = new Validation();
        var capacity = check.Require(read.Value.Capacity, "#/capacity", TokenBucketSettings.MinCapacity, TokenBucketSettings.MaxCapacity);
        var refill = Rate(check, read.Value.RefillPerSecond, "#/refill_per_second", TokenBucketSettings.MinRefillPerSecond, TokenBucketSettings.MaxRefillPerSecond);
        return check.Problem ?? (Read<LimiterSettings>)LimiterSettings.Bucket(new TokenBucketSettings(capacity, refill));
    }

    private static Read<LimiterSettings> Queue(Read<LeakyBucketLimit> read)
    {
        if (read.Problem is { } unread)
            return unread;
        var check = new Validation();
        var queue = check.Require(read.Value.Queue, "#/queue", LeakyBucketSettings.MinQueue, LeakyBucketSettings.MaxQueue);
        var leak = Rate(check, read.Value.LeakPerSecond, "#/leak_per_second", LeakyBucketSettings.MinLeakPerSecond, LeakyBucketSettings.MaxLeakPerSecond);
        return check.Problem ?? (Read<LimiterSettings>)LimiterSettings.Queue(new LeakyBucketSettings(queue, leak));
    }

    /// <summary>A number a second with at most three decimal places, so that the arithmetic behind it stays whole.</summary>
    private static decimal Rate(Validation check, decimal? value, string pointer, decimal min, decimal max)
    {
        var rate = check.Require(value, pointer, min, max);
        check.That(decimal.Round(rate, 3) == rate, pointer, $"{pointer[2..]} may have at most three decimal places.");
        return rate;
    }
}
