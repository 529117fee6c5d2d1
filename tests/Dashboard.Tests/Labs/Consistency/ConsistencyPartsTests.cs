using Bunit;
using Visualizer.Dashboard.Labs.Consistency;
using Visualizer.DemoApi.Labs.Consistency;

namespace Visualizer.Dashboard.Tests.Labs.Consistency;

/// <summary>The parts of the page, and its texts.</summary>
public sealed class ConsistencyPartsTests : BunitContext
{
    private static readonly ConsistencyTally Empty = new();

    [Fact]
    public void Matrix_SaysWhereTheSetsMustOverlap_AndTellsWhichCellWasChosen()
    {
        List<(int, int)> chosen = [];
        var matrix = Render<QuorumMatrix>(p => p.Add(c => c.Setting, ConsistencySettings.Fresh with { WritePolicy = "quorum", ReadQuorum = 2, WriteQuorum = 2 }).Add(c => c.Tally, Empty).Add(c => c.Chosen, chosen.Add));

        Assert.Equal(3, matrix.FindAll(".cell.may").Count);
        Assert.Equal("true", matrix.Find("[data-testid=quorum-2-2]").GetAttribute("aria-pressed"));
        matrix.Find("[data-testid=quorum-1-3]").Click();
        Assert.Equal([(1, 3)], chosen);
    }

    [Fact]
    public void Guarantees_AreSwitchedOneByOne_AndPlayed()
    {
        List<IReadOnlyList<string>> kept = [];
        List<GuaranteeSchedule> played = [];
        var list = Render<GuaranteeList>(p => p.Add(c => c.Tally, Empty).Add(c => c.Kept, ["linearizable"]).Add(c => c.KeptChanged, kept.Add).Add(c => c.Play, played.Add));

        list.Find("[data-testid=guarantee-monotonic_reads] input").Change(true);
        list.Find("[data-testid=guarantee-linearizable] input").Change(false);
        list.Find("[data-testid=guarantee-bounded_staleness] button").Click();

        Assert.Equal([["linearizable", "monotonic_reads"], []], kept);
        Assert.Equal("bounded_staleness", Assert.Single(played).Key);
    }

    [Theory]
    [InlineData(6, 1, "as predicted", "Yes, in this run: 6 reads")]
    [InlineData(6, 2, "not as predicted", "does not stay on one node")]
    [InlineData(0, 2, "as predicted", "Not in this run: 0 reads")]
    public void SecondPrediction_StandsBesideWhatTheReadsTold(int backwards, int then, string outcome, string words)
    {
        var vanished = Render<Vanished>(p => p.Add(c => c.Backwards, backwards).Add(c => c.Answer, new(3, 1, then)));

        Assert.Equal(outcome, vanished.Find(".outcome").TextContent);
        Assert.Contains(words, string.Join(" ", vanished.FindAll("p").Select(p => p.TextContent)), StringComparison.Ordinal);
    }

    [Fact]
    public void Dials_AskForTheWholeSetting_WithOneThingChanged()
    {
        List<ReplicationSetting> asked = [];
        var dials = Render<ReplicationDials>(p => p.Add(c => c.Setting, ConsistencySettings.Fresh).Add(c => c.Reads, "any").Add(c => c.Changed, asked.Add));

        dials.FindAll("select")[1].Change("all");
        dials.FindAll("select")[2].Change("r1.r2");
        dials.FindAll("button")[0].Click();
        dials.FindAll("input")[1].Change("300");

        Assert.Equal(["write:all", "cut:r1.r2", "pause:r1", "r2:300"], asked.Select(ConsistencySettings.Write));
    }

    [Fact]
    public void Dials_APartitionThatAnotherClientMade_IsNamed() => Assert.Contains("primary r1 cut off", Render<ReplicationDials>(p => p
        .Add(c => c.Setting, ConsistencySettings.Fresh with { Partition = ["primary", "r1"] }).Add(c => c.Reads, "any")).Markup, StringComparison.Ordinal);

    [Fact]
    public void EveryGuaranteeAndFeature_IsOneThatTheApiKnows()
    {
        Assert.Equal(ConsistencyWords.Guarantees.Order(), GuaranteeSchedule.All.Select(g => g.Key).Order());
        Assert.Equal(8, FeatureCard.All.Select(c => c.Key).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Prediction_HasOneRightOption_AndEveryWrongOneItsOwnSentence()
    {
        var wrong = ConsistencyLesson.Prediction.Options.Where(o => !o.IsRight).Select(o => o.Explanation).ToList();

        Assert.Equal(ConsistencyLesson.Prediction.Options.Count - 1, wrong.Count);
        Assert.DoesNotContain("", wrong);
        Assert.Equal(wrong.Count, wrong.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Bugs_StandOnLinesOfTheCode() =>
        Assert.All(ConsistencyBugHunt.Hunt.Bugs, bug => Assert.InRange(bug.Line, 1, ConsistencyBugHunt.Hunt.Code.Split('\n').Length));
}
