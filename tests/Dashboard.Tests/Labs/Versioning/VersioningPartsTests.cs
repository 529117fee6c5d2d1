using Bunit;
using Visualizer.Dashboard.Labs.Versioning;

namespace Visualizer.Dashboard.Tests.Labs.Versioning;

/// <summary>Events in, markup out: what the lab draws itself.</summary>
public sealed class VersioningPartsTests : BunitContext
{
    [Fact]
    public void Prediction_HasOneRightOption_AndEveryWrongOneItsOwnSentence()
    {
        var wrong = VersioningLesson.Prediction.Options.Where(o => !o.IsRight).Select(o => o.Explanation).ToList();

        Assert.Equal(VersioningLesson.Prediction.Options.Count - 1, wrong.Count);
        Assert.DoesNotContain("", wrong);
        Assert.Equal(wrong.Count, wrong.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Bench_SaysWhoReadsAndWhoIsBroken()
    {
        var view = new VersioningStory().Asked("r1", 0, 1, "old-app").Asked("r2", 0, 2, "script").Fold();
        var bench = Render<RobotBench>(p => p.Add(c => c.Of, view.Robots));

        Assert.Equal(["fine", "idle", "broken"], bench.FindAll("li").Select(li => li.GetAttribute("data-state")));
        Assert.Contains("✓ Alice Smith", Words(bench.Find("[data-testid=robot-old-app] .said").TextContent));
        Assert.Contains("✗ name is an object", Words(bench.Find("[data-testid=robot-script] .said").TextContent));
    }

    [Fact]
    public void Chart_CountsPerStretch_AndMarksTheSunset()
    {
        var story = new VersioningStory().Asked("r1", 0, 1).Asked("r2", TimeSpan.FromDays(8).TotalMilliseconds, 2);
        var view = story.Received("r3", TimeSpan.FromDays(22).TotalMilliseconds, "/v1/users/1").Chosen("r3", TimeSpan.FromDays(22).TotalMilliseconds, 1, "gone").Fold();
        var chart = Render<TrafficChart>(p => p.Add(c => c.Of, view.Traffic).Add(c => c.From, view.Origin).Add(c => c.Sunset, Journaled.Start.AddDays(21)).Add(c => c.Now, Journaled.Start.AddDays(27)));

        Assert.Equal(4, chart.FindAll(".bin").Count);
        Assert.Equal("--at: 0.75", chart.Find(".sunset").GetAttribute("style"));
        Assert.StartsWith("1 answers in version 1, 1 in version 2, 1 times 410.", chart.Find("[role=img]").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void Chart_BeforeTheFirstAnswer_SaysWhatWillBeThere() =>
        Assert.Contains("Let the sunset come", Render<TrafficChart>(p => p.Add(c => c.Of, new Traffic())).Find(".empty").TextContent, StringComparison.Ordinal);

    [Fact]
    public void Shelf_ShowsTheNewestCopies()
    {
        var shelf = Render<CopyShelf>(p => p.Add(c => c.Of, [new("/users/1", "", "1"), new("/users/2", "API-Version: 2", "2"), new("/v1/users/3", "", "1")]));

        Assert.Equal(["/v1/users/3 v1", "/users/2 v2…", "+ 1 more"], shelf.FindAll("li").Select(li => Words(li.TextContent)));
    }

    [Fact]
    public void Dials_TellWhatWasChosen()
    {
        var told = new List<string>();
        var dials = Render<VersionDials>(p => p.Add(c => c.Style, VersionStyle.Header).Add(c => c.DefaultVersion, 1).Add(c => c.Vary, true).Add(c => c.SunsetDays, 90)
            .Add(c => c.StyleChanged, style => told.Add(style.Key)).Add(c => c.DefaultChanged, version => told.Add($"{version}"))
            .Add(c => c.VaryChanged, vary => told.Add($"{vary}")).Add(c => c.CachedChanged, cached => told.Add($"{cached}")));

        Assert.Equal("true", dials.Find("[data-testid=style-header]").GetAttribute("aria-pressed"));
        dials.Find("[data-testid=style-uri]").Click();
        dials.Find("[data-testid=default-2]").Click();
        dials.Find("[data-testid=vary]").Change(false);
        dials.Find("[data-testid=cached]").Change(true);
        Assert.Equal(["uri", "2", "False", "True"], told);
    }

    [Fact]
    public void Claims_EachHaveASignAndARequest()
    {
        Assert.All(VersionStyle.All, style => Assert.Equal([true, false], StyleClaim.All.Where(c => c.Style == style).Select(c => c.InFavour).Distinct()));
        Assert.Equal(StyleClaim.All.Count, StyleClaim.All.Select(c => c.Key).Distinct().Count());
    }

    [Theory]
    [InlineData("""{"name":{"first":"A"}}""", "\"name\": {\"first\":\"A\"}")]
    [InlineData("""{"detail":"There is no version 9."}""", "There is no version 9.")]
    [InlineData("[]", "")]
    [InlineData("<html>", "")]
    public void Proof_ShowsTheNameOrWhatTheProblemSays(string body, string shown) => Assert.Equal(shown, ClaimProof.Body(new(200, [], body, null)));

    [Fact]
    public void Proof_ShowsTheHeaderToLookAt()
    {
        var answer = new Visualizer.Dashboard.Http.Exchange(200, [new("API-Version", "2")], "", null);

        Assert.Equal(["API-Version: 2", "no Sunset", ""], ((string[])["API-Version", "Sunset", ""]).Select(name => ClaimProof.Header(answer, name)));
    }

    [Fact]
    public void Files_OfTheLesson_AreTheCores() => Assert.All(VersioningLesson.Lesson.Files, file => Assert.NotEqual("", Visualizer.DemoApi.Labs.CoreSource.Read("Versioning", file)));

    [Fact]
    public void Bugs_StandOnLinesOfTheHunt()
    {
        var hunt = VersioningLesson.Lesson.BugHunt;
        Assert.All(hunt.Bugs, bug => Assert.InRange(bug.Line, 1, hunt.Code.Split('\n').Length));
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
