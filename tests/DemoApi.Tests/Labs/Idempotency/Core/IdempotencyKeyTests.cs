using FsCheck;
using FsCheck.Fluent;
using Visualizer.DemoApi.Labs.Idempotency.Core;

namespace Visualizer.DemoApi.Tests.Labs.Idempotency.Core;

public sealed class IdempotencyKeyTests
{
    private static readonly Gen<string> Printable = Gen.Choose(' ', '~').Select(c => (char)c).ArrayOf().Select(letters => new string(letters));

    [Theory]
    [InlineData("\"8e03978e-40d5-43dd-bc93-6894a57f9324\"", "8e03978e-40d5-43dd-bc93-6894a57f9324")]
    [InlineData("abc", "abc")]
    [InlineData("\"abc\"", "abc")]
    [InlineData("123", "123")]
    [InlineData("?1", "?1")]
    [InlineData("a\\b", "a\\b")]
    [InlineData("\"a b,c;d\"", "a b,c;d")]
    [InlineData("\"a\\\"b\\\\c\"", "a\"b\\c")]
    public void Parse_Key_IsItsText(string field, string key) => Assert.Equal(key, IdempotencyKey.Parse(field)?.Text);

    [Theory]
    [InlineData("\"a\";x=1")]
    [InlineData("\"a\";x")]
    [InlineData("\"a\"; x=1; y=\"b;c\";*z=tok/en:1")]
    [InlineData("\"a\";x=-1.5;y=?0;z=:YWJj:;d=@1659578233;e=%\"f%c3%bc\"")]
    [InlineData("\"a\" ")]
    public void Parse_Parameters_AreIgnored(string field) => Assert.Equal("a", IdempotencyKey.Parse(field)?.Text);

    [Theory]
    [InlineData("")]
    [InlineData("\"\"")]
    [InlineData("\"")]
    [InlineData("\"abc")]
    [InlineData("abc\"")]
    [InlineData("\"a\"b")]
    [InlineData("\"a\\b\"")]
    [InlineData("\"a\", \"b\"")]
    [InlineData("a,b")]
    [InlineData("a;x=1")]
    [InlineData("a b")]
    [InlineData("\"é\"")]
    [InlineData("é")]
    [InlineData("\"a\tb\"")]
    [InlineData("\"a\";")]
    [InlineData("\"a\";X=1")]
    [InlineData("\"a\";x=")]
    [InlineData("\"a\";x=1.2345")]
    [InlineData("\"a\";x=é")]
    [InlineData("\"a\" ;x=1")]
    public void Parse_WhatIsNoKey_IsNull(string field) => Assert.Null(IdempotencyKey.Parse(field));

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public void Parse_Length_CountsTheText(int length, bool fits)
    {
        Assert.Equal(fits, IdempotencyKey.Parse(new string('k', length)) is not null);
        Assert.Equal(fits, IdempotencyKey.Parse($"\"{new string('k', length)}\"") is not null);
        Assert.Equal(fits, IdempotencyKey.Parse($"\"{string.Concat(Enumerable.Repeat("\\\"", length))}\"") is not null);
    }

    [Fact]
    public void Parse_AnyPrintableTextInQuotes_ComesBackWhole() => Prop.ForAll(Arb.From(Printable), text =>
        Assert.Equal(text.Length is 0 or > 255 ? null : text, IdempotencyKey.Parse($"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"")?.Text)).QuickCheckThrowOnFailure();

    [Fact]
    public void Parse_AnyText_IsABareKeyOrAStringOrNothing() => Prop.ForAll(Arb.From(Printable), text =>
    {
        var bare = text.Length is > 0 and <= 255 && !text.Any(c => c is ' ' or '"' or ',' or ';');
        if (!text.StartsWith('"'))
            Assert.Equal(bare ? text : null, IdempotencyKey.Parse(text)?.Text);
    }).QuickCheckThrowOnFailure();
}
