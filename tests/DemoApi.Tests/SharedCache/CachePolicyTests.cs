using FsCheck;
using FsCheck.Fluent;
using Visualizer.DemoApi.SharedCache.Core;
using static Visualizer.DemoApi.SharedCache.Core.CacheStep;
using static Visualizer.DemoApi.Tests.SharedCache.Responses;

namespace Visualizer.DemoApi.Tests.SharedCache;

public sealed class CachePolicyTests
{
    [Theory]
    [InlineData("max-age=60", 59, nameof(Serve))]
    [InlineData("max-age=60", 60, nameof(Revalidate))]
    [InlineData("no-cache", 0, nameof(Revalidate))]
    [InlineData("no-cache, max-age=60", 0, nameof(Revalidate))]
    [InlineData("public", 0, nameof(Revalidate))]
    [InlineData("max-age=60, s-maxage=10", 15, nameof(Revalidate))]
    [InlineData("max-age=10, s-maxage=60", 15, nameof(Serve))]
    [InlineData("max-age=60, stale-while-revalidate=30", 60, nameof(ServeStaleAndAsk))]
    [InlineData("max-age=60, stale-while-revalidate=30", 89.999, nameof(ServeStaleAndAsk))]
    [InlineData("max-age=60, stale-while-revalidate=30", 90, nameof(Revalidate))]
    [InlineData("max-age=60, stale-while-revalidate=30, must-revalidate", 61, nameof(Revalidate))]
    [InlineData("max-age=60, stale-while-revalidate=30, proxy-revalidate", 61, nameof(Revalidate))]
    [InlineData("s-maxage=60, stale-while-revalidate=30", 61, nameof(Revalidate))]
    public void Copy_IsServedAsLongAsItsOriginAllows(string cacheControl, double age, string step) =>
        Assert.Equal(step, CachePolicy.Decide(Get(), Response(cacheControl), otherVariants: false, At(age)).Step.ToString());

    [Theory]
    [InlineData("no-cache", nameof(Revalidate), "request")]
    [InlineData("max-age=0", nameof(Revalidate), "request")]
    [InlineData("max-age=10", nameof(Revalidate), "request")]
    [InlineData("max-age=11", nameof(Serve), null)]
    [InlineData("only-if-cached", nameof(Serve), null)]
    [InlineData("only-if-cached, no-cache", nameof(Refuse), null)]
    [InlineData("no-store", nameof(Serve), null)]
    public void Client_MayWantMoreThanTheOrigin(string asked, string step, string? forward)
    {
        var decision = CachePolicy.Decide(Get($"Cache-Control: {asked}"), Response("max-age=60"), otherVariants: false, At(10));

        Assert.Equal((step, forward), (decision.Step.ToString(), decision.Forward));
    }

    [Theory]
    [InlineData(false, "uri-miss")]
    [InlineData(true, "vary-miss")]
    public void Miss_SaysWhichHalfOfTheKeyMissed(bool otherVariants, string forward)
    {
        Assert.Equal((Fetch, forward), (CachePolicy.Decide(Get(), null, otherVariants, At(0)).Step, CachePolicy.Decide(Get(), null, otherVariants, At(0)).Forward));
        Assert.Equal(Refuse, CachePolicy.Decide(Get("Cache-Control: only-if-cached"), null, otherVariants, At(0)).Step);
    }

    [Theory]
    [InlineData("PUT", "X: y", "method")]
    [InlineData("DELETE", "X: y", "method")]
    [InlineData("GET", "If-Match: \"1\"", "bypass")]
    [InlineData("GET", "If-Unmodified-Since: Fri, 23 Jan 2026 11:00:00 GMT", "bypass")]
    [InlineData("GET", "Range: bytes=0-1", "bypass")]
    public void WhatOnlyTheOriginMayJudge_IsPassedOn(string method, string field, string forward)
    {
        var decision = CachePolicy.Decide(new CacheRequest(method, "/products/1", Of(field)), Response("max-age=60"), otherVariants: false, At(0));

        Assert.Equal((PassOn, forward), (decision.Step, decision.Forward));
    }

    [Theory]
    [InlineData("max-age=60", 200, null)]
    [InlineData("no-cache", 200, null)]
    [InlineData("public", 200, null)]
    [InlineData("max-age=60", 404, null)]
    [InlineData("no-store, max-age=60", 200, "§5.2.2.5")]
    [InlineData("private, max-age=60", 200, "§5.2.2.7")]
    [InlineData("max-age=60", 500, "§3")]
    [InlineData("max-age=60", 206, "§3")]
    public void Answer_IsKeptOrNot(string cacheControl, int status, string? rule) =>
        Assert.Equal(rule, CachePolicy.Unstorable(Get(), Response(cacheControl) with { Status = status })?.Rule.Split(' ')[^1]);

    [Theory]
    [InlineData("max-age=60", false)]
    [InlineData("no-cache", false)]
    [InlineData("public, max-age=60", true)]
    [InlineData("s-maxage=60", true)]
    [InlineData("max-age=60, must-revalidate", true)]
    public void AnswerToCredentials_IsSharedOnlyWhereAllowed(string cacheControl, bool kept) =>
        Assert.Equal(kept, CachePolicy.Unstorable(Get("Authorization: Bearer x"), Response(cacheControl)) is null);

    [Fact]
    public void OtherReasons_NotToKeep()
    {
        Assert.NotNull(CachePolicy.Unstorable(Get("Cache-Control: no-store"), Response("max-age=60")));
        Assert.NotNull(CachePolicy.Unstorable(Get(), Response("max-age=60", "Vary: *")));
        Assert.NotNull(CachePolicy.Unstorable(Get(), new StoredResponse(200, Fields.None, default, At(0), At(0), At(0))));
        Assert.Null(CachePolicy.Unstorable(Get(), new StoredResponse(200, Of("Last-Modified: Fri, 23 Jan 2026 11:00:00 GMT"), default, At(0), At(0), At(0))));
    }

    [Theory]
    [InlineData("max-age=60, stale-if-error=30", "", 89, true)]
    [InlineData("max-age=60, stale-if-error=30", "", 90, false)]
    [InlineData("max-age=60", "", 61, false)]
    [InlineData("max-age=60", "stale-if-error=30", 61, true)]
    [InlineData("max-age=60, stale-if-error=30, must-revalidate", "", 61, false)]
    [InlineData("s-maxage=60, stale-if-error=30", "", 61, false)]
    [InlineData("no-cache, stale-if-error=30", "", 1, false)]
    public void StaleCopy_StandsInForAnErrorWithinItsTime(string cacheControl, string asked, double age, bool may) =>
        Assert.Equal(may, CachePolicy.MayServeOnError(Get($"Cache-Control: {asked}"), Response(cacheControl), At(age)));

    // A plain model: with nothing but max-age and stale-while-revalidate, only the age counts.
    [Fact]
    public void AnyAge_IsDecidedAsThePlainModelHasIt() => Prop.ForAll(
        Gen.Choose(0, 100).Three().ToArbitrary(),
        drawn =>
        {
            var (maxAge, grace, age) = drawn;
            var expected = age < maxAge ? Serve : age < maxAge + grace ? ServeStaleAndAsk : Revalidate;
            return CachePolicy.Decide(Get(), Response($"max-age={maxAge}, stale-while-revalidate={grace}"), otherVariants: false, At(age)).Step == expected;
        }).QuickCheckThrowOnFailure();
}
