using Visualizer.Dashboard.Labs.RateLimiting;

namespace Visualizer.Dashboard.Tests.Labs.RateLimiting;

public sealed class TapeChoiceTests
{
    private static readonly LimitSettings Usual = LimitSettings.Default;

    public static TheoryData<string> Presets => new(TapePreset.All.Select(p => p.Key));

    [Fact]
    public void Address_WithoutATape_IsTheScenario()
    {
        var choice = TapeChoice.Read(null, Usual);
        Assert.Equal(("9.9x10_10.1x10", null, null), (choice.Tape.ToString(), choice.Address, choice.Complaint));
    }

    [Theory, MemberData(nameof(Presets))]
    public void Preset_AtAnyPrice_ComesBackFromItsAddress(string key)
    {
        var preset = TapePreset.Find(key)!;
        foreach (var cost in (int[])[1, 3])
        {
            var choice = new TapeChoice(preset, preset.Make(Usual)).WithCost(cost);
            Assert.Equal(choice, TapeChoice.Read(choice.Address, Usual));
            Assert.Equal(cost, choice.Tape.Cost);
            Assert.InRange(choice.Tape.Requests, 1, RequestTape.MostRequests);
        }
    }

    [Theory]
    [InlineData(20, 5_000, "4.9x20_5.1x20")]
    [InlineData(1, 1_000, "0.9_1.1")]
    [InlineData(1_000, 10_000, "9.9x30_10.1x30")] // half a tape
    [InlineData(10, 3_600_000, "9.9x10_10.1x10")] // too long to wait for
    public void Edge_FollowsTheLimitAndTheWindow(long limit, long windowMs, string expected) =>
        Assert.Equal(expected, TapeChoice.Read(null, Usual).For(Usual with { Limit = limit, WindowMs = windowMs }).Tape.ToString());

    [Fact]
    public void OwnTape_FollowsNothing()
    {
        var choice = TapeChoice.Read("1_2x3", Usual);
        Assert.Equal(choice, choice.For(Usual with { Limit = 20 }));
        Assert.Equal("1_2x3", choice.Address);
    }

    [Fact]
    public void Address_Unreadable_IsTheScenarioAndSaysWhy()
    {
        var choice = TapeChoice.Read("edge~99", Usual);
        Assert.Equal(TapePreset.Edge, choice.Preset);
        Assert.Contains("“edge~99”", choice.Complaint, StringComparison.Ordinal);
    }
}
