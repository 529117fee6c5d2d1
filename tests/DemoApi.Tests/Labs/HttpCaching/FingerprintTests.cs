using Visualizer.DemoApi.Data;
using Visualizer.DemoApi.Labs.HttpCaching.Core;

namespace Visualizer.DemoApi.Tests.Labs.HttpCaching;

public sealed class FingerprintTests
{
    [Fact]
    public void SameBytes_HaveTheSameName_AndOthersAnother()
    {
        Assert.Equal("2-ba7816bf8f01", Fingerprint.Of("abc"u8, 2));
        Assert.NotEqual(Fingerprint.Of("abc"u8, 2), Fingerprint.Of("abd"u8, 2));
    }

    [Fact]
    public void Story_IsTheSameForTheSameNumber_AndAboutFortyKilobytes()
    {
        var story = ProductStory.Of(42_001);

        Assert.Equal(story, ProductStory.Of(42_001));
        Assert.NotEqual(story, ProductStory.Of(42_002));
        Assert.InRange(story.Length, ProductStory.Length, ProductStory.Length + 200);
        Assert.All(story, c => Assert.InRange(c, ' ', '~'));
    }
}
