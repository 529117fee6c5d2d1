using Visualizer.Dashboard.Labs.Versioning;

namespace Visualizer.Dashboard.Tests.Labs.Versioning;

public sealed class RobotTests
{
    [Theory]
    [InlineData("old-app", VersioningStory.V1, true, "Alice Smith")]
    [InlineData("old-app", VersioningStory.V2, false, "name is an object")]
    [InlineData("web", VersioningStory.V2, true, "Alice Smith")]
    [InlineData("web", VersioningStory.V1, false, "name is a text")]
    [InlineData("script", """{"id":1,"username":"alice","name":"Alice","new":true}""", true, "Alice")] // what it does not know passes
    [InlineData("script", """{"id":1,"username":"alice"}""", false, "the body")]
    [InlineData("script", """{"id":1,"username":"alice","name":null}""", false, "name")]
    [InlineData("script", """{"id":"1","username":"alice","name":"Alice"}""", false, "id is a text")]
    [InlineData("script", "", false, "the body is no JSON")]
    [InlineData("script", "null", false, "no answer")]
    [InlineData("script", "<html>", false, "the body is no JSON")]
    public void Parser_ReadsItsOwnContractAndNoOther(string robot, string body, bool understood, string says)
    {
        var reading = Robot.All.First(r => r.Key == robot).Read(body);

        Assert.Equal(understood, reading.Understood);
        Assert.StartsWith(says, reading.Says, StringComparison.Ordinal);
        Assert.InRange(reading.Short.Length, 1, 20);
    }

    [Fact]
    public void Styles_WriteTheSameWishInFourPlaces()
    {
        Assert.Equal("/v2/users/7", VersionStyle.Uri.Request(2, 7, false).Path);
        Assert.Equal("/cdn/users/7?version=2", VersionStyle.Query.Request(2, 7, true).Path);
        Assert.Equal("API-Version: 2", Only(VersionStyle.Header.Request(2, 7, false).Headers));
        Assert.Equal("Accept: application/vnd.visualizer.v2+json", Only(VersionStyle.MediaType.Request(2, 7, false).Headers));
        Assert.All(VersionStyle.All, style => Assert.Equal("/cdn/users/7", style.Request(null, 7, true).Path));

        static string Only(IReadOnlyList<Visualizer.DemoApi.Journal.HeaderLine> headers) => $"{Assert.Single(headers).Name}: {headers[0].Value}";
    }

    [Fact]
    public void Traffic_IsCountedInStretches()
    {
        var start = Journaled.Start;
        var traffic = new Traffic();
        traffic.Add(start, TrafficKind.First);
        traffic.Add(start.AddDays(8), TrafficKind.Second);
        traffic.Add(start.AddDays(99), TrafficKind.Gone); // behind the end: still drawn

        var bins = traffic.Bins(start, start.AddDays(15), TimeSpan.FromDays(7));

        Assert.Equal([(1, 0, 0), (0, 1, 0), (0, 0, 1)], bins.Select(b => (b.First, b.Second, b.Gone)));
        Assert.Equal(3, traffic.Count);
    }

    [Fact]
    public void Traffic_ForgetsTheOldest()
    {
        var traffic = new Traffic();
        for (var i = 0; i <= Traffic.MostAnswers; i++)
            traffic.Add(Journaled.Start, i == 0 ? TrafficKind.Gone : TrafficKind.First);

        Assert.Equal((Traffic.MostAnswers, 0), (traffic.Count, traffic.Of(TrafficKind.Gone)));
    }
}
