namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>So many requests at one instant of a tape.</summary>
/// <param name="AtMs">Sandbox milliseconds after the run began.</param>
/// <param name="Cost">What each of them costs; the queue counts requests and knows no cost.</param>
public readonly record struct TapeStop(int AtMs, int Count = 1, int Cost = 1);

/// <summary>What is sent, and when, to every limiter alike: up to 60 requests within 60 seconds of sandbox time.</summary>
/// <remarks>Every instant stands once, in order; all of an instant cost the same.</remarks>
public sealed record RequestTape
{
    public const int MostRequests = 60;
    public const int LongestMs = 60_000;
    public const int MostCost = 10;

    /// <summary>The grid on which a hand moves requests; an address may name any millisecond.</summary>
    public const int StepMs = 100;

    public static readonly RequestTape Empty = new([]);

    private RequestTape(IReadOnlyList<TapeStop> stops) => Stops = stops;

    /// <summary>In order of time.</summary>
    public IReadOnlyList<TapeStop> Stops { get; }

    public int Requests => Stops.Sum(stop => stop.Count);

    /// <summary>What the dearest of them costs; 1 on an empty tape.</summary>
    public int Cost => Stops.Count == 0 ? 1 : Stops.Max(stop => stop.Cost);

    /// <summary>Puts stops in order and within bounds: what shares an instant becomes one stop, what is too many is left out.</summary>
    public static RequestTape Of(params IEnumerable<TapeStop> stops)
    {
        var room = MostRequests;
        var kept = new List<TapeStop>();
        foreach (var instant in stops.Where(s => s.Count > 0).GroupBy(s => Math.Clamp(s.AtMs, 0, LongestMs)).OrderBy(g => g.Key))
        {
            var count = Math.Min(instant.Sum(s => s.Count), room);
            room -= count;
            if (count > 0)
                kept.Add(new(instant.Key, count, Math.Clamp(instant.Max(s => s.Cost), 1, MostCost)));
        }
        return new(kept);
    }

    /// <summary>Moves all requests of an instant to another; they join those that are there.</summary>
    public RequestTape Move(int fromMs, int toMs) => Of(Stops.Select(s => s.AtMs == fromMs ? s with { AtMs = toMs } : s));

    /// <summary>One more request at an instant, at the price that the tape's dearest has.</summary>
    public RequestTape Add(int atMs) => Of([.. Stops, new(atMs, Cost: Cost)]);

    /// <summary>Fewer requests at an instant.</summary>
    public RequestTape Take(int atMs, int count) => Of(Stops.Select(s => s.AtMs == atMs ? s with { Count = s.Count - count } : s));

    public RequestTape WithCost(int cost) => Of(Stops.Select(s => s with { Cost = cost }));

    /// <summary>The next instant without requests in a direction, on the grid where it is a hand's; the same instant where there is none.</summary>
    public int NextFree(int fromMs, int byMs)
    {
        var to = fromMs + byMs;
        while (Stops.Any(s => s.AtMs == to))
            to += Math.Sign(byMs) * StepMs;
        return to is >= 0 and <= LongestMs ? to : fromMs;
    }

    public bool Equals(RequestTape? other) => other is not null && Stops.SequenceEqual(other.Stops);

    public override int GetHashCode() => HashCode.Combine(Stops.Count, Requests);

    public override string ToString() => TapeText.Of(this);
}
