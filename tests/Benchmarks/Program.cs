using Visualizer.Benchmarks;
using Visualizer.Benchmarks.House;
using Visualizer.Benchmarks.Pagination;
using Visualizer.Benchmarks.RateLimiting;

Action<InterleavedRounds>? run = args switch
{
    ["ratelimiting"] => rounds => rounds.Run<TokenBucketBenchmarks>("ratelimiting.md"),
    ["pagination"] => rounds => rounds.Run<DepthBenchmarks>("pagination.md"),
    ["journal"] => rounds => rounds.Run<JournalBenchmarks>("journal.md"),
    ["sandbox"] => rounds => rounds.Run<SandboxBenchmarks>("sandbox.md"),
    ["pipeline"] => rounds => rounds.Run<PipelineBenchmarks>("pipeline.md"),
    _ => null,
};
if (run is null)
{
    Console.Error.WriteLine("Which? dotnet run -c Release --project tests/Benchmarks -- ratelimiting, pagination, journal, sandbox or pipeline");
    return 2;
}

run(new InterleavedRounds(rounds: 7));
return 0;
