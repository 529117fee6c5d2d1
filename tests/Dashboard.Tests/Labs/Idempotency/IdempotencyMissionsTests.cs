using Visualizer.DemoApi.Labs.Idempotency;

namespace Visualizer.Dashboard.Tests.Labs.Idempotency;

public class IdempotencyMissionsTests
{
    private static bool Solved(string key, LedgerJournal journal) => journal.View.Missions.Single(m => m.Mission.Key == key).Solved;

    [Fact]
    public void Lost_IsSolvedWhenTheRepetitionOfALostAnswerArrives()
    {
        var journal = new LedgerJournal().Started().Sent("r1", key: "a").Claimed("r1", "a").Placed("r1", 201).Stored("r1", 201, "a").Cut("r1");
        Assert.False(Solved("lost", journal));
        journal.Sent("r2", key: "a").Replayed("r2", 201, "a").Cut("r2");
        Assert.False(Solved("lost", journal));
        Assert.True(Solved("lost", journal.Sent("r3", key: "a").Replayed("r3", 201, "a").Answered("r3", replayed: true)));
    }

    [Fact]
    public void Lost_IsNotSolvedByARepetitionOfAnAnswerThatArrived() => Assert.False(Solved("lost", new LedgerJournal().Started()
        .Sent("r1", key: "a").Claimed("r1", "a").Placed("r1", 201).Stored("r1", 201, "a").Answered("r1")
        .Sent("r2", "/unsafe/orders").Placed("r2", 202, "/unsafe/orders").Cut("r2")
        .Sent("r3", key: "a").Replayed("r3", 201, "a").Answered("r3", replayed: true)));

    [Fact]
    public void Race_NeedsTwoOrdersUnderOneKey()
    {
        var journal = new LedgerJournal().Started().Sent("r1", "/racy/orders", "a").Stored("r1", 201, "a", "/racy/orders").Sent("r2", "/racy/orders", "b").Stored("r2", 202, "b", "/racy/orders");
        Assert.False(Solved("race", journal));
        Assert.True(Solved("race", journal.Sent("r3", "/racy/orders", "a").Stored("r3", 203, "a", "/racy/orders")));
    }

    [Fact]
    public void Busy_NeedsBothRefusalsWhileTheFirstWorks()
    {
        var journal = new LedgerJournal().Started().Sent("r1", key: "a").Claimed("r1", "a").Sent("r2", key: "a").Refused("r2", KeyRefused.InFlight, "a");
        Assert.False(Solved("busy", journal));
        Assert.True(Solved("busy", journal.Sent("r3", key: "a").Refused("r3", KeyRefused.OtherRequest, "a")));

        Assert.False(Solved("busy", new LedgerJournal().Started().Sent("r1", key: "a").Claimed("r1", "a").Refused("r2", KeyRefused.InFlight, "a")
            .Stored("r1", 201, "a").Refused("r3", KeyRefused.OtherRequest, "a")));
    }

    [Fact]
    public void Failure_NeedsTheStored500Again()
    {
        var journal = new LedgerJournal().Started().Sent("r1", key: "a").Claimed("r1", "a").Stored("r1", null, "a", status: 500);
        Assert.False(Solved("failure", journal));
        Assert.True(Solved("failure", journal.Sent("r2", key: "a").Replayed("r2", null, "a", 500)));
    }
}
