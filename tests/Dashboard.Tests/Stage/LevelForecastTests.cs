using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Tests.Stage;

public class LevelForecastTests
{
    private static LevelForecast Of(params (double At, double Level)[] corners) => new([.. corners.Select(c => new LevelPoint(c.At, c.Level))]);

    [Theory]
    [InlineData(0, 4)]
    [InlineData(10, 4)]
    [InlineData(15, 6)]
    [InlineData(20, 8)]
    [InlineData(99, 8)]
    public void LevelAt_BetweenTwoCorners_RunsStraight(double at, double level) => Assert.Equal(level, Of((10, 4), (20, 8)).LevelAt(at));

    [Fact]
    public void LevelAt_Jump_IsTheLevelBehindIt()
    {
        var window = Of((0, 10), (100, 10), (100, 0));

        Assert.Equal((10, 0), (window.LevelAt(99.9), window.LevelAt(100)));
    }

    [Fact]
    public void From_LaterInstant_SaysTheSameFromThere() =>
        Assert.Equal(Of((15, 6), (20, 8)).Corners, Of((10, 4), (20, 8)).From(15).Corners);

    [Fact]
    public void Repeats_SameRefillSeenLater_IsTrue() => Assert.True(Of((15, 6), (20, 8)).Repeats(Of((10, 4), (20, 8))));

    [Fact]
    public void Repeats_TokenTaken_IsFalse() => Assert.False(Of((15, 5), (21, 8)).Repeats(Of((10, 4), (20, 8))));
}
