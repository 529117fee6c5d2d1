using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Labs.RateLimiting;

namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>What one limiter has done since the run began.</summary>
public sealed class RateLimitingLane(int index, RateLimitingAlgorithm algorithm)
{
    private readonly BusiestSpan anySecond = new(TimeSpan.FromSeconds(1));

    public int Index { get; } = index;

    public RateLimitingAlgorithm Algorithm { get; } = algorithm;

    public LimiterConfigured Settings { get; private set; } = algorithm.Defaults;

    public int Admitted { get; private set; }

    public int Refused { get; private set; }

    public int Departed { get; private set; }

    /// <summary>Most accepted in any one second of sandbox time.</summary>
    public int MostInOneSecond => anySecond.Most;

    /// <summary>When the last request was decided; null before the first.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>True where the last request was admitted.</summary>
    public bool LastAdmitted { get; private set; }

    /// <summary>How the level goes on, as the last decision or setting left it.</summary>
    public LevelForecast Level { get; private set; } = LevelForecast.None;

    internal void Configure(DateTimeOffset at, LimiterConfigured settings, LaneTape tape)
    {
        Settings = settings;
        Show(new([new(at.ToUnixTimeMilliseconds(), Algorithm.FullAtStart ? settings.Limit : 0)]), tape);
    }

    internal void Admit(DateTimeOffset at, RequestAdmitted e, LaneTape tape)
    {
        Admitted++;
        anySecond.Add(at);
        (DecidedAt, LastAdmitted) = (at, true);
        Show(Forecast(e.Level), tape);
    }

    internal void Refuse(DateTimeOffset at, RequestRejected e, LaneTape tape)
    {
        Refused++;
        (DecidedAt, LastAdmitted) = (at, false);
        Show(Forecast(e.Level), tape);
    }

    internal void Depart() => Departed++;

    private static LevelForecast Forecast(IReadOnlyList<LevelCorner> corners) => new([.. corners.Select(c => new LevelPoint(c.AtMs, c.Level))]);

    private void Show(LevelForecast forecast, LaneTape tape)
    {
        if (!forecast.Repeats(Level))
            tape.Level(Index, forecast);
        Level = forecast;
    }
}
