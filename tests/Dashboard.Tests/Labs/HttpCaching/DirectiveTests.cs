using Bunit;
using Visualizer.Dashboard.Labs.HttpCaching;
using Visualizer.DemoApi.Labs;
using Visualizer.DemoApi.Labs.HttpCaching;

namespace Visualizer.Dashboard.Tests.Labs.HttpCaching;

public sealed class DirectiveTests
{
    [Theory]
    [InlineData("", "no-cache", "no-cache")]
    [InlineData("public, max-age=5", "max-age=60", "public")]
    [InlineData("public, max-age=5", "private", "max-age=5, private")]
    [InlineData("private", "public", "public")]
    [InlineData("No-Cache , max-age=60", "no-cache", "max-age=60")]
    public void Toggled_PutsInOrTakesOut_AndDropsWhatItExcludes(string field, string directive, string after) =>
        Assert.Equal(after, CacheControlField.Of(field).Toggled(Directive.All.Single(d => d.Text == directive)).ToString());

    [Fact]
    public void Chips_ShowWhatIsInForce_AndSayWhatTheyMean()
    {
        using var context = new BunitContext();
        CachingSettings? set = null;
        var chips = context.Render<DirectiveChips>(p => p.Add(c => c.Settings, new("max-age=5, no-cache", "weak", false)).Add(c => c.SettingsChanged, settings => set = settings));

        Assert.Equal(["no-cache", "max-age=5", "weak ETag"], chips.FindAll("[aria-pressed=true]").Select(chip => chip.TextContent));
        chips.FindAll("button").Single(chip => chip.TextContent == "no-store").Focus();
        Assert.Contains("Keep nothing", chips.Find(".says").TextContent);
        chips.FindAll("button").Single(chip => chip.TextContent == "max-age=5").Focus();
        Assert.Contains("Good for 5 seconds", chips.Find(".says").TextContent);
        chips.FindAll("button").Single(chip => chip.TextContent == "s-maxage=120").Focus();
        Assert.Contains("Good for 120 seconds", chips.Find(".says").TextContent);
        chips.FindAll("button").Single(chip => chip.TextContent == "no-cache").Click();
        Assert.Equal(new CachingSettings("max-age=5", "weak", false), set);
    }

    [Fact]
    public void Lesson_ShowsFilesThatAreThere() =>
        Assert.All(CachingLesson.Lesson.Files, file => Assert.NotEqual("", CoreSource.Read(CachingLesson.Lesson.Folder, file)));

    [Fact]
    public void BugHunt_PointsAtLinesThatAreThere()
    {
        var lines = CachingBugHunt.Hunt.Code.Split('\n');

        Assert.All(CachingBugHunt.Hunt.Bugs, bug => Assert.NotEqual("", lines[bug.Line - 1].Trim()));
    }
}
