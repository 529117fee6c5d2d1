using FsCheck;
using FsCheck.Fluent;
using Visualizer.Dashboard.Labs.RateLimiting;

namespace Visualizer.Dashboard.Tests.Labs.RateLimiting;

/// <summary>Tapes as hands make them: on the grid, and now and then between its lines.</summary>
internal static class Tapes
{
    private static readonly Gen<TapeStop> AnyStop =
        from at in Gen.OneOf(Gen.Choose(0, 600).Select(tenths => tenths * 100), Gen.Choose(0, RequestTape.LongestMs))
        from count in Gen.Frequency((4, Gen.Constant(1)), (2, Gen.Choose(1, 30)))
        from cost in Gen.Frequency((4, Gen.Constant(1)), (1, Gen.Choose(1, RequestTape.MostCost)))
        select new TapeStop(at, count, cost);

    public static readonly Arbitrary<RequestTape> Any = AnyStop.ListOf().Select(stops => RequestTape.Of(stops)).ToArbitrary();
}
