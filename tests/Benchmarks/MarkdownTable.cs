using System.Text;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Visualizer.Benchmarks;

/// <summary>One line a benchmark: median, least and most of the rounds' medians, the median ratio to the baseline of the same round, bytes.</summary>
internal static class MarkdownTable
{
    private sealed record Measured(BenchmarkCase Case, double Nanoseconds, double Ratio, long? Bytes);

    public static string Of(IReadOnlyList<Summary> rounds)
    {
        var text = new StringBuilder();
        text.AppendLine($".NET {Environment.Version}, {Environment.ProcessorCount} cores, {rounds.Count} rounds").AppendLine();
        text.AppendLine("| parameters | benchmark | ns, median | least to most | ratio | bytes |");
        text.AppendLine("|---|---|---|---|---|---|");
        foreach (var measured in rounds.SelectMany(In).GroupBy(measured => measured.Case.DisplayInfo, StringComparer.Ordinal))
        {
            var (benchmark, times) = (measured.First().Case, measured.Select(m => m.Nanoseconds).Order().ToList());
            text.AppendLine(
                $"| {benchmark.Parameters.PrintInfo} | {benchmark.Descriptor.WorkloadMethodDisplayInfo} | {Median(times):F1} " +
                $"| {times[0]:F1} to {times[^1]:F1} | {Median([.. measured.Select(m => m.Ratio).Order()]):F2} | {measured.Max(m => m.Bytes)} |");
        }

        return text.ToString();
    }

    private static IEnumerable<Measured> In(Summary round) => round.Reports.Select(report =>
    {
        var baseline = round.Reports.Single(peer =>
            peer.BenchmarkCase.Descriptor.Baseline && peer.BenchmarkCase.Parameters.PrintInfo == report.BenchmarkCase.Parameters.PrintInfo);
        return new Measured(
            report.BenchmarkCase,
            report.ResultStatistics!.Median,
            report.ResultStatistics.Median / baseline.ResultStatistics!.Median,
            report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase));
    });

    private static double Median(List<double> sorted) => sorted[sorted.Count / 2];
}
