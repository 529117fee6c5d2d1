using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Labs.RateLimiting;

namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>What one limiter has done since the run began, or since it was last set: numbers under two limits would tell of neither.</summary>
public sealed class RateLimitingLane(int index, RateLimitingAlgorithm algorithm)
{
    private const int MostClients = 100;

    private BusiestSpan anySecond = new(TimeSpan.FromSeconds(1));
    private BusiestSpan anyTenSeconds = new(TimeSpan.FromSeconds(10));
    private WaitTimes waits = new();
    private readonly Dictionary<string, LevelForecast> byClient = new(StringComparer.Ordinal);

    public int Index { get; } = index;

    public RateLimitingAlgorithm Algorithm { get; } = algorithm;

    public LimiterConfigured Settings { get; private set; } = algorithm.Defaults;

    /// <summary>What the limiter calls its limit; a queue's first request does not wait and takes no place.</summary>
    public long Quota => Settings.Limit + (Algorithm == RateLimitingAlgorithm.LeakyBucket ? 1 : 0);

    public int Admitted { get; private set; }

    public int Refused { get; private set; }

    public int Departed { get; private set; }

    /// <summary>Most accepted in any one second of sandbox time.</summary>
    public int MostInOneSecond => anySecond.Most;

    /// <summary>Most accepted in any ten seconds of sandbox time.</summary>
    public int MostInTenSeconds => anyTenSeconds.Most;

    /// <summary>Sandbox milliseconds that 95 of a hundred admitted requests waited at most; null before the first.</summary>
    public double? P95WaitMs => waits.Percentile(95);

    /// <summary>When the last request was decided; null before the first.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>True where the last request was admitted.</summary>
    public bool LastAdmitted { get; private set; }

    /// <summary>The client asked last, whose level is drawn: each has a quota of its own. Empty is the anonymous one.</summary>
    public string Client { get; private set; } = "";

    /// <summary>How that client's level goes on, as the last decision or setting left it.</summary>
    public LevelForecast Level { get; private set; } = LevelForecast.None;

    /// <summary>A client's level at an instant (Unix milliseconds) by what was foretold; of one never seen, that of a fresh limiter.</summary>
    public double LevelOf(string client, double atMs) => byClient.TryGetValue(client, out var known) ? known.LevelAt(atMs) : Fresh;

    /// <summary>What the settings' words promise for any such span: a window its limit for each window, a bucket what it holds and what is refilled.</summary>
    public double PromisedIn(TimeSpan span) => Settings.WindowMs > 0
        ? Settings.Limit * Math.Ceiling(span.TotalMilliseconds / Settings.WindowMs)
        : Quota + Math.Floor((double)Settings.PerSecond * span.TotalSeconds);

    private double Fresh => Algorithm.FullAtStart ? Settings.Limit : 0;

    internal void Configure(DateTimeOffset at, LimiterConfigured settings, LaneTape tape)
    {
        Settings = settings;
        (Admitted, Refused, Departed, DecidedAt) = (0, 0, 0, null);
        (anySecond, anyTenSeconds, waits) = (new(TimeSpan.FromSeconds(1)), new(TimeSpan.FromSeconds(10)), new());
        byClient.Clear();
        Show("", new([new(at.ToUnixTimeMilliseconds(), Fresh)]), tape);
    }

    internal void Admit(DateTimeOffset at, RequestAdmitted e, LaneTape tape)
    {
        Admitted++;
        anySecond.Add(at);
        anyTenSeconds.Add(at);
        waits.Add(e.WaitMs);
        (DecidedAt, LastAdmitted) = (at, true);
        Show(e.Client, Forecast(e.Level), tape);
    }

    internal void Refuse(DateTimeOffset at, RequestRejected e, LaneTape tape)
    {
        Refused++;
        (DecidedAt, LastAdmitted) = (at, false);
        Show(e.Client, Forecast(e.Level), tape);
    }

    internal void Depart() => Departed++;

    private static LevelForecast Forecast(IReadOnlyList<LevelCorner> corners) => new([.. corners.Select(c => new LevelPoint(c.AtMs, c.Level))]);

    private void Show(string client, LevelForecast forecast, LaneTape tape)
    {
        if (!forecast.Repeats(Level))
            tape.Level(Index, forecast);
        if (byClient.Count == MostClients)
            byClient.Clear();
        (Client, Level, byClient[client]) = (client, forecast, forecast);
    }
}
