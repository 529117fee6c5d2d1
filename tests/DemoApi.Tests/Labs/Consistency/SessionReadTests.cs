using System.Net;
using Visualizer.Tests.Support;
using static Visualizer.DemoApi.Tests.Labs.Consistency.Posts;

namespace Visualizer.DemoApi.Tests.Labs.Consistency;

/// <summary>Reads that carry a token: never older than what it stands for, whatever that costs.</summary>
public sealed class SessionReadTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task SessionRead_OfAReplicaThatLags_WaitsExactlyAsLongAsItLags()
    {
        using var guest = await house.GuestAsync(Still);
        var token = (await guest.PutAsync("api/posts/1", Text)).Headers["Consistency-Token"];
        var held = guest.GetAsync("api/posts/1?read=session&node=r1", Token(token));
        await guest.EventsAsync("read_held", 1);
        Assert.False(held.IsCompleted);

        await guest.AdvanceAsync(5_000);
        var answer = await held;
        Assert.Equal((HttpStatusCode.OK, "r1", "2"), (answer.Status, answer.Headers["Served-By"], answer.Headers["Data-Version"]));
        Assert.Equal("2026-01-23T11:00:00.800Z", answer.Headers["Sandbox-Time"]);
        var read = (await guest.ToldAsync("read_served"))[0];
        Assert.Equal((800, 800, 0), (read.GetProperty("waited_ms").GetDouble(), read.GetProperty("latency_ms").GetDouble(), read.GetProperty("broke").GetArrayLength()));
    }

    [Theory]
    [InlineData("r1", "\"lsn:4\"")] // the node is paused
    [InlineData("primary", "\"lsn:99\"")] // the future
    public async Task SessionRead_ThatWaitsInVain_Is503AfterTwoSeconds(string node, string token)
    {
        using var guest = await house.GuestAsync(Still);
        await guest.SetAsync(Replication(paused: "r1"));
        await guest.PutAsync("api/posts/1", Text);
        var held = guest.GetAsync($"api/posts/1?read=session&node={node}", Token(token));
        await guest.EventsAsync("read_held", 1);
        await guest.AdvanceAsync(1_999);
        Assert.Empty(await guest.ToldAsync("read_refused"));

        await guest.AdvanceAsync(1);
        var refused = (await held).IsProblem(503, "replica-behind");
        Assert.Equal(("1", "2026-01-23T11:00:02.000Z"), (refused.Headers["Retry-After"], refused.Headers["Sandbox-Time"]));
        Assert.Equal((node, 2_000), ((await guest.ToldAsync("read_refused"))[0].GetProperty("node").GetString(), (await guest.ToldAsync("read_refused"))[0].GetProperty("waited_ms").GetDouble()));
    }

    [Fact]
    public async Task WaitingRead_IsAnsweredAsSoonAsItsNodeIsResumed_AndCaughtUp()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.SetAsync(Replication(paused: "r1"));
        var token = (await guest.PutAsync("api/posts/1", Text)).Headers["Consistency-Token"];
        var held = guest.GetAsync("api/posts/1?read=session&node=r1", Token(token));
        await guest.EventsAsync("read_held", 1);

        await guest.SetAsync(Replication(lag: 0));
        Assert.Equal(("r1", "2"), ((await held).Headers["Served-By"], (await held).Headers["Data-Version"]));
    }

    [Fact]
    public async Task SessionReads_NeverAnswerOlderData_WhicheverNodeIsNext()
    {
        using var guest = await house.GuestAsync(new { paused = false });
        await guest.PutAsync("sandbox/clock", new { rate = 100, paused = false });
        for (var version = 2; version <= 6; version++)
        {
            var token = (await guest.PutAsync("api/posts/1", Text)).Headers["Consistency-Token"];
            Assert.All(await guest.ReadAsync(3, "?read=session", headers: Token(token)), seen => Assert.Equal(version, seen.Version));
        }

        Assert.DoesNotContain(await guest.ToldAsync("read_served"), r => r.GetProperty("broke").Words().Contains("read_your_writes"));
    }

    [Fact]
    public async Task SessionWithoutToken_AndMalformedTokens_Are400()
    {
        using var guest = await house.GuestAsync(Still);
        (await guest.GetAsync("api/posts/1?read=session")).IsProblem(400, "invalid-header", "Consistency-Token");
        foreach (var wrong in (string[])["lsn:4", "\"lsn:\"", "\"lsn:-1\"", "\"lsn:04\"", "\"lsn:4x\"", "\"4\"", "\"lsn:9999999999999999999\"", "", "\"lsn:1\", \"lsn:2\"", "\""])
            (await guest.GetAsync("api/posts/1?read=session", Token(wrong))).IsProblem(400, "invalid-header", "Consistency-Token");
        (await guest.GetAsync("api/posts/1?read=session", Token("\"lsn:1\""), Token("\"lsn:2\""))).IsProblem(400, "invalid-header", "Consistency-Token");
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync("api/posts/1?read=session", Token("\"lsn:0\""))).Status);
    }

    [Fact]
    public async Task ReadsGiveTokensToo_AndMonotonicReadsNeverGoBack()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.PutAsync("api/posts/1", Text);
        var fresh = await guest.GetAsync("api/posts/1");
        Assert.Equal(("primary", "\"lsn:4\""), (fresh.Headers["Served-By"], fresh.Headers["Consistency-Token"]));

        var seen = await guest.ReadAsync(6, "?monotonic=true", headers: Token("\"lsn:4\""));
        Assert.All(seen, s => Assert.Equal(("primary", 2), s));
        await guest.AdvanceAsync(800);
        Assert.Equal(3, (await guest.ReadAsync(3, "?monotonic=true", headers: Token("\"lsn:4\""))).Select(s => s.Node).Distinct().Count());
    }

    [Fact]
    public async Task BoundedReads_PassOverWhoIsTooOld()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.SetAsync(Replication(paused: "r1 r2"));
        await guest.PutAsync("api/posts/1", Text);
        await guest.AdvanceAsync(500);
        Assert.Equal(["primary", "r1", "r2"], (await guest.ReadAsync(3, "?max_staleness_ms=500")).Select(s => s.Node));
        await guest.AdvanceAsync(1);
        Assert.All(await guest.ReadAsync(3, "?max_staleness_ms=500"), s => Assert.Equal("primary", s.Node));
        Assert.Contains("bounded_staleness", (await ReadBrokenAsync(guest, "node=r1")));
    }

    [Fact]
    public async Task OutOfOrder_ASecondWriteIsSeenWithoutTheFirst()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.SetAsync(Replication(inOrder: false));
        await guest.PostAsync("api/posts/1/likes"); // lsn 4: even numbers are fast
        await guest.AdvanceAsync(800);
        await guest.SendAsync(HttpMethod.Put, "api/posts/1", Text, Client("writer"));
        await guest.SendAsync(HttpMethod.Put, "api/posts/2", Text, Client("writer"));
        await guest.AdvanceAsync(200);

        Assert.Equal("2", (await guest.GetAsync("api/posts/2?node=r1")).Headers["Data-Version"]);
        Assert.Equal(["linearizable", "monotonic_writes"], await ReadBrokenAsync(guest, "node=r1"));
    }

    [Fact]
    public async Task Reset_SendsWaitingReadsAway()
    {
        using var guest = await house.GuestAsync(Still);
        var held = guest.GetAsync("api/posts/1?read=session", Token("\"lsn:99\""));
        await guest.EventsAsync("read_held", 1);
        await guest.PostAsync("sandbox/reset");
        (await held).IsProblem(503, "held-request-interrupted");
    }

    private static async Task<List<string?>> ReadBrokenAsync(Guest guest, string query)
    {
        await guest.GetAsync($"api/posts/1?{query}", Client("observer"));
        return [.. (await guest.ToldAsync("read_served"))[^1].GetProperty("broke").Words()];
    }
}
