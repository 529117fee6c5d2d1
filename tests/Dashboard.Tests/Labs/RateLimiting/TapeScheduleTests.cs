using FsCheck;
using FsCheck.Fluent;
using Visualizer.Dashboard.Labs.RateLimiting;

namespace Visualizer.Dashboard.Tests.Labs.RateLimiting;

public sealed class TapeScheduleTests
{
    private static readonly string[] Two = ["fixed-window", "token-bucket"];

    [Fact]
    public void Tape_IsSentToEveryLimiterAlike_InstantByInstant()
    {
        var schedule = new TapeSchedule(RequestTape.Of(new TapeStop(9_900, 2), new TapeStop(10_100, Cost: 3)), Two, ClientManners.GivesUp);

        Assert.Equal(9_900, schedule.NextMs);
        Assert.Equal(["fixed-window", "token-bucket", "fixed-window", "token-bucket"], schedule.TakeNext().Select(s => s.Algorithm));
        Assert.Equal([new TapeShot("fixed-window", 10_100, 3), new TapeShot("token-bucket", 10_100, 3)], schedule.TakeNext());
        Assert.Null(schedule.NextMs);
        Assert.Empty(schedule.TakeNext());
    }

    [Theory]
    [InlineData(ClientManners.GivesUp, 7, null)]
    [InlineData(ClientManners.Obeys, 7, 8_000)]
    [InlineData(ClientManners.Obeys, null, null)] // no waiting helps
    [InlineData(ClientManners.Hammers, 7, 1_200)]
    public void Refused_IsSentAgainAsTheMannersSay(ClientManners manners, int? retryAfter, int? expected)
    {
        var schedule = new TapeSchedule(RequestTape.Of(new TapeStop(1_000)), ["token-bucket"], manners);
        var shot = Assert.Single(schedule.TakeNext());

        schedule.Refused(shot, retryAfter);

        Assert.Equal(expected, schedule.NextMs);
        Assert.All(schedule.TakeNext(), again => Assert.Equal((shot.Cost, 2), (again.Cost, again.Try)));
    }

    [Fact]
    public void AnyTape_RefusedAlways_EndsInOrderAndWithinBounds() => Prop.ForAll(
        Tapes.Any, Gen.Elements(Enum.GetValues<ClientManners>()).ToArbitrary(), Gen.Choose(0, 90).ToArbitrary(), (tape, manners, retryAfter) =>
        {
            var schedule = new TapeSchedule(tape, Two, manners);
            var (sent, now) = (0, 0);
            while (schedule.TakeNext() is { Count: > 0 } shots)
            {
                Assert.InRange(shots[0].AtMs, now, TapeSchedule.LatestMs);
                now = shots[0].AtMs;
                sent += shots.Count;
                foreach (var shot in shots)
                    schedule.Refused(shot, retryAfter);
            }
            Assert.InRange(sent, tape.Requests * Two.Length, tape.Requests * Two.Length * TapeSchedule.MostTries);
        }).QuickCheckThrowOnFailure();
}
