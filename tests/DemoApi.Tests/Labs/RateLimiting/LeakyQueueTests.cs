using System.Globalization;
using System.Net;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Labs.RateLimiting;

/// <summary>Requests held on sandbox time: whichever way the time passes, they leave at the same instants.</summary>
public sealed class LeakyQueueTests(House house) : IClassFixture<House>
{
    private const int Rounds = 200;
    private static readonly object Still = new { paused = true };

    [Fact]
    public async Task TenHeldRequests_LeaveAlike_InOneJumpAndInNinetySteps()
    {
        var expected = await JumpAsync();
        Assert.Equal(Enumerable.Range(1, 9).Select(s => $"2026-01-23T11:00:{s:00}.000Z"), expected.Where(e => e.Contains("request_departed")).Select(e => e[..24]));

        for (var round = 0; round < Rounds; round++)
            Assert.Equal(expected, await (round % 2 == 0 ? StepsAsync() : JumpAsync()));
    }

    [Fact]
    public async Task HeldAnswer_ArrivesWhenItsTurnComes_AndSaysHowLongItWaited()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.GetAsync("api/limits/leaky-bucket");
        var held = guest.GetAsync("api/limits/leaky-bucket");
        await guest.EventsAsync("request_admitted", 2);
        Assert.False(held.IsCompleted);

        await guest.AdvanceAsync(5_000);
        var answer = await held;
        Assert.Equal((HttpStatusCode.OK, "1000"), (answer.Status, answer.Headers["Queue-Wait-Ms"]));
        Assert.Equal("2026-01-23T11:00:01.000Z", answer.Headers["Sandbox-Time"]);
    }

    [Fact]
    public async Task WaitFalse_AnswersAtOnce_WithTheTurn()
    {
        using var guest = await house.GuestAsync(Still);
        Assert.Equal("0", (await guest.GetAsync("api/limits/leaky-bucket?wait=false")).Headers["Queue-Wait-Ms"]);
        Assert.Equal("1000", (await guest.GetAsync("api/limits/leaky-bucket?wait=false")).Headers["Queue-Wait-Ms"]);
        await guest.AdvanceAsync(1_000);
        Assert.Single(await guest.EventsAsync("request_departed", 1));
    }

    [Fact]
    public async Task FullQueue_Is429_AndTheHouseHoldsNoMoreThan64()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.PutAsync("sandbox/limits/leaky-bucket", new { queue = 65, leak_per_second = 1 });
        await guest.GetAsync("api/limits/leaky-bucket");
        var held = Enumerable.Range(0, 64).Select(_ => guest.GetAsync("api/limits/leaky-bucket")).ToList();
        await guest.EventsAsync("request_admitted", 65);

        (await guest.GetAsync("api/limits/leaky-bucket")).IsProblem(503, "too-many-held-requests");
        (await guest.GetAsync("api/limits/leaky-bucket")).IsProblem(429, "quota-exceeded");
        await guest.PostAsync("sandbox/reset");
        foreach (var interrupted in await Task.WhenAll(held))
            interrupted.IsProblem(503, "held-request-interrupted");
    }

    private Task<List<string>> JumpAsync() => RunAsync(rate: 1, steps: 1, milliseconds: 9_000);

    private Task<List<string>> StepsAsync() => RunAsync(rate: 100, steps: 90, milliseconds: 100);

    /// <summary>Ten requests on a paused clock, then nine seconds; the journal without real times, in order of sandbox time.</summary>
    private async Task<List<string>> RunAsync(int rate, int steps, int milliseconds)
    {
        using var guest = await house.GuestAsync(Still);
        await guest.PutAsync("sandbox/clock", new { rate, paused = true });
        Assert.True(house.Store.TryUse(guest.Id, out var sandbox));
        var answers = new List<Task<Answer>>();
        for (var i = 1; i <= 10; i++)
        {
            answers.Add(guest.GetAsync("api/limits/leaky-bucket"));
            using var reader = sandbox.Journal.Subscribe(0)!;
            for (var admitted = 0; admitted < i;)
                admitted += (await reader.ReadAsync(CancellationToken.None))!.Events.Count(e => e.Type == "request_admitted");
        }

        for (var step = 0; step < steps; step++)
            sandbox.AdvanceClock(TimeSpan.FromMilliseconds(milliseconds));
        Assert.All(await Task.WhenAll(answers), answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        var journal = sandbox.Journal.After(0, 1_000).Events
            .Where(e => e.Type is not "clock_changed" and not "sandbox_started")
            .Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.At:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {e.RequestId} {e.Type}"));
        return [.. journal.Order(StringComparer.Ordinal)];
    }
}
