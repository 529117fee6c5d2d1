using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Visualizer.Dashboard.Labs.RateLimiting;

namespace Visualizer.Dashboard.Tests.Labs.RateLimiting;

public sealed class LimitSettingsTests
{
    private static LimitSettings Read(params (string Name, object? Value)[] address) =>
        LimitSettings.Read(name => Convert.ToString(address.FirstOrDefault(a => a.Name == name).Value, CultureInfo.InvariantCulture));

    [Fact]
    public void Address_OfAnySettings_ReadsBackAsTheSame()
    {
        var any = from limit in Gen.Choose(1, 1000)
                  from window in Gen.Choose(100, 3_600_000)
                  from capacity in Gen.Choose(1, 1000)
                  from refill in Gen.Choose(0, 1_000_000)
                  from queue in Gen.Choose(0, 1000)
                  from leak in Gen.Choose(1, 1_000_000)
                  select new LimitSettings(limit, window, capacity, refill / 1000m, queue, leak / 1000m);
        Prop.ForAll(any.ToArbitrary(), settings => Assert.Equal(settings, Read([.. settings.Address]))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Address_OfAFreshSandbox_SaysNothing() => Assert.All(LimitSettings.Default.Address, a => Assert.Null(a.Value));

    [Theory]
    [InlineData("limit", "0")]
    [InlineData("limit", "1001")]
    [InlineData("limit", "2.5")]
    [InlineData("limit", "ten")]
    [InlineData("window", "0.05")]
    [InlineData("window", "3601")]
    [InlineData("capacity", "-1")]
    [InlineData("refill", "0.0001")]
    [InlineData("queue", "")]
    [InlineData("leak", "0")]
    public void Address_Impossible_IsAsInAFreshSandbox(string name, string value) => Assert.Equal(LimitSettings.Default, Read((name, value)));

    [Fact]
    public void Changes_AreSentToTheLimitersTheyConcern()
    {
        var changed = LimitSettings.Default with { Limit = 20, Leak = 2 };
        Assert.Equal(["fixed-window", "sliding-log", "sliding-counter", "leaky-bucket"], changed.ChangesFrom(LimitSettings.Default).Select(c => c.Algorithm));
        Assert.Empty(changed.ChangesFrom(changed));
    }
}
