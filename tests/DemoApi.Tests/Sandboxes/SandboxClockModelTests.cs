using FsCheck;
using FsCheck.Fluent;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Tests.Support;

namespace Visualizer.DemoApi.Tests.Sandboxes;

public sealed class SandboxClockModelTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 23, 11, 0, 0, TimeSpan.Zero);

    // Few distinct values of each kind, so that dues collide and steps land exactly on them.
    private static readonly Gen<long> Span = Gen.Elements(
        0L, 1, 99, 10_000, 1_000_000, 5_000_000, 10_000_000, 10_000_001, 30_000_000, 12_345_678_901);

    private static readonly Gen<decimal> Rates = Gen.Elements(0.01m, 0.333333m, 0.5m, 1m, 2m, 7.654321m, 100m);

    private static readonly Gen<bool> Either = Gen.Elements(true, false);

    private static readonly Gen<ClockStep> Registrations =
        from due in Span
        from inThePast in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        from links in Gen.Choose(1, 4)
        from gap in Span.Where(gap => gap > 0)
        select (ClockStep)new ClockStep.Register(inThePast ? -due : due, links, gap);

    private static readonly Gen<ClockStep> Steps = Gen.Frequency(
        (4, Registrations),
        (1, Gen.Choose(0, 9).Select(which => (ClockStep)new ClockStep.Cancel(which))),
        (2, Rates.Zip(Either, (rate, paused) => (ClockStep)new ClockStep.Set(rate, paused))),
        (2, Span.Select(span => (ClockStep)new ClockStep.Advance(span))),
        (4, Gen.Elements(0, 1, 2, 10, 100, 999, 1000, 5000).Zip(Either, (real, late) => (ClockStep)new ClockStep.Pass(real, late))));

    [Fact]
    public void SandboxClock_AnySequenceOfSteps_FiresAndShowsWhatTheModelDoes() =>
        Prop.ForAll(Arb.From(Steps.ArrayOf(), ShrinkByOne), steps =>
        {
            var real = new ManualTimeProvider();
            using var clock = new SandboxClock(Start, real);
            var model = new ClockModel(Start, 1, false);
            var run = new ClockRun(clock, real);
            // At the end everything still waiting comes due, so that nothing lost stays unnoticed.
            foreach (var step in steps.Append(new ClockStep.Advance(TimeSpan.FromDays(1).Ticks)))
            {
                var before = clock.GetUtcNow().UtcTicks;
                run.Do(step);
                model.Do(step);
                Assert.True(clock.GetUtcNow().UtcTicks >= before, "time went back");
                Assert.Equal(model.Fired, run.Fired, AllEqual);
                Assert.Equal(model.Now, clock.GetUtcNow().UtcTicks);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(60));

    [Fact]
    public void SandboxClock_RealTimeInOddPieces_FiresNothingEarlyAndAllWithinAMillisecond() =>
        Prop.ForAll(
            Rates.Zip(Span.ArrayOf()).Zip(Gen.Choose(0, 3_333_333).ArrayOf(), (two, pieces) => (rate: two.Item1, timers: two.Item2, pieces)).ToArbitrary(),
            sample =>
            {
                var real = new ManualTimeProvider { Early = TimeSpan.FromMilliseconds(0.9) };
                using var clock = new SandboxClock(Start, real, sample.rate);
                var model = new ClockModel(Start, sample.rate, false);
                var run = new ClockRun(clock, real);
                foreach (var due in sample.timers)
                    Both(new ClockStep.Register(due, 3, 10_000_000));
                foreach (var piece in sample.pieces)
                {
                    real.Advance(TimeSpan.FromTicks(piece));
                    model.Do(new ClockStep.Advance((long)decimal.Floor(RealTicks() * sample.rate) + Start.UtcTicks - model.Now));
                    Assert.Equal(model.Fired[..run.Fired.Count], run.Fired, AllEqual);
                }
                real.Advance(TimeSpan.FromMilliseconds(1));
                Assert.Equal(model.Fired, run.Fired[..model.Fired.Count], AllEqual);

                decimal RealTicks() => real.GetTimestamp() / (decimal)TimeSpan.NanosecondsPerTick;

                void Both(ClockStep step)
                {
                    run.Do(step);
                    model.Do(step);
                }
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void SandboxClock_TenChainedSeconds_LeaveTheSameRecordsHoweverTimePasses()
    {
        var expected = Enumerable.Range(0, 10).Select(i => new Firing(0, i + 1, Start.AddSeconds(i).UtcTicks, Start.AddSeconds(i).UtcTicks)).ToList();
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            Assert.Equal(expected, Chained(1, true, (clock, _) => clock.Advance(TimeSpan.FromSeconds(9))));
            Assert.Equal(expected, Chained(100, true, (clock, real) => NinetySteps(random, real, () => clock.Advance(TimeSpan.FromMilliseconds(100)))));
            Assert.Equal(expected, Chained(100, false, (_, real) => NinetySteps(random, real, () => Jitter(random, real, TimeSpan.FromMilliseconds(1)))));
            // A running clock that is pushed as well: real time adds to the ninety steps, the records stay.
            Assert.Equal(expected, Chained(100, false, (clock, real) => NinetySteps(random, real, () =>
            {
                Jitter(random, real, TimeSpan.FromTicks(random.Next(5_000)));
                clock.Advance(TimeSpan.FromMilliseconds(100));
            })));
        }
    }

    [Fact]
    public void Timeline_ChangesAtAnOddFrequency_LoseNothing() =>
        Prop.ForAll(Rates.Zip(Gen.Choose(0, int.MaxValue)).ArrayOf().ToArbitrary(), spells =>
        {
            const long Frequency = 3_579_545;
            var (timestamp, exact) = (0L, (Int128)0); // in millionths of a tick, times the frequency
            var timeline = Timeline.Starting(Start, 1, false, Frequency, timestamp);
            foreach (var (rate, elapsed) in spells)
            {
                timeline = timeline.MovedTo(timeline.At(timestamp), timestamp) with { Millionths = Timeline.ToMillionths(rate) };
                timestamp += elapsed;
                exact += (Int128)(elapsed * (rate * 1_000_000)) * TimeSpan.TicksPerSecond;
            }
            Assert.Equal(Start.UtcTicks + (long)(exact / Frequency / 1_000_000), timeline.ToTicks(timeline.At(timestamp)));
        }).Check(Config.QuickThrowOnFailure);

    private static List<Firing> Chained(decimal rate, bool paused, Action<SandboxClock, ManualTimeProvider> pass)
    {
        var real = new ManualTimeProvider();
        using var clock = new SandboxClock(Start, real, rate, paused);
        var run = new ClockRun(clock, real);
        run.Do(new ClockStep.Register(0, 10, TimeSpan.TicksPerSecond));
        pass(clock, real);
        real.Advance(TimeSpan.FromMilliseconds(1)); // real timers count whole milliseconds
        return run.Fired;
    }

    private static void NinetySteps(Random random, ManualTimeProvider real, Action step)
    {
        for (var i = 0; i < 90; i++)
        {
            step();
            if (random.Next(4) == 0)
                real.Advance(TimeSpan.Zero);
        }
    }

    // The span in pieces of random size, each noticed at once or late.
    private static void Jitter(Random random, ManualTimeProvider real, TimeSpan span)
    {
        while (span > TimeSpan.Zero)
        {
            var piece = TimeSpan.FromTicks(random.NextInt64(1, span.Ticks + 1));
            span -= piece;
            if (random.Next(2) == 0)
                real.Advance(piece);
            else
                real.Jump(piece);
        }
    }

    private static bool AllEqual(List<Firing> expected, List<Firing> actual) => expected.SequenceEqual(actual);

    private static IEnumerable<ClockStep[]> ShrinkByOne(ClockStep[] steps) =>
        steps.Select((_, i) => steps.Where((_, at) => at != i).ToArray());

    /// <summary>Does steps to a real clock and notes what fires.</summary>
    private sealed class ClockRun(SandboxClock clock, ManualTimeProvider real)
    {
        private readonly List<IDisposable> registered = [];

        public List<Firing> Fired { get; } = [];

        public void Do(ClockStep step)
        {
            switch (step)
            {
                case ClockStep.Register register:
                    registered.Add(Schedule(clock.GetUtcNow().AddTicks(register.In), registered.Count, 1, register));
                    break;
                case ClockStep.Cancel cancel:
                    registered.ElementAtOrDefault(cancel.Which)?.Dispose();
                    break;
                case ClockStep.Set set:
                    Assert.Equal(new ClockReading(clock.GetUtcNow(), set.Rate, set.Paused), clock.Set(set.Rate, set.Paused));
                    break;
                case ClockStep.Advance advance:
                    clock.Advance(TimeSpan.FromTicks(advance.By));
                    break;
                case ClockStep.Pass { Late: false } pass:
                    real.Advance(TimeSpan.FromMilliseconds(pass.RealMilliseconds));
                    break;
                case ClockStep.Pass pass:
                    real.Jump(TimeSpan.FromMilliseconds(pass.RealMilliseconds));
                    break;
            }
        }

        private IDisposable Schedule(DateTimeOffset due, int timer, int link, ClockStep.Register step) => clock.Schedule(due, told =>
        {
            Fired.Add(new(timer, link, told.UtcTicks, clock.GetUtcNow().UtcTicks));
            if (link < step.Links)
                Schedule(told.AddTicks(step.Gap), timer, link + 1, step);
        });
    }
}
