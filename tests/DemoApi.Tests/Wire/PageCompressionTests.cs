using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Wire;

/// <summary>Pages travel compressed; what the API answers travels as it is, because learners look at its bytes.</summary>
public sealed class PageCompressionTests(House house) : IClassFixture<House>
{
    private static readonly (string, string) Accepting = ("Accept-Encoding", "br, gzip");

    [Theory]
    [InlineData("/")]
    [InlineData("labs/api-documentation")]
    public async Task Page_IsCompressed_ForWhoAccepts(string path)
    {
        using var guest = await house.GuestAsync();

        Assert.Equal("br", (await guest.GetAsync(path, Accepting)).Headers["Content-Encoding"]);
        Assert.DoesNotContain("Content-Encoding", (await guest.GetAsync(path)).Headers.Keys);
    }

    [Fact]
    public async Task Answer_EvenOneInHtml_IsNot()
    {
        using var guest = await house.GuestAsync();
        var tooLarge = await guest.SendAsync(HttpMethod.Post, "api/messy/users", new { email = new string('a', 100_000), username = "large" }, Accepting);

        Assert.StartsWith("text/html", tooLarge.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.DoesNotContain("Content-Encoding", tooLarge.Headers.Keys);
        Assert.DoesNotContain("Content-Encoding", (await guest.GetAsync("api/products/1", Accepting)).Headers.Keys);
    }
}
