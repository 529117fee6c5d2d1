using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Tests.Stage;

public class ClockRatesTests
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(0.01, 0)]
    [InlineData(100, 9)]
    [InlineData(3, 4)]
    [InlineData(4, 5)]
    public void Nearest_AnyRate_IsTheStopAtTheLeastRatio(double rate, int stop) => Assert.Equal(stop, ClockRates.Nearest((decimal)rate));

    [Fact]
    public void Words_Stops_RunFromATenthToAHundred() => Assert.Equal(("×0.1", "×100"), (ClockRates.Words[0], ClockRates.Words[^1]));
}
