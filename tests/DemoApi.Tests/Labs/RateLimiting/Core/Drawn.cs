using Visualizer.DemoApi.Labs.RateLimiting.Core;

namespace Visualizer.DemoApi.Tests.Labs.RateLimiting.Core;

/// <summary>Reads a forecast as a picture draws it: straight from corner to corner, the last for ever, the later one of a jump.</summary>
internal static class Drawn
{
    public static double LevelAt(IReadOnlyList<LevelPoint> forecast, long at)
    {
        var i = forecast.Count - 1;
        while (i > 0 && forecast[i].At > at) i--;
        if (i == forecast.Count - 1) return forecast[i].Level;
        var (from, to) = (forecast[i], forecast[i + 1]);
        return from.Level + (to.Level - from.Level) * ((double)(at - from.At) / (to.At - from.At));
    }
}
