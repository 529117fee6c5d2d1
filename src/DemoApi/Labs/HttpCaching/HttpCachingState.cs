using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.SharedCache;

namespace Visualizer.DemoApi.Labs.HttpCaching;

/// <summary>What the origin says, whether it can be reached, and the shared cache in front of it.</summary>
internal sealed class HttpCachingState(Sandbox sandbox) : ILabState<HttpCachingState>
{
    private volatile CachingSettings _settings = CachingSettings.Default;
    private volatile bool _reachable = true;

    public static string Lab => HttpCachingLab.Slug;

    public static HttpCachingState Create(Sandbox sandbox) => new(sandbox);

    public CachingSettings Settings => _settings;

    public bool OriginIsReachable
    {
        get => _reachable;
        set => _reachable = value;
    }

    public EdgeCache Cache { get; } = new(sandbox, HttpCachingLab.Slug);

    /// <summary>
    /// Held while products or settings are looked at or changed and the journal is told, so that its order is the order in which it happened.
    /// A write compares the state it replaces and replaces it in that one step: of two editors with one ETag, one wins.
    /// </summary>
    public Lock Telling { get; } = new();

    /// <summary>New settings; the shared cache starts afresh.</summary>
    public void Configure(CachingSettings settings)
    {
        _settings = settings;
        Cache.Drop(target: null, "The origin's settings changed, and the cache starts afresh", "This lab");
    }
}
