using Visualizer.Dashboard.Labs.Versioning;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Labs.Versioning;

namespace Visualizer.Dashboard.Tests.Labs.Versioning;

public sealed class VersioningViewTests
{
    [Fact]
    public void Robots_ReadTheirAnswers_ByTheirOwnParsers()
    {
        var view = new VersioningStory().Asked("r1", 0, 1, "old-app").Asked("r2", 10, 2, "web").Asked("r3", 20, 2, "script").Fold();

        Assert.Equal([("old-app", false), ("web", false), ("script", true)], view.Robots.Select(r => (r.Robot.Key, r.Broken)));
        Assert.Equal((1, "Alice Smith", "2"), (view.Broken, view.Robots[1].Reading!.Says, view.Robots[2].Got));
        Assert.StartsWith("name is an object: The JSON value could not be converted to ", view.Robots[2].Reading!.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void Robot_ThatReadsAgain_IsMended()
    {
        var view = new VersioningStory().Asked("r1", 0, 2, "old-app").Asked("r2", 10, 1, "old-app").Fold();

        Assert.Equal((0, 2L), (view.Broken, view.Robots[0].Exchange));
    }

    [Fact]
    public void Robot_ThatGets410_IsBroken()
    {
        var view = new VersioningStory().Received("r1", 0, "/v1/users/1", "old-app").Chosen("r1", 0, 1, "gone").Answered("r1", 0, 1, 410).Fold();

        Assert.Equal((1, "410: there is no user in that"), (view.Broken, view.Robots[0].Reading!.Says));
        Assert.Equal((0, 0, 1), (view.Traffic.Of(TrafficKind.First), view.Traffic.Of(TrafficKind.Second), view.Traffic.Of(TrafficKind.Gone)));
    }

    [Fact]
    public void Trip_ToTheOrigin_GoesToItsVersionAndHome()
    {
        var trip = Assert.Single(Drawn(new VersioningStory().Asked("r1", 0, 2, "web").Fold()));

        Assert.Equal([(0, 2), (2, 4), (4, 0)], trip.Legs.Select(l => (l.From, l.To)));
        Assert.Equal(("Web", LegEnd.Passes, "by header", "200 v2", "reads Alice Smith"), (trip.Title, trip.Legs[0].End, trip.Legs[0].Note, trip.Legs[2].Label, trip.Legs[2].Note));
        Assert.Equal("11:00 · default 1 · Vary said", trip.Group);
    }

    [Fact]
    public void Trip_ThroughTheCache_IsOneRow_WithTheOriginsWayInIt()
    {
        var view = new VersioningStory().Cached("r1", 0, new(null, null, "1", null), 1, 1, fromCopy: false, "old-app").Fold();
        var trip = Assert.Single(Drawn(view));

        Assert.Equal([(0, 1), (1, 2), (2, 3), (3, 1), (1, 0)], trip.Legs.Select(l => (l.From, l.To)));
        Assert.Equal(("uri-miss", "200 v1", "reads Alice Smith"), (trip.Legs[0].Note, trip.Legs[3].Label, trip.Legs[4].Note));
        Assert.Equal([new HeldCopy("/users/1", "", "1")], view.Copies.All);
        Assert.Equal(2, view.Wire.Total);
    }

    [Fact]
    public void WrongCopy_TurnsBackAtTheCache_IsCounted_AndBreaksTheClient()
    {
        var named = new NamedVersions(null, null, "2", null);
        var view = new VersioningStory().Cached("r1", 0, new(null, null, "1", null), 1, 1, fromCopy: false).Cached("r2", 10, named, 2, 1, fromCopy: true, "web").Fold();
        var trip = Drawn(view)[^1];

        Assert.Equal([(0, 1), (1, 0)], trip.Legs.Select(l => (l.From, l.To)));
        Assert.Equal(("hit, 12 s old", "✗ name is a text", WireOutcome.Failed), (trip.Legs[0].Note, trip.Legs[1].Note, trip.Legs[1].NoteOutcome));
        Assert.Equal((1, 1), (view.WrongCopies, view.Broken));
        Assert.Equal("version 1 out of the cache", view.Wire.Find("r2")!.Decision!.Outcome);
    }

    [Fact]
    public void Trip_ThatIsRefused_StopsAtTheChoice()
    {
        var story = new VersioningStory().Received("r1", 0, "/users/1?version=9");
        story.Add(0, new VersionRefused(new(null, "9", null, null), 400, "unsupported_version", "query", "There is no version '9'.", 1), "r1").Answered("r1", 1, 1, 400);
        var trip = Assert.Single(Drawn(story.Fold()));

        Assert.Equal([(0, 2), (2, 0)], trip.Legs.Select(l => (l.From, l.To)));
        Assert.Equal(("?version=9", LegEnd.Stops, "unsupported version", WireOutcome.Refused), (trip.Legs[0].Label, trip.Legs[0].End, trip.Legs[0].Note, trip.Legs[1].Outcome));
    }

    [Fact]
    public void Trip_BehindTheSunset_StopsAtVersion1()
    {
        var trip = Assert.Single(Drawn(new VersioningStory().Received("r1", 0, "/v1/users/1").Chosen("r1", 0, 1, "gone", "path").Answered("r1", 0, 1, 410).Fold()));

        Assert.Equal((3, LegEnd.Stops, WireOutcome.Refused), (trip.Legs[1].To, trip.Legs[1].End, trip.Legs[2].Outcome));
    }

    [Fact]
    public void Measured_OnceEveryStyleWasTriedWithoutVary_NamesThoseThatMixed()
    {
        var story = new VersioningStory().Configured(0, vary: false);
        foreach (var (index, style) in VersionStyle.All.Index())
        {
            Assert.Null(story.Fold().Measured);
            var mixes = style == VersionStyle.Header || style == VersionStyle.MediaType;
            story.Cached($"a{index}", index, VersioningStory.Naming(style, 1), 1, 1, fromCopy: false, user: index + 1)
                .Cached($"b{index}", index, VersioningStory.Naming(style, 2), 2, mixes ? 1 : 2, fromCopy: mixes, user: index + 1);
        }

        Assert.Equal("header, media type", story.Fold().Measured);
    }

    [Fact]
    public void Measured_IsOfOneUserAndOfTheForgottenVary()
    {
        var told = new VersioningStory();
        var others = new VersioningStory().Configured(0, vary: false);
        foreach (var (index, style) in VersionStyle.All.Index())
        {
            told.Cached($"a{index}", 0, VersioningStory.Naming(style, 1), 1, 1, false).Cached($"b{index}", 0, VersioningStory.Naming(style, 2), 2, 2, false);
            others.Cached($"a{index}", 0, VersioningStory.Naming(style, 1), 1, 1, false, user: 1).Cached($"b{index}", 0, VersioningStory.Naming(style, 2), 2, 2, false, user: 2);
        }

        Assert.Null(told.Fold().Measured);
        Assert.Null(others.Fold().Measured);
    }

    [Fact]
    public void Sunset_IsNinetyDaysFromBirth_UntilTheJournalTellsOtherwise()
    {
        Assert.Equal(Journaled.Start.AddDays(90), new VersioningStory().Fold().Sunset);
        Assert.Equal(Journaled.Start.AddDays(7), new VersioningStory().Configured(5, sunset: Journaled.Start.AddDays(7)).Fold().Sunset);
        var later = new VersioningView().Fold(new Journaled().Started(epoch: 3, atMs: 86_400_000, lab: VersioningView.Slug).Events);
        Assert.Null(later.Sunset); // only the lab began anew, and when the sandbox was born is not told any more
    }

    [Fact]
    public void Reset_BeginsEmpty_AndLateAnswersAreNobodys()
    {
        var story = new VersioningStory().Asked("r1", 0, 2, "old-app").Configured(1, 2).Received("r2", 2, "/users/1", "web");
        story.Journal.Started(epoch: 1, atMs: 5_000, lab: VersioningView.Slug);
        var view = story.Answered("r2", 5_001, 1).Fold();

        Assert.Equal((0, 0, 1, false, 0L), (view.Broken, view.Traffic.Count, view.DefaultVersion, view.Configured, view.Trips.Total));
    }

    [Fact]
    public void Group_IsThatOfTheSettingsInForce()
    {
        var view = new VersioningStory().Asked("r1", 0, 1).Configured(120_000, 2, vary: false).Asked("r2", 120_000, 2).Fold();

        Assert.Equal(["11:00 · default 1 · Vary said", "11:02 · default 2 · Vary forgotten"], Drawn(view).Select(t => t.Group));
    }

    [Fact]
    public void News_TellWhoReadsWhat_Once()
    {
        var view = new VersioningStory().Asked("r1", 0, 1, "old-app").Asked("r2", 0, 1, "web").Fold();

        var told = view.News();
        Assert.Contains("Old app reads Alice Smith from version 1.", told, StringComparison.Ordinal);
        Assert.Contains("Web cannot read its answer, name is a text", told, StringComparison.Ordinal);
        Assert.Equal("", view.News());
    }

    private static IReadOnlyList<Trip> Drawn(VersioningView view) => [.. view.Trips.Trips.Select(t => t.Trip)];
}
