using Visualizer.Dashboard.Labs.RateLimiting;

namespace Visualizer.Dashboard.Tests.Labs.RateLimiting;

public sealed class WaitTimesTests
{
    [Theory]
    [InlineData(1, 95, 1)]
    [InlineData(10, 95, 10)]
    [InlineData(20, 95, 19)]
    [InlineData(100, 95, 95)]
    [InlineData(100, 50, 50)]
    [InlineData(1_200, 100, 1_200)] // the last thousand: 201 to 1,200
    [InlineData(1_200, 1, 210)]
    public void Percentile_IsTheNearestRank(int count, int percent, double expected)
    {
        var waits = new WaitTimes();
        foreach (var wait in Enumerable.Range(1, count))
            waits.Add(wait);
        Assert.Equal(expected, waits.Percentile(percent));
    }

    [Fact]
    public void Percentile_OfNothing_IsNone() => Assert.Null(new WaitTimes().Percentile(95));
}
