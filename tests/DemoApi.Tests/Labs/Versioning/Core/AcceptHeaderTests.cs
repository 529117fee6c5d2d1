using FsCheck;
using FsCheck.Fluent;
using Visualizer.DemoApi.Labs.Versioning.Core;

namespace Visualizer.DemoApi.Tests.Labs.Versioning.Core;

/// <summary>RFC 9110 §12.5.1, by example and by plain model.</summary>
public sealed class AcceptHeaderTests
{
    private const string V1 = "application/vnd.visualizer.v1+json";
    private const string V2 = "application/vnd.visualizer.v2+json";

    [Theory]
    [InlineData("", V1, 1000)]
    [InlineData(" , ,", V1, 1000)]
    [InlineData("*/*", V1, 1000)]
    [InlineData("*/*;q=0.3", V1, 300)]
    [InlineData("application/*;q=0.2, */*;q=0.8", V1, 200)]
    [InlineData("*/*, application/*;q=0.2", V1, 200)]
    [InlineData($"*/*, {V1};q=0", V1, 0)]
    [InlineData($"*/*, {V1};q=0", V2, 1000)]
    [InlineData($"{V1};q=0.4, {V1};q=0.6", V1, 600)]
    [InlineData("APPLICATION/VND.Visualizer.V1+JSON", V1, 1000)]
    [InlineData($"{V1} ; Q=0.25", V1, 250)]
    [InlineData($"{V1};q=0.25;charset=utf-8", V1, 250)]
    [InlineData($"{V1};profile=\"x\"", V1, 0)]
    [InlineData($"{V1};;q=0.5;", V1, 500)]
    [InlineData("text/html", V1, 0)]
    public void Weight_IsThatOfTheMostExactEntry(string accept, string mediaType, int thousandths)
    {
        Assert.True(AcceptHeader.TryParse(accept, out var read));
        Assert.Equal(thousandths, read.ThousandthsFor(mediaType));
    }

    [Theory]
    [InlineData("application")]
    [InlineData("/json")]
    [InlineData("application/")]
    [InlineData("*/json")]
    [InlineData("application/json text/html")]
    [InlineData("application / json")]
    [InlineData("application/json;q=2")]
    [InlineData("application/json;q=1.001")]
    [InlineData("application/json;q=0.1234")]
    [InlineData("application/json;q=-1")]
    [InlineData("application/json;q=.5")]
    [InlineData("application/json;q=05")]
    [InlineData("application/json;q=0.1.2")]
    [InlineData("application/json;q=٣")]
    [InlineData("application/json;q=")]
    [InlineData("application/json;q")]
    [InlineData("application/json;a=\"b")]
    [InlineData("application/json;a=\"b\\")]
    [InlineData("application/j(son)")]
    public void WhatIsNoAccept_IsNotRead(string accept) => Assert.False(AcceptHeader.TryParse(accept, out _));

    [Fact]
    public void AnyText_IsReadOrRefused_AndNeverThrows()
    {
        var pieces = Gen.Elements("application/json", "*/*", "text/html", ";", ",", "q=", "0.5", "\"", "\\", "/", "*", "=", " ", "\t", "é", "\0", "\ud800", V2);
        var text = Gen.OneOf(ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""), pieces.ListOf().Select(string.Concat));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(Arb.From(text), t => { _ = AcceptHeader.TryParse(t, out _); }));
    }

    [Fact]
    public void WhatIsWritten_IsReadAgain_HoweverItIsSpelled() => ForAll(accepted =>
    {
        Assert.True(AcceptHeader.TryParse(accepted.Text, out var read), accepted.Text);
        Assert.Equal(accepted.Entries.Select(entry => entry.Range), read.Ranges);
    });

    [Fact]
    public void Weight_IsAsTheModelSays() => ForAll(accepted =>
    {
        Assert.True(AcceptHeader.TryParse(accepted.Text, out var read));
        foreach (var mediaType in (string[])[V1, V2, "application/json"])
            Assert.Equal(Model(accepted, mediaType), read.ThousandthsFor(mediaType));
    });

    [Fact]
    public void OrderOfTheEntries_MeansNothing() => ForAll(accepted =>
    {
        Assert.True(AcceptHeader.TryParse(accepted.Text, out var read));
        Assert.True(AcceptHeader.TryParse((accepted with { Entries = [.. accepted.Entries.Reverse()] }).Text, out var reversed));
        Assert.Equal(read.ThousandthsFor(V1), reversed.ThousandthsFor(V1));
    });

    /// <summary>First the entries that name the type itself, then its family, then everything: the first kind that has any decides.</summary>
    internal static int Model(Accepted accepted, string mediaType)
    {
        if (accepted.Entries.Count == 0)
            return 1000;
        foreach (var name in (string[])[mediaType, "application/*", "*/*"])
        {
            var weights = accepted.Entries.Where(e => !e.Range.Narrowed && $"{e.Range}" == name).Select(e => e.Range.Thousandths).ToList();
            if (weights.Count > 0)
                return weights.Max();
        }

        return 0;
    }

    private static void ForAll(Action<Accepted> holds) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Accepted.Any, holds));
}
