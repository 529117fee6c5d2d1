using Visualizer.DemoApi.Labs.Versioning.Core;

namespace Visualizer.DemoApi.Tests.Labs.Versioning.Core;

public sealed class LifetimeTests
{
    private static readonly DateTimeOffset Announced = new(2026, 1, 23, 11, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2026, 4, 23, 11, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Stages_AreHalfOpen_ToTheTick()
    {
        var lifetime = Lifetime.Ending(Announced, End);

        Assert.Equal(LifeStage.Current, lifetime.StageAt(Announced.AddTicks(-1)));
        Assert.Equal(LifeStage.Deprecated, lifetime.StageAt(Announced));
        Assert.Equal(LifeStage.Deprecated, lifetime.StageAt(End.AddTicks(-1)));
        Assert.Equal(LifeStage.Gone, lifetime.StageAt(End));
    }

    [Fact]
    public void Fields_AreADateAsStructuredFieldAndOneInGmt()
    {
        var lifetime = Lifetime.Ending(Announced, End.AddMilliseconds(999));

        Assert.Equal("@1769166000", lifetime.DeprecationField);
        Assert.Equal("Thu, 23 Apr 2026 11:00:00 GMT", lifetime.SunsetField);
    }

    [Fact]
    public void Sunset_BeforeTheDeprecation_BringsItForward()
    {
        var lifetime = Lifetime.Ending(End, Announced);

        Assert.Equal((Announced, Announced), (lifetime.DeprecatedAt, lifetime.Sunset));
    }

    [Fact]
    public void EndlessVersion_NeverEnds_AndSaysNothing()
    {
        Assert.Equal(LifeStage.Current, Lifetime.Endless.StageAt(DateTimeOffset.MaxValue));
        Assert.Null(Lifetime.Endless.DeprecationField);
        Assert.Null(Lifetime.Endless.SunsetField);
    }
}
