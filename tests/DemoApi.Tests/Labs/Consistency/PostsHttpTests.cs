using System.Net;
using Visualizer.DemoApi.Labs.Consistency;
using Visualizer.Tests.Support;
using static Visualizer.DemoApi.Tests.Labs.Consistency.Posts;

namespace Visualizer.DemoApi.Tests.Labs.Consistency;

/// <summary>Writing and reading on three nodes, over HTTP.</summary>
public sealed class PostsHttpTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task Create_IsThereOnThePrimary_AndOnTheReplicasAfterTheirLag()
    {
        using var guest = await house.GuestAsync(Still);
        var made = await guest.PostAsync("api/posts", Text);

        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal($"/s/{guest.Id}/api/posts/4", made.Headers["Location"]);
        Assert.Equal("\"lsn:4\"", made.Headers["Consistency-Token"]);
        Assert.Equal("""{"id":4,"title":"Lisbon","body":"We are moving the office.","likes":0,"version":1,"created_at":"2026-01-23T11:00:00.000Z"}""", made.Body);

        Assert.Equal(made.Body, (await guest.GetAsync("api/posts/4")).Body);
        var stale = (await guest.GetAsync("api/posts/4")).IsProblem(404, "not-found");
        Assert.Equal(("r1", "0"), (stale.Headers["Served-By"], stale.Headers["Data-Version"]));
        await guest.AdvanceAsync(799);
        Assert.Equal(("r2", 0), (await guest.ReadAsync(1, id: 4))[0]);
        await guest.AdvanceAsync(1);
        Assert.Equal([("primary", 1), ("r1", 1), ("r2", 1)], await guest.ReadAsync(3, id: 4));
    }

    [Fact]
    public async Task TenReadsTwoHundredMillisecondsAfterAWrite_SixAreStale_AndItGoesBackwards()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.PutAsync("api/posts/1", Text);
        await guest.AdvanceAsync(200);
        var seen = await guest.ReadAsync(10, headers: Client("reader"));

        Assert.Equal(6, seen.Count(s => s.Version == 1));
        var reads = await guest.ToldAsync("read_served");
        Assert.All(reads.Where(r => r.GetProperty("version").GetInt64() == 1), r => Assert.Equal(200, r.GetProperty("age_ms").GetDouble()));
        Assert.Equal(6, reads.Count(r => r.GetProperty("backwards").GetBoolean()));
        Assert.Equal(["linearizable", "monotonic_reads"], reads[1].GetProperty("broke").Words());
        Assert.Equal("""[{"node":"primary","version":2},{"node":"r1","version":1},{"node":"r2","version":1}]""", reads[1].GetProperty("nodes").GetRawText());
    }

    [Fact]
    public async Task Change_CountsTheVersion_AndKeepsLikes()
    {
        using var guest = await house.GuestAsync(Still);
        var liked = await guest.PostAsync("api/posts/2/likes");
        var changed = await guest.PutAsync("api/posts/2?read=primary", Text);

        Assert.Equal((HttpStatusCode.OK, "\"lsn:4\"", "2"), (liked.Status, liked.Headers["Consistency-Token"], liked.Headers["Data-Version"]));
        Assert.Equal((1, 3, "Lisbon"), (changed.Json.GetProperty("likes").GetInt32(), changed.Json.GetProperty("version").GetInt32(), changed.Json.GetProperty("title").GetString()));
        Assert.Equal("primary", changed.Headers["Served-By"]);
    }

    [Fact]
    public async Task ParallelLikes_AreAllCounted()
    {
        using var guest = await house.GuestAsync();
        await guest.SetAsync(Replication(lag: 0));
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => guest.PostAsync("api/posts/1/likes")));

        Assert.All(await guest.ReadAsync(3), seen => Assert.Equal(51, seen.Version));
        Assert.Equal(50, (await guest.GetAsync("api/posts/1?read=primary")).Json.GetProperty("likes").GetInt32());
    }

    [Fact]
    public async Task List_IsOfOneNode_NewestFirst_AndItsVersionIsTheLog()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.PostAsync("api/posts", Text);
        var primary = await guest.GetAsync("api/posts?read=primary&limit=2");
        var replica = await guest.GetAsync("api/posts?node=r1");

        Assert.Equal(ConsistencyWords.SeededPosts, replica.Json.GetProperty("items").GetArrayLength());
        Assert.Equal([4, 3], primary.Json.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("id").GetInt32()));
        Assert.Equal([3, 2, 1], replica.Json.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("id").GetInt32()));
        Assert.Equal("no-store", primary.Headers["Cache-Control"]);
        Assert.Equal(("4", "3", "r1"), (primary.Headers["Data-Version"], replica.Headers["Data-Version"], replica.Headers["Served-By"]));
    }

    [Theory]
    [InlineData("read=newest", "read")]
    [InlineData("read=any&read=any", "read")]
    [InlineData("node=r3", "node")]
    [InlineData("read=primary&node=r1", "node")]
    [InlineData("read=quorum&node=r1", "node")]
    [InlineData("read=session&monotonic=true", "monotonic")]
    [InlineData("monotonic=yes", "monotonic")]
    [InlineData("node=r1&monotonic=true", "node")]
    [InlineData("max_staleness_ms=-1", "max_staleness_ms")]
    [InlineData("max_staleness_ms=60001", "max_staleness_ms")]
    [InlineData("read=quorum&max_staleness_ms=1", "max_staleness_ms")]
    public async Task Query_ThatCannotBe_Is400(string query, string field)
    {
        using var guest = await house.GuestAsync(Still);
        (await guest.GetAsync($"api/posts/1?{query}")).IsProblem(400, "invalid-parameter", field);
        (await guest.GetAsync("api/posts?limit=0")).IsProblem(400, "invalid-parameter", "limit");
    }

    [Theory]
    [InlineData("api/posts/0")]
    [InlineData("api/posts/-1")]
    [InlineData("api/posts/one")]
    [InlineData("api/posts/99999999999999999999")]
    [InlineData("api/posts/4")]
    public async Task UnknownPost_Is404_ForEveryCall_BeforeTheBodyIsJudged(string address)
    {
        using var guest = await house.GuestAsync(Still);
        (await guest.GetAsync(address)).IsProblem(404, "not-found");
        (await guest.PutAsync(address, new { title = "" })).IsProblem(404, "not-found");
        (await guest.PostAsync($"{address}/likes")).IsProblem(404, "not-found");
    }

    [Fact]
    public async Task Body_ThatCannotBe_IsRefusedInTheOrderOfErrors()
    {
        using var guest = await house.GuestAsync(Still);
        (await guest.PostAsync("api/posts", "{")).IsProblem(400, "malformed-json");
        (await guest.PostAsync("api/posts", new { title = "a", text = "b" })).IsProblem(400, "invalid-body", "text");
        var invalid = (await guest.PutAsync("api/posts/1", new { title = "" })).IsProblem(422, "validation-error", "title");
        Assert.Equal(["#/title", "#/body"], invalid.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("pointer").GetString()));
        (await guest.PostAsync("api/posts", new { title = new string('x', 121), body = "b" })).IsProblem(422, "validation-error", "title");
        (await guest.SendAsync(HttpMethod.Post, "api/posts", Text, Client("two words"))).IsProblem(400, "invalid-header", "Client-Id");
        Assert.Empty(await guest.ToldAsync("write_accepted"));
    }

    [Fact]
    public async Task ThousandthPost_IsTheLast()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.SetAsync(Replication(lag: 0));
        for (var batch = 0; batch < 10; batch++)
            await Task.WhenAll(Enumerable.Range(0, batch == 9 ? 97 : 100).Select(_ => guest.PostAsync("api/posts", Text)));
        (await guest.PostAsync("api/posts", Text)).IsProblem(409, "conflict");
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync("api/posts/1000?node=r2")).Status);
    }

    [Fact]
    public async Task Reset_OfTheLab_BeginsAgain_OnEveryNode()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.PostAsync("api/posts", Text);
        await guest.SetAsync(Replication(lag: 5, write: "all"));
        await guest.PostAsync("sandbox/reset", new { lab = Lab });

        Assert.Equal([("primary", 0), ("r1", 0), ("r2", 0)], await guest.ReadAsync(3, id: 4));
        Assert.Equal("async", (await guest.GetAsync("sandbox/replication")).Json.GetProperty("write_policy").GetString());
        await guest.AdvanceAsync(10_000); // what was on its way belongs to the old life
        Assert.Empty(await guest.ToldAsync("entry_replicated"));
    }

    [Fact]
    public async Task TwoSandboxes_HaveTheirOwnNodes()
    {
        using var one = await house.GuestAsync(Still);
        using var other = await house.GuestAsync(Still);
        await one.PostAsync("api/posts", Text);
        (await other.GetAsync("api/posts/4?read=primary")).IsProblem(404, "not-found");
    }

    [Fact]
    public async Task SameActions_GiveTheSameJournal_InOneJumpAndInSteps()
    {
        Assert.Equal(await StoryAsync(1), await StoryAsync(40));

        async Task<List<string>> StoryAsync(int steps)
        {
            using var guest = await house.GuestAsync(Still);
            await guest.SetAsync(Replication(lag: 300, lag2: 700));
            await guest.PostAsync("api/posts", Text);
            await guest.PostAsync("api/posts/4/likes");
            for (var i = 0; i < steps; i++)
                await guest.AdvanceAsync(2_000 / steps);
            return [.. (await guest.EventsAsync()).Where(e => e.GetProperty("type").GetString() == "entry_replicated")
                .Select(e => $"{e.GetProperty("at").GetString()} {e.GetProperty("data").GetRawText()}")];
        }
    }
}
