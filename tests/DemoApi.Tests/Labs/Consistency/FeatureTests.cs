using System.Text.Json;
using Visualizer.DemoApi.Labs.Consistency.Core;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Labs.Consistency;

/// <summary>What eight features need, found by playing them.</summary>
public sealed class FeatureTests(House house) : IClassFixture<House>
{
    [Theory]
    [InlineData("balance", "strong")]
    [InlineData("cart", "session")]
    [InlineData("likes", "eventual")]
    [InlineData("photo", "eventual")]
    [InlineData("stock", "strong")]
    [InlineData("reviews", "eventual")]
    [InlineData("login", "strong")]
    [InlineData("search", "eventual")]
    public async Task Feature_NeedsTheLeastThatDoesNoHarm(string feature, string weakest)
    {
        using var guest = await house.GuestAsync(Posts.Still);
        var verdict = (await guest.GetAsync($"sandbox/replication/trials/{feature}")).Json;

        Assert.Equal(weakest, verdict.GetProperty("weakest").GetString());
        var results = verdict.GetProperty("results").EnumerateArray().ToList();
        Assert.All(results.TakeWhile(r => r.GetProperty("strictness").GetString() != weakest), r => Assert.NotEqual(0, r.GetProperty("harmed").GetInt32()));
        Assert.Equal(0, results.Single(r => r.GetProperty("strictness").GetString() == weakest).GetProperty("harmed").GetInt32());
    }

    [Fact]
    public async Task Strong_CostsTimeAlways_AndAnswersInAPartition()
    {
        using var guest = await house.GuestAsync(Posts.Still);
        var results = (await guest.GetAsync("sandbox/replication/trials/balance")).Json.GetProperty("results").EnumerateArray().ToList();

        Assert.True(Of(results[0], "median_ms") < Of(results[2], "median_ms"));
        Assert.Equal((0, Of(results[2], "reads_apart")), (Of(results[0], "refused_apart"), Of(results[2], "refused_apart")));
        Assert.Equal(0, Of(results[2], "oldest_ms"));

        static double Of(JsonElement result, string member) => result.GetProperty(member).GetDouble();
    }

    [Fact]
    public async Task UnknownFeature_Is404_ThatNamesTheKnownOnes() =>
        Assert.Contains("balance", (await (await house.GuestAsync()).GetAsync("sandbox/replication/trials/horoscope")).IsProblem(404, "not-found").Body, StringComparison.Ordinal);

    [Theory]
    [InlineData(1)]
    [InlineData(42)]
    [InlineData(2026)]
    public void Trial_AnySeed_EndsAlike_AndStricterIsNeverWorse(int seed)
    {
        foreach (var everyone in (bool[])[true, false])
        {
            var results = FeatureTrial.Run(new("any", everyone), seed);
            Assert.Equal(results, FeatureTrial.Run(new("any", everyone), seed));
            Assert.Equal(results.Select(r => r.Harmed).OrderDescending(), results.Select(r => r.Harmed));
        }
    }
}
