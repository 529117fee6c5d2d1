using FsCheck;
using FsCheck.Fluent;
using Visualizer.DemoApi.Labs.RateLimiting.Core;
using Visualizer.DemoApi.Tests.Labs.RateLimiting.Core.Models;

namespace Visualizer.DemoApi.Tests.Labs.RateLimiting.Core;

/// <summary>Every algorithm against its plain model, over random traces with bursts, edges, decades and clocks that go back.</summary>
public sealed class LimiterProperties
{
    private const long FarFuture = 200 * 365 * TimeSpan.TicksPerDay;

    public static TheoryData<string> Algorithms => Algorithm.Names;

    [Theory, MemberData(nameof(Algorithms))]
    public void Take_AnyTrace_DecidesLikeTheModel(string name) => Replay(name, (_, model, _, now, cost, decision) =>
    {
        Assert.Equal(model.Take(now, cost), decision.Admitted);
        Assert.Equal(model.RemainingAt(model.Advance(now)), decision.Remaining);
    });

    [Theory, MemberData(nameof(Algorithms))]
    public void Take_Refused_TellsTheShortestWaitThatHelps(string name) => Replay(name, (_, model, _, now, cost, decision) =>
    {
        if (model.Take(now, cost)) Assert.Equal(0, decision.RetryAfterTicks);
        else AssertFirst(at => model.Fits(at, cost), now, decision.RetryAfterTicks);
    });

    [Theory, MemberData(nameof(Algorithms))]
    public void Take_Always_TellsWhenTheQuotaIsFullAgain(string name) => Replay(name, (_, model, _, now, cost, decision) =>
    {
        model.Take(now, cost);
        AssertFirst(model.IsFresh, now, decision.ResetTicks);
    });

    [Theory, MemberData(nameof(Algorithms))]
    public void Take_RefusedAndWaitedAsTold_IsAdmitted(string name) => Replay(name, (limiter, model, _, now, cost, decision) =>
    {
        model.Take(now, cost);
        if (decision.Admitted || decision.RetryAfterTicks == Decision.Never) return;
        var later = now + decision.RetryAfterTicks;
        Assert.True(limiter.Take(later, cost).Admitted);
        Assert.True(model.Take(later, cost));
    });

    [Theory, MemberData(nameof(Algorithms))]
    public void Forecast_AnyTrace_ShowsTheLevelThatComes(string name) => Replay(name, (limiter, model, period, now, cost, decision) =>
    {
        model.Take(now, cost);
        var forecast = limiter.Forecast(now);
        Assert.Equal(now, forecast[0].At);
        Assert.InRange(forecast.Count, 1, 64);
        Assert.Equal(forecast.Select(point => point.At).Order(), forecast.Select(point => point.At));

        var latest = model.Advance(now);
        long[] waits = [0, 1, period / 7, period / 2, period, 3 * period, FarFuture];
        foreach (var at in waits.Select(wait => latest + wait).Concat(forecast.Select(corner => corner.At)))
        {
            AssertShows(model, Drawn.LevelAt(forecast, at), Math.Max(at, latest));
            AssertShows(model, limiter.Forecast(at)[0].Level, Math.Max(at, latest));
        }
    });

    private static void AssertShows(Model model, double drawn, long at)
    {
        var level = model.LevelAt(at).ToDouble();
        if (model is LeakyBucketModel) Assert.InRange(drawn, level - 1.001, level + 0.001); // a fluid between two departures
        else Assert.Equal(level, drawn, 0.001);
    }

    /// <summary>Holds at exactly that time and not one tick sooner; or never.</summary>
    private static void AssertFirst(Func<long, bool> holds, long now, long ticks)
    {
        if (ticks == Decision.Never) Assert.False(holds(now + FarFuture));
        else
        {
            Assert.InRange(ticks, 0, long.MaxValue);
            Assert.True(holds(now + ticks), "too soon");
            if (ticks > 0) Assert.False(holds(now + ticks - 1), "too late");
        }
    }

    private static void Replay(string name, Action<ILimiter, Model, long, long, long, Decision> check)
    {
        var algorithm = Algorithm.All[name];
        var property = Prop.ForAll(Trace.Around(algorithm.Period), trace =>
        {
            var (limiter, model, now) = (algorithm.Limiter(), algorithm.Model(), SandboxTime.Start);
            foreach (var step in trace.Steps)
            {
                now += step.Later;
                var cost = 1 + step.Cost % algorithm.MaxCost;
                check(limiter, model, algorithm.Period, now, cost, limiter.Take(now, cost));
            }
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(60), property);
    }
}
