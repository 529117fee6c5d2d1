using Microsoft.Extensions.Options;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.SharedCache;
using Visualizer.DemoApi.SharedCache.Core;
using static Visualizer.DemoApi.Tests.SharedCache.Responses;

namespace Visualizer.DemoApi.Tests.SharedCache;

public sealed class EdgeCacheTests : IDisposable
{
    private const string Said = "max-age=60, stale-while-revalidate=30";
    private static readonly OriginCall Call = new(Get(), new Uri("http://origin/products/1"), "origin", "r1", Body: null);

    private readonly SandboxStore _store = new(Options.Create(new SandboxOptions()), TimeProvider.System);
    private readonly EdgeCache _cache;

    public EdgeCacheTests()
    {
        var sandbox = _store.Create(new SandboxOrder(42, At(0), Paused: true))!;
        _cache = new EdgeCache(sandbox, "http-caching");
        var (miss, generation, _) = _cache.Consult(Call);
        _cache.AnswerWith(Response(Said), Call, miss, generation);
        sandbox.AdvanceClock(TimeSpan.FromSeconds(70));
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public void OfAllWhoAreServedOneStaleCopy_OneAsks_UntilItsAnswerIsHere()
    {
        var (first, generation, asks) = _cache.Consult(Call);
        var second = _cache.Consult(Call);
        _cache.LearnFrom(ResponseAt(70, Said), Call, first, generation);
        var third = _cache.Consult(Call);

        Assert.Equal((true, false, false), (asks, second.AsksBehindTheScenes, third.AsksBehindTheScenes));
        Assert.Equal((CacheStep.ServeStaleAndAsk, CacheStep.ServeStaleAndAsk, CacheStep.Serve), (first.Step, second.Decision.Step, third.Decision.Step));
    }

    [Fact]
    public void WhoeverAskedInVain_LetsTheNextOneAsk()
    {
        var (first, generation, _) = _cache.Consult(Call);
        _cache.LearnFrom(null, Call, first, generation);

        Assert.True(_cache.Consult(Call).AsksBehindTheScenes);
    }
}
