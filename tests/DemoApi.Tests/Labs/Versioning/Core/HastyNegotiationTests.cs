using Visualizer.DemoApi.Labs.Versioning.Core;

namespace Visualizer.DemoApi.Tests.Labs.Versioning.Core;

/// <summary>The wrong twin is wrong in the stated manner, and in no other.</summary>
public sealed class HastyNegotiationTests
{
    [Theory]
    [InlineData(null, "application/vnd.visualizer.v2+json;q=0, */*", 2, 1)]
    [InlineData(null, "application/vnd.visualizer.v20+json", 2, 0)]
    [InlineData(null, "application/vnd.visualizer.v1+json, application/vnd.visualizer.v2+json;q=0.1", 2, 1)]
    [InlineData(null, "text/html", 1, 0)]
    [InlineData("9", "", 1, 0)]
    [InlineData("02", "", 2, 0)]
    [InlineData("1", "application/vnd.visualizer.v2+json", 1, 0)]
    public void Twin_GivesAVersionWhereTheRightOneGivesAnotherOrNone(string? header, string accept, int hasty, int right)
    {
        var asked = new VersionRequest(null, [], header is null ? [] : [header], accept);

        Assert.Equal((hasty, right), (HastyNegotiation.Decide(asked, 1), VersionNegotiation.Decide(asked, 1).Version));
    }

    [Theory]
    [InlineData(null, "", 1)]
    [InlineData("2", "", 2)]
    [InlineData(null, "application/vnd.visualizer.v2+json", 2)]
    public void Twin_IsRightAboutWhatItsAuthorTried(string? header, string accept, int version)
    {
        var asked = new VersionRequest(null, [], header is null ? [] : [header], accept);

        Assert.Equal((version, version), (HastyNegotiation.Decide(asked, 1), VersionNegotiation.Decide(asked, 1).Version));
    }
}
