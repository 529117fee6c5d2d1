namespace Visualizer.DemoApi.Queries.Core;

/// <summary>One shape of command that a single request sent again and again.</summary>
/// <param name="Times">How often, <see cref="RepeatDetector.Suspicious"/> or more.</param>
internal sealed record Repetition(string Shape, int Times);

/// <summary>
/// Finds N+1 in what a request sent, whatever the code looks like: a loop over rows asks the same question with another value each time, so
/// one shape stands there many times. It says "suspected": a request may have its reasons.
/// </summary>
internal static class RepeatDetector
{
    /// <summary>From so many commands of one shape on a request is suspected. Two or three are two or three different questions.</summary>
    public const int Suspicious = 5;

    /// <param name="shapes">The shape of every command of one request, in any order.</param>
    /// <returns>The suspected shapes, most frequent first; empty where there is none.</returns>
    public static IReadOnlyList<Repetition> Find(IEnumerable<string> shapes) =>
        [.. shapes.GroupBy(shape => shape, StringComparer.Ordinal)
            .Select(group => new Repetition(group.Key, group.Count()))
            .Where(repetition => repetition.Times >= Suspicious)
            .OrderByDescending(repetition => repetition.Times)];
}
