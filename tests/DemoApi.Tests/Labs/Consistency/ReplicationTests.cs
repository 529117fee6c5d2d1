using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Visualizer.Tests.Support;
using static Visualizer.DemoApi.Tests.Labs.Consistency.Posts;

namespace Visualizer.DemoApi.Tests.Labs.Consistency;

/// <summary>Settings, write policies, quorums and partitions.</summary>
public sealed class ReplicationTests(House house) : IClassFixture<House>
{
    private const string Contract =
        """{"replicas":[{"name":"r1","lag_ms":800,"paused":false},{"name":"r2","lag_ms":800,"paused":false}],"write_policy":"async","partition":null,"read_quorum":1,"write_quorum":1}""";

    [Fact]
    public async Task Settings_OfAFreshSandbox_AreTheContracts_AndComeBackAsPut()
    {
        using var guest = await house.GuestAsync(Still);
        Assert.Equal(Contract, (await guest.GetAsync("sandbox/replication")).Body);
        Assert.Equal(Contract, (await guest.PutAsync("sandbox/replication", Contract)).Body);

        var put = await guest.SetAsync(Replication(lag: 5, lag2: 0, write: "quorum", partition: ["r2"], r: 2, w: 2, paused: "r1", inOrder: false, distances: new { primary = 80, r1 = 10, r2 = 40 }));
        Assert.Equal(
            """{"replicas":[{"name":"r1","lag_ms":5,"paused":true},{"name":"r2","lag_ms":0,"paused":false}],"write_policy":"quorum","partition":["r2"],"read_quorum":2,"write_quorum":2,"in_order":false,"distances_ms":{"primary":80,"r1":10,"r2":40}}""",
            put.Body);
        Assert.Equal(put.Body, (await guest.GetAsync("sandbox/replication")).Body);
    }

    [Fact]
    public async Task Settings_NameOneReplica_TheOtherIsAsInAFreshSandbox()
    {
        using var guest = await house.GuestAsync(Still);
        var put = await guest.PutAsync("sandbox/replication", """{"replicas":[{"name":"r2","lag_ms":5,"paused":true}],"write_policy":"async","partition":[],"read_quorum":1,"write_quorum":1}""");
        Assert.Equal("""[{"name":"r1","lag_ms":800,"paused":false},{"name":"r2","lag_ms":5,"paused":true}]""", put.Json.GetProperty("replicas").GetRawText());
        Assert.Equal(JsonValueKind.Null, put.Json.GetProperty("partition").ValueKind);
    }

    [Theory]
    [InlineData("replicas")]
    [InlineData("write_policy")]
    [InlineData("partition")]
    [InlineData("read_quorum")]
    [InlineData("write_quorum")]
    public async Task Settings_WithoutAMember_Are422(string member)
    {
        using var guest = await house.GuestAsync(Still);
        var body = JsonNode.Parse(Contract)!.AsObject();
        body.Remove(member);
        (await guest.PutAsync("sandbox/replication", body.ToJsonString())).IsProblem(422, "validation-error", member);
    }

    [Theory]
    [InlineData("write_policy", "\"eventual\"", 422, "write_policy")]
    [InlineData("write_policy", "1", 400, "write_policy")]
    [InlineData("read_quorum", "0", 422, "read_quorum")]
    [InlineData("read_quorum", "4", 422, "read_quorum")]
    [InlineData("write_quorum", "1.5", 400, "write_quorum")]
    [InlineData("partition", "\"r1\"", 400, "partition")]
    [InlineData("partition", "[1]", 400, "partition")]
    [InlineData("partition", "[\"r3\"]", 422, "partition")]
    [InlineData("partition", "[\"r1\",\"r1\"]", 422, "partition")]
    [InlineData("partition", "[\"primary\",\"r1\",\"r2\"]", 422, "partition")]
    [InlineData("replicas", "[]", 422, "replicas")]
    [InlineData("replicas", "[null]", 400, "replicas/0")]
    [InlineData("replicas", "[{\"name\":\"primary\",\"lag_ms\":1,\"paused\":false}]", 422, "replicas/0/name")]
    [InlineData("replicas", "[{\"name\":\"r1\",\"lag_ms\":60001,\"paused\":false}]", 422, "replicas/0/lag_ms")]
    [InlineData("replicas", "[{\"name\":\"r1\",\"paused\":false}]", 422, "replicas/0/lag_ms")]
    [InlineData("replicas", "[{\"name\":\"r1\",\"lag_ms\":1,\"paused\":false},{\"name\":\"r1\",\"lag_ms\":1,\"paused\":false}]", 422, "replicas")]
    [InlineData("distances_ms", "{\"primary\":10001}", 422, "distances_ms/primary")]
    [InlineData("in_order", "\"no\"", 400, "in_order")]
    public async Task Settings_ThatCannotBe_AreRefused_AndChangeNothing(string member, string value, int status, string field)
    {
        using var guest = await house.GuestAsync(Still);
        var body = JsonNode.Parse(Contract)!.AsObject();
        body[member] = JsonNode.Parse(value);
        (await guest.PutAsync("sandbox/replication", body.ToJsonString())).IsProblem(status, status == 400 ? "invalid-body" : "validation-error", field);
        Assert.Equal(Contract, (await guest.GetAsync("sandbox/replication")).Body);
    }

    [Theory]
    [InlineData("quorum", 2, "primary r1")]
    [InlineData("quorum", 3, "primary r1 r2")]
    [InlineData("all", 1, "primary r1 r2")]
    [InlineData("async", 3, "primary")]
    public async Task Write_IsOnAsManyNodesAsThePolicyWants_WhenItIsAnswered(string policy, int w, string nodes)
    {
        using var guest = await house.GuestAsync(Still);
        await guest.SetAsync(Replication(write: policy, w: w));
        await guest.PutAsync("api/posts/1", Text);

        Assert.Equal(nodes, string.Join(' ', (await guest.ReadAsync(3)).Where(s => s.Version == 2).Select(s => s.Node)));
        var written = Assert.Single(await guest.ToldAsync("write_accepted"));
        Assert.Equal(nodes, string.Join(' ', written.GetProperty("acknowledged").Words()));
        Assert.Equal(3, written.GetProperty("acknowledged").GetArrayLength() + written.GetProperty("on_the_way").GetArrayLength());
    }

    [Theory]
    [InlineData("quorum", "r1 r2", null)]
    [InlineData("all", "r2", null)]
    [InlineData("all", "", "r1")]
    [InlineData("quorum", "", "primary")]
    public async Task Write_ThatCannotBeReached_Is503_AndNothingIsWrittenAnywhere(string policy, string paused, string? cut)
    {
        using var guest = await house.GuestAsync(Still);
        await guest.SetAsync(Replication(write: policy, w: 2, paused: paused, partition: cut is null ? null : [cut]));
        var refused = (await guest.PutAsync("api/posts/1", Text)).IsProblem(503, "quorum-unreachable");
        (await guest.PostAsync("api/posts", Text)).IsProblem(503, "quorum-unreachable");
        (await guest.PostAsync("api/posts/1/likes")).IsProblem(503, "quorum-unreachable");

        Assert.Equal("1", refused.Headers["Retry-After"]);
        Assert.False(refused.Headers.ContainsKey("Consistency-Token"));
        await guest.SetAsync(Replication(lag: 0));
        Assert.Equal([("primary", 1), ("r1", 1), ("r2", 1)], await guest.ReadAsync(3));
        Assert.Equal("\"lsn:4\"", (await guest.PutAsync("api/posts/1", Text)).Headers["Consistency-Token"]);
        Assert.Equal(3, (await guest.ToldAsync("write_refused")).Count);
    }

    [Fact]
    public async Task QuorumRead_ThatOverlaps_IsNeverStale_AndOneThatDoesNot_Is()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.SetAsync(Replication(write: "quorum", r: 2, w: 2));
        await guest.PutAsync("api/posts/1", Text);
        Assert.All(await guest.ReadAsync(6, "?read=quorum"), s => Assert.Equal(2, s.Version));
        Assert.Equal(["primary", "r1"], (await guest.ToldAsync("read_served"))[0].GetProperty("asked").Words());

        await guest.SetAsync(Replication(write: "quorum", r: 1, w: 2, lag: 60_000));
        await guest.PutAsync("api/posts/1", Text);
        Assert.Equal([3L, 3, 1], (await guest.ReadAsync(3, "?read=quorum")).Select(s => s.Version));
    }

    [Fact]
    public async Task QuorumRead_AcrossAPartition_Is503_AndAnyAnswersOldData()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.SetAsync(Replication(partition: ["r1", "r2"], r: 2));
        await guest.PutAsync("api/posts/1", Text);
        await guest.AdvanceAsync(10_000);

        var refused = (await guest.GetAsync("api/posts/1?read=quorum")).IsProblem(503, "quorum-unreachable");
        Assert.Equal("1", refused.Headers["Retry-After"]);
        Assert.Equal([("primary", 2), ("r1", 1), ("r2", 1)], await guest.ReadAsync(3));
        Assert.Equal([("primary", 2)], await guest.ReadAsync(1, "?read=primary"));
    }

    [Fact]
    public async Task Partition_AndHealing_AreTold_AndWhatWasMissedArrives()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.SetAsync(Replication(partition: ["r2"]));
        await guest.PutAsync("api/posts/1", Text);
        await guest.AdvanceAsync(3_000);
        await guest.SetAsync(Replication(lag: 200));
        await guest.AdvanceAsync(200);

        Assert.Equal([("primary", 2), ("r1", 2), ("r2", 2)], await guest.ReadAsync(3));
        Assert.Equal(["r2"], Assert.Single(await guest.ToldAsync("partitioned")).GetProperty("nodes").Words());
        Assert.Single(await guest.ToldAsync("healed"));
        Assert.Equal([("r1", 800), ("r2", 3_200)], (await guest.ToldAsync("entry_replicated")).Select(e => (e.GetProperty("node").GetString(), e.GetProperty("lag_ms").GetInt32())));
    }

    [Fact]
    public async Task Distance_HoldsTheAnswer_OnSandboxTime()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.SetAsync(Replication(write: "all", distances: new { primary = 80, r1 = 10, r2 = 400 }));
        var write = guest.PutAsync("api/posts/1", Text);
        await guest.EventsAsync("write_accepted", 1);
        Assert.False(write.IsCompleted);
        await guest.AdvanceAsync(400);
        Assert.Equal("2026-01-23T11:00:00.400Z", (await write).Headers["Sandbox-Time"]);

        var read = guest.GetAsync("api/posts/1?node=r1");
        await guest.EventsAsync("read_served", 1);
        await guest.AdvanceAsync(10);
        Assert.Equal("2026-01-23T11:00:00.410Z", (await read).Headers["Sandbox-Time"]);
        Assert.Equal(10, (await guest.ToldAsync("read_served"))[0].GetProperty("latency_ms").GetDouble());
    }

    [Fact]
    public async Task ReplicaAThousandWritesBehind_StopsWritesWith503()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.SetAsync(Replication(paused: "r2", lag: 0));
        for (var batch = 0; batch < 10; batch++)
            await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => guest.PostAsync("api/posts/1/likes")));
        var refused = (await guest.PostAsync("api/posts/1/likes")).IsProblem(503, "service-unavailable");
        Assert.Equal("1", refused.Headers["Retry-After"]);
        await guest.SetAsync(Replication(lag: 0));
        Assert.Equal(HttpStatusCode.OK, (await guest.PostAsync("api/posts/1/likes")).Status);
        Assert.Equal(1_002, (await guest.ReadAsync(3)).Select(s => s.Version).Distinct().Single());
    }
}
