using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Visualizer.Benchmarks;

/// <summary>
/// Measures all benchmarks of a class once a round, round after round, so that each stands beside its peers in time and a
/// busy moment of the machine falls on all of them. Iterations are many and short, so that some escape the neighbours.
/// </summary>
internal sealed class InterleavedRounds(int rounds)
{
    private const string Folder = "artifacts/benchmarks";

    private static readonly Job Short = Job.Default
        .WithToolchain(InProcessEmitToolchain.Instance)
        .WithInvocationCount(1).WithUnrollFactor(1).WithWarmupCount(2).WithIterationCount(15);

    public void Run<TBenchmarks>(string file)
    {
        var config = ManualConfig.CreateEmpty()
            .AddJob(Short).AddDiagnoser(MemoryDiagnoser.Default).AddLogger(NullLogger.Instance).WithArtifactsPath(Folder);
        var measured = new List<Summary>();
        for (var round = 1; round <= rounds; round++)
        {
            Console.WriteLine($"Round {round} of {rounds}");
            measured.Add(BenchmarkRunner.Run<TBenchmarks>(config));
        }

        var table = MarkdownTable.Of(measured);
        Console.WriteLine(table);
        File.WriteAllText(Path.Combine(Folder, file), table);
        Console.WriteLine($"Written to {Folder}/{file}");
    }
}
