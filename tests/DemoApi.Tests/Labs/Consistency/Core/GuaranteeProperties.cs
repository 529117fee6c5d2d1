using FsCheck;
using FsCheck.Fluent;
using Visualizer.DemoApi.Labs.Consistency.Core;

namespace Visualizer.DemoApi.Tests.Labs.Consistency.Core;

/// <summary>Over random schedules with pauses and partitions, no policy breaks what it promises; and what it does not promise, it breaks in some.</summary>
public sealed class GuaranteeProperties
{
    private static readonly Guarantee[] Everything = Enum.GetValues<Guarantee>();

    private static readonly Dictionary<string, (Policy Policy, Guarantee[] Promises, Guarantee[] Breaks)> Policies = new()
    {
        ["any"] = (new(ReadPolicy.Any),
            [Guarantee.MonotonicWrites, Guarantee.WritesFollowReads],
            [Guarantee.Linearizable, Guarantee.ReadYourWrites, Guarantee.MonotonicReads, Guarantee.BoundedStaleness]),
        ["any, out of order"] = (new(ReadPolicy.Any, InOrder: false), [], Everything),
        ["monotonic"] = (new(ReadPolicy.Any, Monotonic: true),
            [Guarantee.MonotonicReads, Guarantee.MonotonicWrites, Guarantee.WritesFollowReads],
            [Guarantee.Linearizable, Guarantee.ReadYourWrites, Guarantee.BoundedStaleness]),
        ["monotonic, out of order"] = (new(ReadPolicy.Any, Monotonic: true, InOrder: false), [Guarantee.MonotonicReads], [Guarantee.ReadYourWrites]),
        ["bounded"] = (new(ReadPolicy.Any, MaxAgeTicks: Run.Bound), [Guarantee.BoundedStaleness], [Guarantee.Linearizable, Guarantee.ReadYourWrites, Guarantee.MonotonicReads]),
        ["session"] = (new(ReadPolicy.Session),
            [Guarantee.ReadYourWrites, Guarantee.MonotonicReads, Guarantee.MonotonicWrites, Guarantee.WritesFollowReads],
            [Guarantee.Linearizable, Guarantee.BoundedStaleness]),
        ["session, out of order"] = (new(ReadPolicy.Session, InOrder: false), [Guarantee.ReadYourWrites, Guarantee.MonotonicReads], [Guarantee.Linearizable]),
        ["primary"] = (new(ReadPolicy.Primary), Everything, []),
        ["R=1, W=1"] = (new(ReadPolicy.Quorum, WritePolicy.Quorum, 1, 1), [], [Guarantee.Linearizable, Guarantee.ReadYourWrites, Guarantee.MonotonicReads]),
        ["R=2, W=1"] = (new(ReadPolicy.Quorum, WritePolicy.Quorum, 2, 1), [], [Guarantee.Linearizable, Guarantee.ReadYourWrites, Guarantee.MonotonicReads]),
        ["R=1, W=2"] = (new(ReadPolicy.Quorum, WritePolicy.Quorum, 1, 2), [], [Guarantee.Linearizable, Guarantee.ReadYourWrites, Guarantee.MonotonicReads]),
        ["R=2, W=2"] = (new(ReadPolicy.Quorum, WritePolicy.Quorum, 2, 2), Everything, []),
        ["R=2, W=2, out of order"] = (new(ReadPolicy.Quorum, WritePolicy.Quorum, 2, 2, InOrder: false), [Guarantee.Linearizable, Guarantee.ReadYourWrites, Guarantee.MonotonicReads], []),
        ["R=3, W=1"] = (new(ReadPolicy.Quorum, WritePolicy.Quorum, 3, 1), Everything, []),
        ["R=1, W=3"] = (new(ReadPolicy.Quorum, WritePolicy.Quorum, 1, 3), Everything, []),
        ["any after writes to all"] = (new(ReadPolicy.Any, WritePolicy.All), Everything, []),
    };

    public static TheoryData<string> Names => [.. Policies.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Policy_AnySchedule_BreaksNothingItPromises(string name)
    {
        var (policy, promises, _) = Policies[name];
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(120),
            Prop.ForAll(Schedules.Any, steps => !Run.Of(policy, steps).Broken.Intersect(promises).Any()));
        Assert.All(Schedules.Series.Take(300), steps => Assert.Empty(Run.Of(policy, steps).Broken.Intersect(promises)));
    }

    [Theory, MemberData(nameof(Names))]
    public void Policy_SomeSchedule_BreaksEachThingItDoesNotPromise(string name)
    {
        var (policy, _, breaks) = Policies[name];
        var missing = breaks.ToHashSet();
        using var schedules = Schedules.Series.GetEnumerator();
        while (missing.Count > 0 && schedules.MoveNext())
            missing.ExceptWith(Run.Of(policy, schedules.Current).Broken);
        Assert.Empty(missing);
    }

    [Theory, MemberData(nameof(Names))]
    public void WritesStop_AndTheNetworkHeals_AllNodesAreAlike(string name) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(100).WithEndSize(80),
        Prop.ForAll(Schedules.Any, steps =>
        {
            var run = Run.Of(Policies[name].Policy, steps);
            run.Settle();
            Assert.Null(run.Cluster.NextArrival);
            for (var key = 0; key <= 3; key++)
                Assert.Single(run.Cluster.Nodes.Select(n => Cluster.VersionAt(n, key)).Distinct());
        }));

    [Fact]
    public void Series_IsNoEmptyTalk()
    {
        var runs = Schedules.Series.Take(400).Select(steps => Run.Of(new(ReadPolicy.Quorum, WritePolicy.Quorum, 2, 2), steps)).ToList();
        Assert.True(runs.Sum(r => r.Reads) > 4_000);
        Assert.True(runs.Sum(r => r.Refused) > 200); // partitions bite
    }
}
