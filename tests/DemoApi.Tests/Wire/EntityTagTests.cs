using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Primitives;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Tests.Wire;

public sealed class EntityTagTests
{
    private static readonly Gen<EntityTag> AnyTag =
        Gen.Elements([.. "!#$%&'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~\u00e9\u00ff".ToCharArray()]).ArrayOf()
            .SelectMany(opaque => Gen.Elements(true, false).Select(weak => new EntityTag(new string(opaque), weak)));

    // RFC 9110 §8.8.3.2, the table.
    [Theory]
    [InlineData("W/\"1\"", "W/\"1\"", false, true)]
    [InlineData("W/\"1\"", "W/\"2\"", false, false)]
    [InlineData("W/\"1\"", "\"1\"", false, true)]
    [InlineData("\"1\"", "W/\"1\"", false, true)]
    [InlineData("\"1\"", "\"1\"", true, true)]
    [InlineData("\"a\"", "\"A\"", false, false)]
    public void Comparison_IsAsTheStandardsTableHasIt(string one, string other, bool strongly, bool weakly)
    {
        Assert.True(EntityTag.TryParse(one, out var a) && EntityTag.TryParse(other, out var b) && (a.MatchesStrongly(b), a.MatchesWeakly(b)) == (strongly, weakly));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("\"abc")]
    [InlineData("abc\"")]
    [InlineData("\"a\"b\"")]
    [InlineData("\"a b\"")]
    [InlineData("w/\"abc\"")]
    [InlineData("W/abc")]
    [InlineData("W\"abc\"")]
    [InlineData("\"a\", \"b\"")]
    [InlineData("\"a\" ")]
    [InlineData("\"")]
    [InlineData("W/\"")]
    [InlineData("W/")]
    [InlineData("*")]
    [InlineData("")]
    [InlineData(null)]
    public void WhatIsNoTag_IsNotRead(string? text) => Assert.False(EntityTag.TryParse(text, out _));

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"a,b\"", "a,b")]
    [InlineData("W/\"a\\\"", "a\\")]
    public void OddTag_IsRead(string text, string opaque) => Assert.True(EntityTag.TryParse(text, out var tag) && tag.Opaque == opaque && tag.ToString() == text);

    [Theory]
    [InlineData("\"a,b\"", "\"a,b\"")]
    [InlineData("\"a\",\"b\"", "\"a\" \"b\"")]
    [InlineData(" , ,\t\"a\" ,, W/\"b\", ", "\"a\" W/\"b\"")]
    [InlineData("abc", "")]
    [InlineData("abc, \"a\"", "\"a\"")]
    [InlineData("\"a b\", \"c\"", "\"c\"")]
    [InlineData("\"a\"b, \"c\"", "\"c\"")]
    [InlineData("\"a\" \"b\", \"c\"", "\"c\"")]
    [InlineData("\"a\", *", "\"a\"")]
    [InlineData("*, *", "")]
    [InlineData("", "")]
    public void List_HoldsTheTagsThatCanBeRead(string text, string tags)
    {
        var list = EntityTagList.Parse(text)!;

        Assert.Equal((false, tags), (list.IsAny, string.Join(' ', list.Tags)));
    }

    [Theory]
    [InlineData("*")]
    [InlineData(" *\t")]
    public void Star_Alone_IsAnything(string text) => Assert.True(EntityTagList.Parse(text)!.MatchesStrongly(null));

    [Fact]
    public void NoLine_IsNoList() => Assert.Null(EntityTagList.Parse(StringValues.Empty));

    [Fact]
    public void Lines_AreOneList() => Assert.Equal("\"a\" \"b\"", string.Join(' ', EntityTagList.Parse(new StringValues(["\"a\"", "\"b\""]))!.Tags));

    [Fact]
    public void AnyList_IsReadAsItWasWritten() => Prop.ForAll(
        AnyTag.ListOf().SelectMany(tags => Gen.Elements(",", ", ", "\t,,  ").Select(between => (Tags: tags.ToList(), Between: between))).ToArbitrary(),
        written => EntityTagList.Parse(string.Join(written.Between, written.Tags))!.Tags.SequenceEqual(written.Tags)).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyText_IsReadOrLeftOutButNeverThrows() => Prop.ForAll(
        Gen.Elements('"', ',', '*', ' ', '\t', 'W', 'w', '/', 'a', '\\', '\u007f', '\u00e9').ArrayOf().ToArbitrary(),
        text => EntityTagList.Parse(new string(text))!.Tags.All(tag => new string(text).Contains(tag.ToString()))).QuickCheckThrowOnFailure();

    [Fact]
    public void Comparison_IsSymmetric_AndStrongMeansWeakToo() => Prop.ForAll(
        AnyTag.Two().ToArbitrary(),
        pair => pair.Item1.MatchesWeakly(pair.Item2) == pair.Item2.MatchesWeakly(pair.Item1)
            && pair.Item1.MatchesStrongly(pair.Item2) == pair.Item2.MatchesStrongly(pair.Item1)
            && (!pair.Item1.MatchesStrongly(pair.Item2) || pair.Item1.MatchesWeakly(pair.Item2))).QuickCheckThrowOnFailure();
}
