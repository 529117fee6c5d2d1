using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Tests.Wire;

public sealed class ValidationTests
{
    [Fact]
    public void EveryBrokenRule_IsNamedAtOnceInOrder()
    {
        var rules = new Validation();

        rules.Require((long?)null, "#/limit", 1, 10);
        rules.Require(11L, "#/queue", 0, 10);
        rules.Require(1000.5m, "#/leak_per_second", 0, 1000);
        rules.Require("", "#/name", 1, 5);
        rules.Require((bool?)null, "#/vary");
        rules.Require<List<int>>(null, "#/replicas");
        rules.Allow("123456", "#/note", 0, 5);
        rules.That(false, "#/email", "email must hold an @.");

        Assert.Equal("validation-error", rules.Problem?.Type.Slug);
        Assert.Equal(["limit", "queue", "leak_per_second", "name", "vary", "replicas", "note", "email"], rules.Problem!.Errors.Select(error => error.Field));
        Assert.Equal("limit is required.", rules.Problem.Detail);
    }

    [Fact]
    public void RulesThatHold_GiveTheValuesAndNoProblem()
    {
        var rules = new Validation();

        Assert.Equal(10, rules.Require(10L, "#/limit", 1, 10));
        Assert.Equal(0.5m, rules.Require(0.5m, "#/leak_per_second", 0, 1000));
        Assert.Equal("😀😀", rules.Require("😀😀", "#/name", 1, 2));
        Assert.True(rules.Require((bool?)true, "#/vary"));
        rules.Allow(null, "#/note", 1, 5);

        Assert.Null(rules.Problem);
    }
}
