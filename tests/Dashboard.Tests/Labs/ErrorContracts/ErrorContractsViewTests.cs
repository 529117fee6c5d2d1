using Visualizer.Dashboard.Labs.ErrorContracts;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.ErrorContracts;

namespace Visualizer.Dashboard.Tests.Labs.ErrorContracts;

public sealed class ErrorContractsViewTests
{
    [Fact]
    public void Stopped_GoesGateAfterGate_AndLeavesTheLaterFaultsGrey()
    {
        var view = new GateStory().Stopped("r1", 3, 403, "wrong-role, unknown-id, invalid-field, duplicate").Fold();
        var trip = Assert.Single(view.Trips.Trips).Trip;

        Assert.Equal([(0, 1), (1, 2), (2, 3), (3, 0)], trip.Legs.Select(leg => (leg.From, leg.To)));
        Assert.Equal([LegEnd.Passes, LegEnd.Passes, LegEnd.Stops, LegEnd.Arrives], trip.Legs.Select(leg => leg.End));
        Assert.Equal(("403", WireOutcome.Refused), (trip.Legs[^1].Label, trip.Legs[^1].Outcome));
        Assert.Equal([(6, "id"), (8, "both")], trip.Notes.Select(note => (note.Actor, note.Words)));
        Assert.Equal("wrong role + unknown id + invalid field + duplicate", trip.Group);
        Assert.Equal(
            [ActorMood.Plain, ActorMood.Passed, ActorMood.Passed, ActorMood.Stopped, ActorMood.Dim, ActorMood.Dim, ActorMood.Dim, ActorMood.Dim, ActorMood.Dim],
            ErrorContractsWords.Actors(view).Select(actor => actor.Mood));
        Assert.Equal((1, 0), (view.StopsAt(3), view.StopsAt(8)));
        Assert.StartsWith("stopped at gate 3 of 8: 403", view.Wire.Exchanges[0].Decision!.Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public void Bug_PassesAllGates_AndFailsBehindTheLast()
    {
        var view = new GateStory().Passed("r1", 500, "server-bug").Fold();
        Assert.True(view.Latest!.Broke);
        Assert.Equal((9, "500", WireOutcome.Failed), (view.Trips.Trips[0].Trip.Legs.Count, view.Trips.Trips[0].Trip.Legs[^1].Label, view.Trips.Trips[0].Trip.Legs[^1].Outcome));
        Assert.Equal(ActorMood.Failed, ErrorContractsWords.Actors(view)[8].Mood);
    }

    [Fact]
    public void MessyStatus_IsDrawnAsItWasTold() =>
        Assert.Equal("422, told as 200", new GateStory().Stopped("r1", 8, 422, told: 200).Fold().Trips.Trips[0].Trip.Legs[^1].Note);

    [Fact]
    public void Measured_IsTheStatusOfTheThreeFaultsTogether()
    {
        var story = new GateStory().Stopped("r1", 2, 401, "no-token");
        Assert.Null(story.Fold().Measured);
        Assert.Equal("401", story.Stopped("r2", 2, 401, "no-token, unknown-id, invalid-field").Fold().Measured);
    }

    [Fact]
    public void Scores_CountWhatTheParserReads_PerContract()
    {
        const string problem = """{"type":"about:blank","title":"T","status":415,"detail":"D"}""";
        var view = new GateStory()
            .Mistaken("r1", Mistakes.WrongMediaType, true, 415, "application/problem+json", problem)
            .Mistaken("r2", Mistakes.BadEmail, true, 200, "application/json", """{"success":false}""")
            .Mistaken("r3", Mistakes.WrongMediaType, false, 415, "application/problem+json", problem)
            .Received("r4", "GET", "/users/4711", lab: "versioning").Answered("r4", 404, "application/problem+json", problem.Replace("415", "404"), "versioning").Fold();

        Assert.Equal(("1/2", "2/2"), (view.Messy.Text, view.Clean.Text));
        Assert.Equal("200 says that it worked", view.Messy.Of(Mistakes.BadEmail)!.Value.Reading.Fault);
        Assert.Equal(4, view.Clean.Of(Mistakes.UnknownId)!.Value.Exchange);
        Assert.Equal(3, view.Trips.Total); // reading a user is in the wire, not on the stage
    }

    [Fact]
    public void WritesLeft_AreTheLeastOfTheWindow_InWhateverOrderTheyWereTold()
    {
        var view = new GateStory().Passed("r1", left: 9).Passed("r2", left: 0).Passed("r3", left: 4).Stopped("r4", 2, 401).Fold();
        Assert.Equal(0, view.QuotaLeft);
        Assert.Equal(["9 of 10 writes left in this window", "0 of 10 writes left in this window", "4 of 10 writes left in this window", "no quota asked"],
            ((string[])["r1", "r2", "r3", "r4"]).Select(id => view.Wire.Find(id)!.Decision!.After));

        var next = new GateStory().Passed("r1", left: 0);
        Assert.Equal(9, next.Later(10_000).Passed("r2", left: 9).Fold().QuotaLeft);
    }

    [Fact]
    public void Reset_BeginsAnew()
    {
        var view = new GateStory().Stopped("r1", 2, 401).Add(new ErrorsConfigured(false, true)).Add(new SandboxStarted(1, 42, ErrorContractsView.Slug, new(Journaled.Start, 1, true))).Fold();
        Assert.Equal((null, false, 0, 0L), (view.Latest, view.HidesExistence, view.StopsAt(2), view.Trips.Total));
    }

    [Theory]
    [InlineData("eight", false)]
    [InlineData("climb", true)]
    [InlineData("all-at-once", true)]
    [InlineData("hide", true)]
    public void Missions_AreJudgedFromTheJournal(string key, bool solved)
    {
        var story = new GateStory().Stopped("r1", 2, 401).Stopped("r2", 3, 404, hides: true).Stopped("r3", 5, 400).Stopped("r4", 8, 422, violations: 2).Passed("r5");
        Assert.Equal(solved, story.Fold().Missions.Single(m => m.Mission.Key == key).Solved);
        foreach (var gate in (int[])[1, 4, 6, 7])
            story.Stopped($"x{gate}", gate, 400);
        Assert.True(story.Fold().Missions.Single(m => m.Mission.Key == "eight").Solved);
    }

    [Fact]
    public void Climb_ThatFallsBack_BeginsAnew()
    {
        var story = new GateStory().Stopped("r1", 2, 401).Stopped("r2", 3, 403).Stopped("r3", 8, 422).Stopped("r4", 2, 401).Passed("r5");
        Assert.False(story.Fold().Missions.Single(m => m.Mission.Key == "climb").Solved);
    }
}
