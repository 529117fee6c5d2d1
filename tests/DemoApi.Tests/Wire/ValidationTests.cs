using System.ComponentModel.DataAnnotations;
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

    internal sealed record Declared(
        [Required, Range(1, 10)] long? Limit,
        [Required, StringLength(3, MinimumLength = 1)] string? Name,
        [RegularExpression("^[a-z]+$", ErrorMessage = "slug takes small letters only.")] string? Slug,
        [EmailAddress] string? Email,
        [MaxLength(1)] IReadOnlyList<string>? Tags);

    [Fact]
    public void DeclaredRules_AreCheckedInTheOrderOfTheMembers()
    {
        var rules = new Validation().Check(new Declared(11, "", "X", "nobody", ["a", "b"]));

        Assert.Equal(
            [
                "limit must be from 1 to 10.", "name must have 1 to 3 characters.", "slug takes small letters only.",
                "email must be an e-mail address such as user@domain.com.", "tags must have at most 1 entries.",
            ],
            rules.Problem!.Errors.Select(error => error.Detail));
        Assert.Equal(["limit", "name"], new Validation().Check(new Declared(null, null, null, null, null)).Problem!.Errors.Select(error => error.Field));
    }

    [Fact]
    public void DeclaredRules_ThatHold_SayNothing() =>
        Assert.Null(new Validation().Check(new Declared(1, "😀😀😀", "slug", "a@b.example", ["a"])).Problem);
}
