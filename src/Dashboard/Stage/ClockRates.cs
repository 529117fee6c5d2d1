using System.Globalization;

namespace Visualizer.Dashboard.Stage;

/// <summary>The rates on the clock's dial: equal steps by ear, from a tenth to a hundred times real time.</summary>
public static class ClockRates
{
    public static readonly IReadOnlyList<decimal> Stops = [0.1m, 0.2m, 0.5m, 1, 2, 5, 10, 20, 50, 100];

    public static readonly IReadOnlyList<string> Words = [.. Stops.Select(Word)];

    /// <summary>The stop nearest to a rate that may lie between two: another client can set any.</summary>
    public static int Nearest(decimal rate) => Enumerable.Range(0, Stops.Count).MinBy(i => Math.Abs(Math.Log((double)(Stops[i] / rate))));

    public static string Word(decimal rate) => "×" + rate.ToString("0.######", CultureInfo.InvariantCulture);
}
