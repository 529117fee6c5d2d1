using FsCheck;
using FsCheck.Fluent;
using Visualizer.DemoApi.Labs.ErrorContracts.Core;

namespace Visualizer.DemoApi.Tests.Labs.ErrorContracts.Core;

public sealed class GateWalkTests
{
    [Fact]
    public void Gates_InOrder_AnswerTheErrorsInTheOrderOfTheContract()
    {
        Assert.Equal(Enumerable.Range(1, 8), Gates.All.Select(gate => gate.Number));
        Assert.Equal(
            [404, 405, 400, 401, 403, 404, 429, 415, 413, 400, 404, 428, 412, 422, 409],
            Gates.All.SelectMany(gate => gate.Refusals).Select(refusal => refusal.Status));
    }

    /// <summary>Whichever gates would refuse, the first of them answers and no later one is asked.</summary>
    [Fact]
    public void Through_AnyFaults_StopsAtTheFirstAndAsksNoFurther() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.ArrayOf(ArbMap.Default.GeneratorFor<bool>(), 8).ToArbitrary(), shut =>
        {
            var asked = new List<int>();
            var keepers = Gates.All.Select(gate => new Keeper<bool[], string>(gate, faults =>
            {
                asked.Add(gate.Number);
                return new(faults[gate.Number - 1] ? $"{gate.Refusals[0].Status}" : null);
            })).ToList();
            var walk = new GateWalk();
            var refused = walk.ThroughAsync(shut, keepers, text => (int.Parse(text), "no")).AsTask().Result;

            var first = Array.IndexOf(shut, true);
            Assert.Equal(Enumerable.Range(1, first < 0 ? 8 : first + 1), asked);
            Assert.Equal(asked, walk.Answers.Select(answer => answer.Gate.Number));
            Assert.Equal(first < 0 ? null : $"{Gates.All[first].Refusals[0].Status}", refused);
            Assert.Equal(first < 0 ? null : Gates.All[first], walk.Stop?.Gate);
            Assert.All(walk.Answers, answer => Assert.Equal(answer.Opened, answer.Status is null));
        }));

    [Fact]
    public void Walk_OutOfTurn_IsABug()
    {
        var walk = new GateWalk();
        walk.Pass(Gates.Readable);
        Assert.Throws<InvalidOperationException>(() => walk.Pass(Gates.Quota));
        Assert.Throws<InvalidOperationException>(() => walk.Pass(Gates.Readable));
    }

    [Fact]
    public void Walk_PastAShutGate_IsABug()
    {
        var walk = new GateWalk();
        walk.StopAt(Gates.Who, 401, "no token");
        Assert.Throws<InvalidOperationException>(() => walk.Pass(Gates.May));
    }

    [Fact]
    public void Gate_WithAStatusThatIsNotItsOwn_IsABug() => Assert.Throws<InvalidOperationException>(() => new GateWalk().StopAt(Gates.Valid, 404, "?"));
}
