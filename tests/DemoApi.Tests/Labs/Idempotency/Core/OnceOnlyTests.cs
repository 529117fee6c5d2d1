using System.Text.Json;
using Visualizer.DemoApi.Labs.Idempotency.Core;

namespace Visualizer.DemoApi.Tests.Labs.Idempotency.Core;

public sealed class OnceOnlyTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 23, 11, 0, 0, TimeSpan.Zero);
    private static readonly KeyScope Scope = new("", "POST", "/orders", "k-1");
    private static readonly Fingerprint Asked = Print("""{"quantity":1}""");
    private static readonly Fingerprint Other = Print("""{"quantity":2}""");

    private readonly KeyShelf _shelf = new();
    private readonly OnceOnly<KeyShelf> _once;

    public OnceOnlyTests() => _once = new(_shelf);

    [Fact]
    public void Begin_NewKey_ExecutesOnce_AndReplaysForTwentyFourHours()
    {
        Assert.Equal(new Decision.Execute(false), _once.Begin(Scope, Asked, "a", Start));
        var answer = _once.Finish(Scope, "a", shelf => shelf.Place("ticket"))!.Answer;

        Assert.Equal(new Decision.Replay(answer), _once.Begin(Scope, Asked, "b", Start));
        Assert.Equal(new Decision.Replay(answer), _once.Begin(Scope, Asked, "b", Start.AddHours(24).AddTicks(-1)));
        Assert.Equal(new Decision.Execute(false), _once.Begin(Scope, Asked, "b", Start.AddHours(24)));
        Assert.Single(_shelf.Orders);
    }

    [Fact]
    public void Begin_WhileTheFirstRuns_IsInFlight_AndAnotherRequestIsAMismatchEvenThen()
    {
        _once.Begin(Scope, Asked, "a", Start);

        Assert.IsType<Decision.InFlight>(_once.Begin(Scope, Asked, "b", Start));
        Assert.IsType<Decision.Mismatch>(_once.Begin(Scope, Other, "c", Start));
        _once.Finish(Scope, "a", shelf => shelf.Place("ticket"));
        Assert.IsType<Decision.Mismatch>(_once.Begin(Scope, Other, "d", Start));
    }

    [Fact]
    public void Begin_AnotherClientMethodOrRoute_IsAnotherKey()
    {
        _once.Begin(Scope, Asked, "a", Start);

        Assert.All(
            [Scope with { Subject = "alice" }, Scope with { Method = "PATCH" }, Scope with { Route = "/racy/orders" }, Scope with { Key = "K-1" }],
            scope => Assert.Equal(new Decision.Execute(false), _once.Begin(scope, Asked, "b", Start)));
    }

    [Fact]
    public void Begin_AfterTheProcessDiedBeforeItsCommit_TakesOverWhenTheLeaseEnds_AndOneOrderIsPlaced()
    {
        _once.Begin(Scope, Asked, "dead", Start);

        Assert.IsType<Decision.InFlight>(_once.Begin(Scope, Asked, "b", Start + KeyRecord.Lease - TimeSpan.FromTicks(1)));
        Assert.Equal(new Decision.Execute(TakesOver: true), _once.Begin(Scope, Asked, "b", Start + KeyRecord.Lease));
        Assert.Null(_once.Finish(Scope, "dead", shelf => shelf.Place("ticket"))); // it was only slow
        Assert.NotNull(_once.Finish(Scope, "b", shelf => shelf.Place("ticket")));
        Assert.Null(_once.Finish(Scope, "dead", shelf => shelf.Place("ticket")));
        Assert.Single(_shelf.Orders);
    }

    [Fact]
    public void Finish_ThatThrows_LeavesNeitherOrderNorAnswer()
    {
        _once.Begin(Scope, Asked, "a", Start);
        Assert.Throws<InvalidOperationException>(() => _once.Finish<Outcome>(Scope, "a", shelf =>
        {
            shelf.Place("ticket");
            throw new InvalidOperationException();
        }));

        Assert.Empty(_shelf.Orders);
        Assert.IsType<Decision.InFlight>(_once.Begin(Scope, Asked, "b", Start));
    }

    [Fact]
    public void GiveUp_FreesTheKey_ButNeverAnothersOrAnAnsweredOne()
    {
        _once.Begin(Scope, Asked, "a", Start);
        Assert.False(_once.GiveUp(Scope, "b"));
        Assert.True(_once.GiveUp(Scope, "a"));
        Assert.Equal(new Decision.Execute(false), _once.Begin(Scope, Asked, "b", Start));
        _once.Finish(Scope, "b", shelf => shelf.Place("ticket"));
        Assert.False(_once.GiveUp(Scope, "b"));
    }

    [Fact]
    public void Finish_NotToBeKept_LeavesTheKeyNew()
    {
        _once.Begin(Scope, Asked, "a", Start);
        Assert.NotNull(_once.Finish(Scope, "a", _ => new Outcome(new(422, new Dictionary<string, string>(), default), Keep: false)));
        Assert.Equal(new Decision.Execute(false), _once.Begin(Scope, Other, "b", Start));
    }

    [Fact]
    public async Task Fifty_AtOnce_PlaceOneOrder()
    {
        var decisions = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() =>
        {
            var decision = _once.Begin(Scope, Asked, $"a{i}", Start);
            if (decision is Decision.Execute)
                _once.Finish(Scope, $"a{i}", shelf => shelf.Place("ticket"));
            return decision;
        })));

        Assert.Single(decisions, decision => decision is Decision.Execute);
        Assert.Single(_shelf.Orders);
    }

    [Fact]
    public void CheckThenAct_TwoLookBeforeOneActs_PlacesTwo_AndRepeatsTheLast()
    {
        var racy = new CheckThenAct<KeyShelf>(_shelf);
        Assert.Equal(new Decision.Execute(false), racy.LookUp(Scope, Asked, Start));
        Assert.Equal(new Decision.Execute(false), racy.LookUp(Scope, Asked, Start));
        racy.Act(Scope, Asked, "a", Start, shelf => shelf.Place("ticket"));
        var last = racy.Act(Scope, Asked, "b", Start, shelf => shelf.Place("ticket"));

        Assert.Equal(2, _shelf.Orders.Count);
        Assert.Equal(new Decision.Replay(last.Answer), racy.LookUp(Scope, Asked, Start));
        Assert.IsType<Decision.Mismatch>(racy.LookUp(Scope, Other, Start));
    }

    [Fact]
    public void Fingerprint_CountsMethodRouteClientAndMeaning()
    {
        var body = JsonElement.Parse("""{"a":1,"b":2}""");
        var print = Fingerprint.Of(Scope, body);

        Assert.Equal(64, print.Hex.Length);
        Assert.Equal(print, Fingerprint.Of(Scope with { Key = "another" }, JsonElement.Parse("""{ "b": 2.0, "a": 1 }""")));
        Assert.All(
            [Scope with { Subject = "alice" }, Scope with { Method = "PUT" }, Scope with { Route = "/x" }],
            scope => Assert.NotEqual(print, Fingerprint.Of(scope, body)));
    }

    private static Fingerprint Print(string body) => Fingerprint.Of(Scope, JsonElement.Parse(body));
}
