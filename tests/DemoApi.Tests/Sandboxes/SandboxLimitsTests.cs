using System.Net;
using Microsoft.Extensions.Options;
using Visualizer.Dashboard;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Tests.Support;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Sandboxes;

/// <summary>The outer door: real limits for the process, all of them settings.</summary>
public sealed class SandboxLimitsTests
{
    [Fact]
    public async Task FullHouse_Answers503WithRetryAfter_AndHasRoomAgainAfterADeletion()
    {
        await using var house = await SmallHouse.OpenAsync(("Sandboxes:MaxAlive", "1"));
        using var first = await house.GuestAsync();
        using var second = new Guest(house.Root);

        var refused = (await second.PostAsync("/api/sandboxes")).IsProblem(503, "too-many-sandboxes");
        Assert.True(refused.Headers.ContainsKey("Retry-After"));
        Assert.Equal(HttpStatusCode.NoContent, (await first.SendAsync(HttpMethod.Delete, "sandbox")).Status);
        await second.MoveInAsync();
    }

    [Fact]
    public async Task TooManyCreations_FromOneAddress_Answer429WithRetryAfter()
    {
        await using var house = await SmallHouse.OpenAsync(("Sandboxes:CreationsPerMinute", "2"));
        using var guest = new Guest(house.Root);
        await guest.MoveInAsync();
        await guest.MoveInAsync();

        var refused = (await guest.PostAsync("/api/sandboxes")).IsProblem(429, "too-many-requests");
        Assert.InRange(int.Parse(refused.Headers["Retry-After"]), 1, 60);
    }

    [Fact]
    public void Idle_ForLongerThanAllowed_Expires()
    {
        var real = new ManualTimeProvider();
        using var store = new SandboxStore(Options.Create(new SandboxOptions { IdleTime = TimeSpan.FromHours(4) }), real);
        var (kept, left) = (store.Create(SandboxOrder.Default)!.Id, store.Create(SandboxOrder.Default)!.Id);

        real.Advance(TimeSpan.FromHours(3));
        Assert.True(store.TryUse(kept, out _));
        real.Advance(TimeSpan.FromHours(2));

        Assert.True(store.TryUse(kept, out _));
        Assert.False(store.TryUse(left, out _));
        Assert.Equal(1, store.Count);
    }

    [Fact]
    public void MoreMemoryThanAllowed_TheLongestIdleGo()
    {
        var real = new ManualTimeProvider();
        using var store = new SandboxStore(Options.Create(new SandboxOptions { MemoryMegabytes = 16 }), real);
        var ids = new List<string>();
        for (var i = 0; i < 200; i++)
        {
            ids.Add(store.Create(SandboxOrder.Default)!.Id);
            real.Advance(TimeSpan.FromMilliseconds(1));
        }

        store.Sweep();

        Assert.InRange(store.Count, 20, 199);
        Assert.False(store.TryUse(ids[0], out _));
        Assert.True(store.TryUse(ids[^1], out _));
    }

    [Fact]
    public async Task SettingsThatCannotBe_StopTheStart_AllFaultsAtOnce()
    {
        await using var app = DashboardApp.Build(
            ["--Sandboxes:MaxAlive=0", "--Sandboxes:IdleTime=00:00:00", "--urls=http://127.0.0.1:0"]);

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());
        Assert.Contains("MaxAlive", refused.Message, StringComparison.Ordinal);
        Assert.Contains("IdleTime", refused.Message, StringComparison.Ordinal);
    }

    private sealed class SmallHouse : House, IAsyncDisposable
    {
        private KeyValuePair<string, string?>[] _settings = [];

        protected override IEnumerable<KeyValuePair<string, string?>> Settings => _settings;

        public static async Task<SmallHouse> OpenAsync(params (string Key, string Value)[] settings)
        {
            var house = new SmallHouse { _settings = [.. settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))] };
            await house.InitializeAsync();
            return house;
        }

        async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();
    }
}
