namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>Where the stops of a tape stand on its line: each at its instant, unless it would touch a neighbour; then they make room for one another.</summary>
internal static class TapeLayout
{
    /// <summary>Dots above one another.</summary>
    public const int Rows = 5;

    /// <summary>So many are drawn as dots, more as a number.</summary>
    public const int MostDots = 20;

    private const double Column = 1.15; // shares of the line, in percent
    private const double Gap = 0.5;
    private const double Figure = 4;

    /// <summary>The middle of each stop as a share of the line's length, 0 to 100, in the order of the stops.</summary>
    public static IReadOnlyList<double> Place(IReadOnlyList<TapeStop> stops, int spanMs)
    {
        // Take from every stop the room that those before it need: then "nobody touches" means "never falling", and the nearest never
        // falling numbers are found by pooling neighbours that fall (isotonic regression).
        var (wanted, room) = (new double[stops.Count], new double[stops.Count]);
        for (var i = 0; i < stops.Count; i++)
        {
            room[i] = i == 0 ? 0 : room[i - 1] + ((Width(stops[i - 1]) + Width(stops[i])) / 2);
            wanted[i] = (100.0 * stops[i].AtMs / spanMs) - room[i];
        }
        var pools = new Stack<(double Sum, int Count)>();
        foreach (var at in wanted)
        {
            var pool = (Sum: at, Count: 1);
            while (pools.TryPeek(out var before) && before.Sum / before.Count > pool.Sum / pool.Count)
                pool = (pool.Sum + pools.Pop().Sum, pool.Count + before.Count);
            pools.Push(pool);
        }
        var places = pools.Reverse().SelectMany(pool => Enumerable.Repeat(pool.Sum / pool.Count, pool.Count));
        return [.. places.Select((at, i) => Math.Clamp(at + room[i], 0, 100))];
    }

    private static double Width(TapeStop stop) => Gap + (stop.Count > MostDots ? Figure : Column * ((stop.Count + Rows - 1) / Rows));
}
