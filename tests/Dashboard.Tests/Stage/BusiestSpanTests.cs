using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Tests.Stage;

public class BusiestSpanTests
{
    private static int Most(params double[] seconds)
    {
        var span = new BusiestSpan(TimeSpan.FromSeconds(1));
        foreach (var s in seconds)
            span.Add(Journaled.Start.AddSeconds(s));
        return span.Most;
    }

    [Fact]
    public void Most_Nothing_IsZero() => Assert.Equal(0, Most());

    [Fact]
    public void Most_ExactlyOneSecondApart_AreNotInOneSecond() => Assert.Equal(1, Most(0, 1, 2));

    [Fact]
    public void Most_AcrossAWholeSecond_SlidesWithTheInstants() => Assert.Equal(4, Most(0.9, 0.95, 1.1, 1.2, 2.5));

    [Fact]
    public void Most_QuieterLater_StaysTheMost() => Assert.Equal(3, Most(0, 0.1, 0.2, 5, 9));
}
