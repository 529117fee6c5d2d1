using System.Text.RegularExpressions;

namespace Visualizer.Dashboard.Tests.Look;

public sealed partial class StylesheetTests
{
    public static TheoryData<string> Stylesheets => new(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Dashboard"), "*.razor.css", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "wwwroot-assets", "css"), "*.css"))
            .Where(file => !file.EndsWith("tokens.css", StringComparison.Ordinal) && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Repository.Root, file)));

    [Theory, MemberData(nameof(Stylesheets))]
    public void Stylesheet_OutsideTokens_NamesNoRawValue(string file) =>
        Assert.Empty(RawValue().Matches(WithoutCommentsAndBreakpoints(file)).Select(m => m.Value));

    [Theory, MemberData(nameof(Stylesheets))]
    public void Stylesheet_Variables_AreDefined(string file)
    {
        var css = WithoutCommentsAndBreakpoints(file);
        var own = Defined().Matches(css + Repository.Read("wwwroot-assets/css/tokens.css")).Select(m => m.Groups[1].Value).Concat(["--chars", "--done"]).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(Used().Matches(css).Select(m => m.Groups[1].Value).Where(name => !own.Contains(name)).Distinct(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Stylesheets))]
    public void Stylesheet_Anything_FetchesNothing(string file) => Assert.DoesNotMatch(@"@import|@font-face|url\(", Repository.Read(file));

    /// <summary>Custom properties cannot stand in a media query, so breakpoints are written out.</summary>
    private static string WithoutCommentsAndBreakpoints(string file) => Skipped().Replace(Repository.Read(file), "");

    [GeneratedRegex(@"/\*.*?\*/|@(media|container)[^{]*", RegexOptions.Singleline)]
    private static partial Regex Skipped();

    [GeneratedRegex(@"#[0-9a-fA-F]{3,8}\b(?![^{}]*\{)|\b(rgba?|hsla?|oklch|oklab)\(|(?<![\w.-])\d*\.?\d+(px|rem|ms|s)\b")]
    private static partial Regex RawValue();

    [GeneratedRegex(@"(--[\w-]+)\s*:")]
    private static partial Regex Defined();

    [GeneratedRegex(@"var\((--[\w-]+)")]
    private static partial Regex Used();
}
