using Visualizer.Dashboard.Labs.RateLimiting;

namespace Visualizer.Dashboard.Tests.Labs.RateLimiting;

public sealed class EdgeScenarioTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(3_000, 7_000)]
    [InlineData(9_999.5, 1)]
    public void UntilEdge_IsTheRestOfTheWindow_InWholeMilliseconds(double intoWindow, double expected)
    {
        var now = DateTimeOffset.UnixEpoch.AddDays(1).AddMilliseconds(intoWindow);
        Assert.Equal(expected, EdgeScenario.UntilEdge(now, TimeSpan.FromSeconds(10)).TotalMilliseconds);
    }
}
