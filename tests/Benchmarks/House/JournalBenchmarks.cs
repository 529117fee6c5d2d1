using BenchmarkDotNet.Attributes;
using Visualizer.DemoApi.Journal;

namespace Visualizer.Benchmarks.House;

/// <summary>A journal that is nearly new beside one that has forgotten a million events: an append, and a page of the newest hundred.</summary>
public class JournalBenchmarks
{
    private const int Often = 1_000;
    private const int Young = 1_000;
    private const int Old = 1_000_000;
    private const int Page = 100;

    private static readonly ResponseSent Event = new(200, [new("Content-Type", "application/json")], CapturedBody.None, CapturedBody.None, 1);

    private readonly Journal _old = Filled(Old);
    private Journal _young = Filled(Young);

    [Params("append", "newest page")]
    public string Call { get; set; } = "";

    /// <summary>Every iteration begins as young as the first.</summary>
    [IterationSetup]
    public void BeYoung() => _young = Filled(Young);

    [Benchmark(Baseline = true, Description = "after 1,000", OperationsPerInvoke = Often)]
    public long NearlyNew() => Repeat(_young);

    [Benchmark(Description = "after 1,000,000", OperationsPerInvoke = Often)]
    public long LongUsed() => Repeat(_old);

    private long Repeat(Journal journal)
    {
        var seen = 0L;
        for (var i = 0; i < Often; i++)
            seen += Call == "append" ? journal.Append(DateTimeOffset.UnixEpoch, Event).Id : journal.After(journal.LastId - Page, Page).NextAfter;
        return seen;
    }

    private static Journal Filled(int events)
    {
        var journal = new Journal();
        for (var i = 0; i < events; i++)
            journal.Append(DateTimeOffset.UnixEpoch, Event);
        return journal;
    }
}
