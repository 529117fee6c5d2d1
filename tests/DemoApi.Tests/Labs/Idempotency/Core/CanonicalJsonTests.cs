using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Visualizer.DemoApi.Labs.Idempotency.Core;

namespace Visualizer.DemoApi.Tests.Labs.Idempotency.Core;

public sealed class CanonicalJsonTests
{
    private static readonly Gen<string> Scalars = Gen.Elements(
        "null", "true", "false", "0", "-0", "1", "2.0", "20e-1", "9007199254740993", "9007199254740992", "1e400", "-3.50", "\"\"", "\"a\"", "\"\\u0061\"", "\"é\"", "\"\\\"\"");

    private static readonly Gen<string> Names = Gen.Elements("a", "b", "\\u0061b", "z", "é");

    [Theory]
    [InlineData("""{"a":1,"b":[true,null]}""", """ { "b" : [ true , null ] , "a" : 1.0 } """)]
    [InlineData("""{"product_id":1,"quantity":2}""", """{"quantity":20e-1,"product_id":1}""")]
    [InlineData("\"\\u0041\\/\"", "\"A/\"")]
    [InlineData("0", "-0.0e7")]
    [InlineData("120", "1.2E+2")]
    [InlineData("0.0012", "12e-4")]
    public void Of_TheSameMeaning_IsTheSameText(string one, string other) => Assert.Equal(Canonical(one), Canonical(other));

    [Theory]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("[1,2]", "[2,1]")]
    [InlineData("{}", "{\"note\":null}")]
    [InlineData("1", "\"1\"")]
    [InlineData("1", "-1")]
    [InlineData("10", "1")]
    [InlineData("\"a\"", "\"A\"")]
    [InlineData("[[],1]", "[[1]]")]
    [InlineData("""{"a":"b\",\"c\":\"d"}""", """{"a":"b","c":"d"}""")]
    public void Of_AnotherMeaning_IsAnotherText(string one, string other) => Assert.NotEqual(Canonical(one), Canonical(other));

    [Fact]
    public void Of_AnyJson_IsJsonOfTheSameMeaning_WhateverItsSpacesAndOrder() => Prop.ForAll(Arb.From(Documents(3)), document =>
    {
        var canonical = Canonical(document.Tidy);
        Assert.Equal(canonical, Canonical(document.Shuffled));
        Assert.Equal(canonical, Canonical(canonical));
        Assert.DoesNotContain(' ', canonical);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(document.Tidy), JsonElement.Parse(canonical)));
    }).QuickCheckThrowOnFailure();

    private static string Canonical(string json) => CanonicalJson.Of(JsonElement.Parse(json));

    /// <summary>One document in two spellings: members the other way round and blanks everywhere in the second.</summary>
    private sealed record Spelled(string Tidy, string Shuffled);

    private static Gen<Spelled> Documents(int depth)
    {
        var scalar = Scalars.Select(text => new Spelled(text, $" {text}\n"));
        if (depth == 0)
            return scalar;
        var inner = Documents(depth - 1);
        var list = inner.ListOf().Select(items => new Spelled($"[{string.Join(',', items.Select(i => i.Tidy))}]", $"[ {string.Join(" , ", items.Select(i => i.Shuffled))} ]"));
        var members = Names.Zip(inner, (name, value) => (Name: name, Value: value)).ListOf().Select(all => all.DistinctBy(m => m.Name).ToList());
        var record = members.Select(all => new Spelled(
            $"{{{string.Join(',', all.Select(m => $"\"{m.Name}\":{m.Value.Tidy}"))}}}",
            $"{{ {string.Join(" , ", Enumerable.Reverse(all).Select(m => $"\"{m.Name}\" : {m.Value.Shuffled}"))} }}"));
        return Gen.OneOf(scalar, list, record);
    }
}
