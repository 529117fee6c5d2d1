using Visualizer.Benchmarks;
using Visualizer.Benchmarks.Pagination;
using Visualizer.Benchmarks.RateLimiting;

switch (args)
{
    case ["ratelimiting"]:
        new InterleavedRounds(rounds: 7).Run<TokenBucketBenchmarks>("ratelimiting.md");
        return 0;
    case ["pagination"]:
        new InterleavedRounds(rounds: 7).Run<DepthBenchmarks>("pagination.md");
        return 0;
    default:
        Console.Error.WriteLine("Which? dotnet run -c Release --project tests/Benchmarks -- ratelimiting (or pagination)");
        return 2;
}
