using FsCheck;
using FsCheck.Fluent;

namespace Visualizer.DemoApi.Tests.Labs.RateLimiting.Core;

/// <summary>A request: how long after the one before (below 0: the clock went back), and what its cost is made from.</summary>
internal sealed record Step(long Later, int Cost);

/// <summary>Requests around a period that matters: its exact edges, one tick beside them, bursts, decades and steps back.</summary>
internal sealed record Trace(IReadOnlyList<Step> Steps)
{
    private const long Decade = 10 * 365 * TimeSpan.TicksPerDay;

    public static Arbitrary<Trace> Around(long period)
    {
        var later = Gen.Frequency(
            (4, Gen.Constant(0L)),
            (2, Between(1, 3)),
            (5, Between(0, period)),
            (4, from share in Gen.Elements(1L, 2L, 3L, 10L) from offset in Between(-1, 1) select period / share + offset),
            (1, from periods in Between(1, 5) from offset in Between(-1, 1) select period * periods + offset),
            (1, Between(-2 * period, -1)),
            (1, Between(0, 3 * Decade)));
        var step = from l in later from cost in Gen.Choose(0, 1000) select new Step(l, cost);
        var trace = from first in Between(0, period)
                    from steps in step.NonEmptyListOf()
                    select new Trace([new Step(first, 0), .. steps]);
        return Arb.From(trace, Shorter);
    }

    private static IEnumerable<Trace> Shorter(Trace trace) =>
        trace.Steps.Count == 1 ? [] : trace.Steps.Select((_, left) => new Trace([.. trace.Steps.Where((_, at) => at != left)]));

    private static Gen<long> Between(long low, long high) =>
        from share in Gen.Choose(0, 1_000_000_000) select low + (long)((high - low) * (decimal)share / 1_000_000_000);

    public override string ToString() => string.Join(", ", Steps.Select(step => $"+{step.Later}:{step.Cost}"));
}
