using Visualizer.Dashboard.Labs.RateLimiting;

namespace Visualizer.Dashboard.Tests.Labs.RateLimiting;

public sealed class RateLimitingLessonTests
{
    private static readonly DateTimeOffset Edge = DateTimeOffset.UnixEpoch.AddSeconds(1_000_000);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    [Fact]
    public void Prediction_HasOneRightOption_AndEveryWrongOneItsOwnSentence()
    {
        var wrong = RateLimitingLesson.Prediction.Options.Where(o => !o.IsRight).Select(o => o.Explanation).ToList();

        Assert.Equal(RateLimitingLesson.Prediction.Options.Count - 1, wrong.Count);
        Assert.DoesNotContain("", wrong);
        Assert.Equal(wrong.Count, wrong.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(10, -100, 10, 100, true)]
    [InlineData(9, -100, 10, 100, false)]
    [InlineData(10, -100, 9, 100, false)]
    [InlineData(10, -500, 10, 500, false)] // a whole second apart
    [InlineData(10, 0, 10, 100, false)] // the edge belongs to the window that begins
    [InlineData(10, -1, 10, 0, true)]
    public void EdgeCrossing_HappensWhereABurstLiesOnEachSide(int first, int firstMs, int second, int secondMs, bool happened)
    {
        var crossing = new EdgeCrossing(10);
        foreach (var ms in Enumerable.Repeat(firstMs, first).Concat(Enumerable.Repeat(secondMs, second)))
            crossing.Add(Edge.AddMilliseconds(ms), Window);

        Assert.Equal(happened, crossing.Happened);
    }
}
