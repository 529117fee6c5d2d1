namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>What a run is to play, to whom and how.</summary>
/// <param name="Rate">How fast the clock runs once the tape has ended.</param>
public sealed record TapeOrder(RequestTape Tape, IReadOnlyList<string> Algorithms, LimitSettings Limits, ClientManners Manners, decimal Rate);
