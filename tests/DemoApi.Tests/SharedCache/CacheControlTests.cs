using FsCheck;
using FsCheck.Fluent;
using Visualizer.DemoApi.SharedCache.Core;

namespace Visualizer.DemoApi.Tests.SharedCache;

public sealed class CacheControlTests
{
    [Fact]
    public void Directives_AreReadWithoutRegardToCaseAndSpace()
    {
        var read = CacheControl.Parse(" Public ,MAX-AGE=60,, s-maxage=\"120\" ,x-unknown=\"a, no-store\", stale-while-revalidate=30");

        Assert.Equal((true, 60L, 120L, 30L, false), (read.Public, read.MaxAge, read.SharedMaxAge, read.StaleWhileRevalidate, read.NoStore));
        Assert.Null(read.Fault);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" , ,")]
    public void Nothing_SaysNothing(string? field) =>
        Assert.Equal((null, false, false, null), (CacheControl.Parse(field).MaxAge, CacheControl.Parse(field).NoCache, CacheControl.Parse(field).NoStore, CacheControl.Parse(field).Fault));

    [Theory]
    [InlineData("no-cache", true, false)]
    [InlineData("no-store", false, true)]
    [InlineData("no-cache=\"Set-Cookie\"", true, false)] // a cache may take it for the whole (RFC 9111 §5.2.2.4)
    [InlineData("x-no-store", false, false)]
    public void NoCache_IsNotNoStore(string field, bool noCache, bool noStore) =>
        Assert.Equal((noCache, noStore), (CacheControl.Parse(field).NoCache, CacheControl.Parse(field).NoStore));

    [Theory]
    [InlineData("max-age=60, max-age=3600", 60)]
    [InlineData("max-age=99999999999999999999999", CacheControl.Forever)]
    [InlineData("max-age=007", 7)]
    [InlineData("max-age=abc", 0)]
    [InlineData("max-age=-1", 0)]
    [InlineData("max-age=1.5", 0)]
    [InlineData("max-age", 0)]
    public void Seconds_ThatCannotBeRead_AreStaleAndNotForever(string field, long seconds) => Assert.Equal(seconds, CacheControl.Parse(field).MaxAge);

    [Theory]
    [InlineData("max-age=abc", "max-age needs")]
    [InlineData("max-age", "max-age needs")]
    [InlineData("public; max-age=60", "'public; max-age=60' is no directive")]
    [InlineData("max-age 60", "'max-age 60' is no directive")]
    [InlineData("max-age=", "'max-age=' is no directive")]
    [InlineData("=60", "'=60' is no directive")]
    [InlineData("x=\"open, public", "'x=\"open' is no directive")]
    [InlineData("public\nX-Evil: 1", "is no directive")]
    public void Fault_IsToldInWords(string field, string says) => Assert.Contains(says, CacheControl.Parse(field).Fault);

    [Fact]
    public void BrokenDirective_DoesNotTakeTheOthersAlong()
    {
        var read = CacheControl.Parse("pub lic, no-store, max-age=5");

        Assert.Equal((true, 5L, false), (read.NoStore, read.MaxAge, read.Public));
    }

    [Fact]
    public void AnyText_IsReadAndNeverThrows() => Prop.ForAll(
        Gen.Elements("max-age", "no-store", "public", "=", "\"", ",", " ", "\\", "60", "-", ";", "\u00e9", "\t").ArrayOf().ToArbitrary(),
        parts => CacheControl.Parse(string.Concat(parts)).MaxAge is null or >= 0).QuickCheckThrowOnFailure();
}
