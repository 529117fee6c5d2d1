using Visualizer.DemoApi.Labs.Consistency;
using Visualizer.DemoApi.Labs.Consistency.Core;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.Tests.Support;
using static Visualizer.DemoApi.Tests.Labs.Consistency.Posts;

namespace Visualizer.DemoApi.Tests.Labs.Consistency;

/// <summary>What a reset between two questions of one request leaves behind, and what the three nodes weigh.</summary>
public sealed class ConsistencyStateTests(House house) : IClassFixture<House>
{
    private async Task<(Guest Guest, Sandbox Sandbox)> SandboxAsync()
    {
        var guest = await house.GuestAsync(Still);
        Assert.True(house.Store.TryUse(guest.Id, out var sandbox));
        return (guest, sandbox);
    }

    [Fact]
    public async Task Write_ToAPostThatAResetTookAway_Is404()
    {
        var (guest, sandbox) = await SandboxAsync();
        using var _ = guest;
        var outcome = sandbox.State<ConsistencyState>().Write(new("like", "", Id: 99, post => post), "r1");

        Assert.Same(ProblemTypes.NotFound, outcome.Problem!.Type);
    }

    [Fact]
    public async Task Read_ThatWaitsWhileAResetTakesTheNodesAway_IsToldSo_EvenIfItHoldsOnlyLater()
    {
        var (guest, sandbox) = await SandboxAsync();
        using var _ = guest;
        var state = sandbox.State<ConsistencyState>();
        var waiting = state.Read(new("", new(ReadPolicy.Session, 1, Token: 99), 1), "r1");
        Assert.False(waiting.Outcome.Task.IsCompleted);

        Assert.True(sandbox.Reset(ConsistencyLab.Slug));
        var late = state.Read(new("", new(ReadPolicy.Session, 1, Token: 99), 1), "r2");

        foreach (var read in (WaitingRead[])[waiting, late])
        {
            Assert.True(read.Outcome.Task.IsCompleted);
            var outcome = await read.Outcome.Task;
            Assert.Same(ProblemTypes.HeldRequestInterrupted, outcome.Problem!.Type);
            Assert.Null(outcome.AnswerAt); // the time it was decided at is no more
        }
    }

    [Fact]
    public async Task Nodes_CountInWhatTheSandboxHolds_UntilAResetTakesThemAway()
    {
        var (guest, sandbox) = await SandboxAsync();
        using var _ = guest;
        var before = sandbox.Bytes - sandbox.Journal.Weight;
        await guest.GetAsync("api/posts");
        var empty = sandbox.Bytes - sandbox.Journal.Weight - before;
        Assert.InRange(empty, 60 * 1024, 120 * 1024); // three databases and their connections

        for (var i = 0; i < 20; i++)
            await guest.PostAsync("api/posts", new { title = "long", body = new string('x', 2_000) });
        Assert.InRange(sandbox.Bytes - sandbox.Journal.Weight - before - empty, 20 * 2_000, 300 * 1024);

        await guest.PostAsync("sandbox/reset");
        Assert.Equal(before, sandbox.Bytes - sandbox.Journal.Weight);
    }
}
