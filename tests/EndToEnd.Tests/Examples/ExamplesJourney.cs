using Visualizer.EndToEnd.Tests.Support;
using Visualizer.Tests.Support;

namespace Visualizer.EndToEnd.Tests.Examples;

/// <summary>What the documentation shows runs, and is shown as it runs.</summary>
public sealed class ExamplesJourney(Browser browser, House house) : Journey(browser, house)
{
    [Fact]
    public Task RetryAfterExample_Runs() => WalkAsync(page => RetryAfterExample.RunAsync(page, Root));

    [Theory]
    [InlineData("csharp", "tests/EndToEnd.Tests/Examples/RetryAfterExample.cs")]
    [InlineData("ts", "docs/examples/retry-after.spec.ts")]
    public void UiTestingDocument_ShowsTheFile(string language, string file)
    {
        var document = File.ReadAllText(Path.Combine(RepositoryRoot, "docs", "ui-testing.md")).ReplaceLineEndings("\n");
        var shown = document.Split($"```{language}\n")[1].Split("\n```")[0];
        Assert.Equal(File.ReadAllText(Path.Combine(RepositoryRoot, file)).ReplaceLineEndings("\n").Trim(), shown.Trim());
    }
}
