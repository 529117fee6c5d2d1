using System.Text.RegularExpressions;

namespace Visualizer.Dashboard.Tests.Look;

public sealed partial class TokensTests
{
    private static readonly Dictionary<string, (Colour Light, Colour Dark)> Colours = Pairs()
        .Matches(Repository.Read("wwwroot-assets/css/tokens.css"))
        .ToDictionary(m => m.Groups[1].Value, m => (Colour.Parse(m.Groups[2].Value), Colour.Parse(m.Groups[3].Value)), StringComparer.Ordinal);

    private static readonly string[] Outcomes = ["ok", "same", "refuse", "fail", "replay"];

    public static TheoryData<string, string> TextOnGround => Rows(
        from ground in new[] { "paper", "surface", "sunken", "raised" }
        from text in new[] { "ink", "ink-2", "ink-3", "ok", "same", "refuse", "fail", "replay" }
        select (text, ground));

    public static TheoryData<string, string> TextOnItsOwn => Rows(Outcomes.Select(name => (name, $"{name}-soft")).Append(("accent-ink", "accent")).Append(("accent-ink", "accent-hover")));

    public static TheoryData<string, string> Marks => Rows(
        from ground in new[] { "paper", "surface", "raised" }
        from mark in new[] { "line-strong", "level", "focus", "ok", "same", "refuse", "fail", "replay" }
        select (mark, ground));

    [Theory, MemberData(nameof(TextOnGround)), MemberData(nameof(TextOnItsOwn))]
    public void Text_OnItsGround_HasContrastOfFourAndAHalf(string text, string ground) => AssertContrast(text, ground, 4.5);

    [Theory, MemberData(nameof(Marks))]
    public void Mark_OnItsGround_HasContrastOfThree(string mark, string ground) => AssertContrast(mark, ground, 3);

    [Theory]
    [InlineData("everyone", new double[] { 1, 0, 0, 0, 1, 0, 0, 0, 1 })]
    [InlineData("protanopia", new[] { .152286, 1.052583, -.204868, .114503, .786281, .099216, -.003882, -.048116, 1.051998 })]
    [InlineData("deuteranopia", new[] { .367322, .860646, -.227968, .280085, .672501, .047413, -.011820, .042940, .968881 })]
    [InlineData("tritanopia", new[] { 1.255528, -.076749, -.178779, -.078411, .930809, .147602, .004733, .691367, .303900 })]
    public void Outcomes_ThroughAnyEye_StayApart(string eye, double[] matrix)
    {
        var pairs = from a in Outcomes from b in Outcomes where string.CompareOrdinal(a, b) < 0 select (a, b);
        foreach (var (a, b) in pairs)
        {
            var light = Colours[a].Light.SeenThrough(matrix).Distance(Colours[b].Light.SeenThrough(matrix));
            var dark = Colours[a].Dark.SeenThrough(matrix).Distance(Colours[b].Dark.SeenThrough(matrix));
            Assert.True(Math.Min(light, dark) >= 9, $"{a} and {b} for {eye}: {light:0.0} light, {dark:0.0} dark");
        }
    }

    private static TheoryData<string, string> Rows(IEnumerable<(string, string)> pairs)
    {
        var rows = new TheoryData<string, string>();
        foreach (var (a, b) in pairs) rows.Add(a, b);
        return rows;
    }

    private static void AssertContrast(string mark, string ground, double least)
    {
        var light = Colours[mark].Light.Contrast(Colours[ground].Light);
        var dark = Colours[mark].Dark.Contrast(Colours[ground].Dark);
        Assert.True(Math.Min(light, dark) >= least, $"{mark} on {ground}: {light:0.00} light, {dark:0.00} dark, needs {least}");
    }

    [GeneratedRegex(@"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")]
    private static partial Regex Pairs();
}
