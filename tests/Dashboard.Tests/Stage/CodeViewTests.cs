using Bunit;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Labs;

namespace Visualizer.Dashboard.Tests.Stage;

public sealed class CodeViewTests : BunitContext
{
    [Fact]
    public void CodeView_Opened_ShowsTheFirstFileAsCompiled()
    {
        var code = RenderCode("FixedWindow.cs", "TokenBucket.cs");

        Assert.Equal(CoreSource.Read("RateLimiting", "FixedWindow.cs"), code.Find("pre").TextContent);
        Assert.Contains("class FixedWindow", code.Find("pre").TextContent, StringComparison.Ordinal);
        Assert.Equal("0", code.Find("pre").GetAttribute("tabindex"));
    }

    [Fact]
    public void CodeView_Picked_ShowsThatFile()
    {
        var code = RenderCode("FixedWindow.cs", "TokenBucket.cs");

        code.Find("select").Change("TokenBucket.cs");

        Assert.Contains("class TokenBucket", code.Find("pre").TextContent, StringComparison.Ordinal);
        Assert.Equal("TokenBucket.cs", code.Find("pre").GetAttribute("aria-label"));
    }

    [Fact]
    public void CodeView_PickedWhatIsNotOffered_StaysAsItIs()
    {
        var code = RenderCode("FixedWindow.cs");

        code.Find("select").Change("Gate.cs");

        Assert.Contains("class FixedWindow", code.Find("pre").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void CoreSource_UnknownFile_IsNotFound() =>
        Assert.Throws<FileNotFoundException>(() => CoreSource.Read("RateLimiting", "../RateLimitingLab.cs"));

    private IRenderedComponent<CodeView> RenderCode(params string[] files) =>
        Render<CodeView>(p => p.Add(c => c.Lab, "RateLimiting").Add(c => c.Files, files));
}
