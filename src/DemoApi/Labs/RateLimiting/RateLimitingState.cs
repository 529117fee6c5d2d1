using Visualizer.DemoApi.Labs.RateLimiting.Core;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.DemoApi.Labs.RateLimiting;

/// <summary>The limiters of one sandbox: per algorithm one setting, and one limiter for each client that ever asked.</summary>
internal sealed class RateLimitingState : ILabState<RateLimitingState>
{
    /// <summary>Most clients an algorithm remembers; the one unasked for longest is forgotten, and starts with a whole quota again.</summary>
    public const int MostClients = 1_000;

    private readonly Dictionary<string, Partitions> _byAlgorithm =
        LimiterSettings.Defaults().ToDictionary(s => s.Algorithm, s => new Partitions(s), StringComparer.Ordinal);

    public static string Lab => RateLimitingLab.Slug;

    public static RateLimitingState Create(Sandbox sandbox) => new();

    public LimiterSettings Settings(string algorithm) => Of(algorithm).Settings;

    /// <summary>Configures an algorithm, which starts afresh for every client.</summary>
    public void Configure(LimiterSettings settings)
    {
        lock (_byAlgorithm)
            _byAlgorithm[settings.Algorithm] = new Partitions(settings);
    }

    public ILimiter LimiterFor(string algorithm, string client) => Of(algorithm).For(client);

    private Partitions Of(string algorithm)
    {
        lock (_byAlgorithm)
            return _byAlgorithm[algorithm];
    }

    private sealed class Partitions(LimiterSettings settings)
    {
        private readonly Lock _gate = new();
        private readonly Dictionary<string, LinkedListNode<(string Client, ILimiter Limiter)>> _known = new(StringComparer.Ordinal);
        private readonly LinkedList<(string Client, ILimiter Limiter)> _recent = [];

        public LimiterSettings Settings => settings;

        public ILimiter For(string client)
        {
            lock (_gate)
            {
                if (_known.TryGetValue(client, out var node))
                    _recent.Remove(node);
                else
                    _known[client] = node = new((client, settings.NewLimiter()));
                _recent.AddFirst(node);
                if (_recent.Count > MostClients)
                {
                    _known.Remove(_recent.Last!.Value.Client);
                    _recent.RemoveLast();
                }

                return node.Value.Limiter;
            }
        }
    }
}
