using Visualizer.Dashboard.Labs.RateLimiting;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.RateLimiting;
using Visualizer.Tests.Support;

namespace Visualizer.Dashboard.Tests.Labs.RateLimiting;

/// <summary>The player against the real API, over real HTTP.</summary>
public sealed class TapePlayerTests(House house) : IClassFixture<House>, IDisposable
{
    private Visit? visit;

    [Fact]
    public async Task Edge_PlayedToItsEnd_IsTheLabsScenario()
    {
        var player = await SettleAsync();

        await player.PlayAsync(Order("9.9x10_10.1x10"));

        var view = View;
        Assert.Equal([20, 10, 10, 10, 10], view.Lanes.Select(l => l.MostInOneSecond));
        Assert.Equal([20, 10, 10, 10, 10], view.Lanes.Select(l => l.MostInTenSeconds));
        Assert.Equal([0, 10, 10, 10, 10], view.Lanes.Select(l => l.Refused));
        Assert.Equal(9_000, view.Lane(Algorithms.LeakyBucket)!.P95WaitMs);
        Assert.True(view.CrossedEdge);
        Assert.False(view.Clock.Paused);
        Assert.False(player.Underway || player.Playing);
    }

    [Fact]
    public async Task Tape_Played_FallsOnItsExactInstantsAfterAnEdge()
    {
        var player = await SettleAsync();

        await player.PlayAsync(Order("0_0.25x3_1.5"));

        var start = visit!.Events.Last(e => e.Data is SandboxStarted).At;
        var sent = visit!.Events.Where(e => e.Data is RequestAdmitted { Algorithm: Algorithms.FixedWindow }).Select(e => (e.At - start).TotalMilliseconds);
        Assert.Equal([0, 250, 250, 250, 1_500], sent.Select(Math.Floor));
        Assert.InRange(start.ToUnixTimeMilliseconds() % LimitSettings.Default.WindowMs, 0, 0);
    }

    [Fact]
    public async Task Limits_OtherThanUsual_AreInForceWhileItPlays()
    {
        var player = await SettleAsync();

        await player.PlayAsync(Order("4.9x20_5.1x20") with { Limits = LimitSettings.Default with { Limit = 20, WindowMs = 5_000 } });

        Assert.Equal([40, 20], View.Lanes.Take(2).Select(l => l.MostInOneSecond));
    }

    [Theory]
    [InlineData(5, "4.9x5_5.1x5", "10")]
    [InlineData(20, "4.9x10_5.1x10", null)] // no full quota on either side
    [InlineData(20, "4.9x20_5.1x20", "40")]
    [InlineData(50, "4.9x30_5.1x30", "60")] // more than a tape can send
    [InlineData(10, "4.9x10~2_5.1x10~2", null)] // the question counts requests
    public async Task AnotherLimit_IsMeasuredOnceItsOwnQuotaCrossedTheEdge(long limit, string tape, string? measured)
    {
        var player = await SettleAsync();

        await player.PlayAsync(Order(tape) with { Limits = LimitSettings.Default with { Limit = limit, WindowMs = 5_000 } });

        Assert.Equal(measured, View.Measured);
    }

    [Fact]
    public async Task RetryAfter_Obeyed_GetsEveryRequestThroughInTheEnd()
    {
        var player = await SettleAsync();

        await player.PlayAsync(Order("0x12") with { Algorithms = [Algorithms.TokenBucket], Manners = ClientManners.Obeys });

        var lane = View.Lane(Algorithms.TokenBucket)!;
        Assert.Equal((12, 3), (lane.Admitted, lane.Refused)); // two refused at first, told 1 s; of the two that came back one was refused again
    }

    [Fact]
    public async Task Cost_IsAskedOfEveryLimiterButTheQueue()
    {
        var player = await SettleAsync();

        await player.PlayAsync(Order("0x3~4"));

        Assert.Equal([2, 2, 2, 2, 3], View.Lanes.Select(l => l.Admitted));
    }

    [Fact]
    public async Task Step_SendsOneInstant_AndPlayGoesOnFromThere()
    {
        var player = await SettleAsync();
        var order = Order("1_2_3");

        await player.StepAsync(order);
        Assert.Equal((1, 2_000, true), (View.Lanes[0].Admitted, player.NextMs, player.Underway));
        Assert.True(View.Clock.Paused);

        await player.PlayAsync(order);
        Assert.Equal((3, null, false), (View.Lanes[0].Admitted, player.NextMs, player.Underway));
    }

    [Fact]
    public async Task Pause_StandsBetweenInstants_AndDropBeginsAnew()
    {
        TapePlayer? playing = null;
        var player = await SettleAsync(() => playing is { NextMs: 2_000, Playing: true } ? playing.PauseAsync() : Task.CompletedTask);
        var order = Order("1_2_3");
        await player.StepAsync(order);
        playing = player;

        await player.PlayAsync(order); // its first word pauses it
        Assert.Equal((true, false), (player.Underway, player.Playing));

        playing = null;
        player.Drop();
        await player.PlayAsync(order);
        Assert.Equal(3, View.Lanes[0].Admitted);
    }

    [Fact]
    public async Task ResetFromElsewhere_OvertakesTheRun()
    {
        var player = await SettleAsync();
        await player.StepAsync(Order("1_2"));
        var epoch = View.Epoch;

        Assert.False(player.IsOvertakenBy(epoch));
        Assert.True(player.IsOvertakenBy(epoch + 1));
    }

    [Theory]
    [InlineData(0, 10_000, 0)]
    [InlineData(3_000, 10_000, 7_000)]
    [InlineData(9_999.5, 10_000, 1)]
    [InlineData(100, 250, 900)] // a whole second, too
    [InlineData(100, 1_500, 2_900)]
    public void UntilStart_IsWhereAWindowAndAWholeSecondBegin(double intoWindow, int windowMs, double expected)
    {
        var now = DateTimeOffset.UnixEpoch.AddDays(1).AddMilliseconds(intoWindow);
        Assert.Equal(expected, TapePlayer.UntilStart(now, TimeSpan.FromMilliseconds(windowMs)).TotalMilliseconds);
    }

    public void Dispose() => visit?.Dispose();

    private async Task<TapePlayer> SettleAsync(Func<Task>? changed = null)
    {
        visit = await Visit.ToAsync(house);
        return new(new(visit.Api), visit.Control, TimeProvider.System, changed ?? (() => Task.CompletedTask));
    }

    private RateLimitingView View => new RateLimitingView(RateLimitingAlgorithm.All).Fold(visit!.Events);

    private static TapeOrder Order(string tape) => new(
        TapeText.TryRead(tape, out var read, out var complaint) ? read : throw new ArgumentException(complaint, nameof(tape)), Algorithms.All, LimitSettings.Default, ClientManners.GivesUp, 1);
}
