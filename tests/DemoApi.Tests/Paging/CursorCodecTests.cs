using System.Buffers.Text;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Visualizer.DemoApi.Paging;

namespace Visualizer.DemoApi.Tests.Paging;

public sealed class CursorCodecTests
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static readonly PagedList Items = new("items", "-created_at", "created_at");
    private static readonly Cursor Sample = new("-created_at", Way.Next, new(639_048_000_000_000_000, 57));
    private static readonly CursorCodec Codec = new(new byte[32]);

    [Fact]
    public void Read_WhatWasWritten_IsTheSameCursor() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<(long Value, long? Id, bool Back)>(),
        drawn =>
        {
            var cursor = new Cursor("created_at", drawn.Back ? Way.Prev : Way.Next, new(drawn.Value, drawn.Id));
            Assert.Equal(cursor, Codec.Read(Items, Codec.Write(Items, cursor)));
        }));

    [Fact]
    public void Write_IsBase64UrlWithoutPadding_AndSaysItsVersion()
    {
        var text = Codec.Write(Items, Sample);

        Assert.True(text.Length <= CursorCodec.MaxLength && text.All(Alphabet.Contains), text);
        Assert.StartsWith("1|-created_at|next|639048000000000000|57", Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnyOtherCharacterAnywhere_IsNoCursor()
    {
        var text = Codec.Write(Items, Sample);
        var changed =
            from at in Enumerable.Range(0, text.Length)
            from other in Alphabet + "=+/% \n\0é"
            where other != text[at]
            select text[..at] + other + text[(at + 1)..];

        Assert.DoesNotContain(changed, c => Codec.Read(Items, c) is not null);
    }

    [Fact]
    public void Read_CutOrLengthenedAnywhere_IsNoCursor()
    {
        var text = Codec.Write(Items, Sample);

        Assert.DoesNotContain(Enumerable.Range(0, text.Length), length => Codec.Read(Items, text[..length]) is not null);
        Assert.All([text + "A", text + "=", text + "==", " " + text, text + "\n", text + text, new string('A', 5000)], longer => Assert.Null(Codec.Read(Items, longer)));
    }

    [Fact]
    public void Read_ForAnotherListFilterOrKey_IsForeign()
    {
        var text = Codec.Write(Items, Sample);

        Assert.Null(Codec.Read(Items with { Name = "archive" }, text));
        Assert.Null(Codec.Read(Items with { Filter = "category=books" }, text));
        Assert.Null(new CursorCodec([1, .. new byte[31]]).Read(Items, text));
    }
}
