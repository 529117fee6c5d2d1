using System.Text;
using BenchmarkDotNet.Reports;

namespace Visualizer.Benchmarks;

/// <summary>
/// One line a benchmark: the median of the rounds' medians, the least and the most of all iterations, the same two as ratios
/// to the baseline with the same parameters, and bytes allocated a call.
/// </summary>
internal static class MarkdownTable
{
    private sealed record Measured(string Parameters, string Name, bool IsBaseline, double Median, double Least, double Most, long? Bytes);

    public static string Of(IReadOnlyList<Summary> rounds)
    {
        var text = new StringBuilder();
        text.AppendLine($".NET {Environment.Version}, {Environment.ProcessorCount} cores, {rounds.Count} rounds, nanoseconds a call").AppendLine();
        text.AppendLine("| parameters | benchmark | median | least | most | ratio of medians | ratio of the least | bytes |");
        text.AppendLine("|---|---|---|---|---|---|---|---|");
        foreach (var peers in Measure(rounds).GroupBy(measured => measured.Parameters, StringComparer.Ordinal))
        {
            var floor = peers.Single(measured => measured.IsBaseline);
            foreach (var m in peers)
                text.AppendLine(
                    $"| {m.Parameters} | {m.Name} | {m.Median:F1} | {m.Least:F1} | {m.Most:F1} " +
                    $"| {m.Median / floor.Median:F2} | {m.Least / floor.Least:F2} | {m.Bytes} |");
        }

        return text.ToString();
    }

    private static IEnumerable<Measured> Measure(IReadOnlyList<Summary> rounds) =>
        from report in rounds.SelectMany(round => round.Reports)
        group report by report.BenchmarkCase.DisplayInfo into same
        let benchmark = same.First().BenchmarkCase
        let times = same.Select(report => report.ResultStatistics!).ToList()
        select new Measured(
            benchmark.Parameters.PrintInfo,
            benchmark.Descriptor.WorkloadMethodDisplayInfo,
            benchmark.Descriptor.Baseline,
            times.Select(time => time.Median).Order().ElementAt(times.Count / 2),
            times.Min(time => time.Min),
            times.Max(time => time.Max),
            same.Max(report => report.GcStats.GetBytesAllocatedPerOperation(benchmark)));
}
