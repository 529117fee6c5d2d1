using System.Text.RegularExpressions;
using Visualizer.DemoApi.Tests.Documentation;

namespace Visualizer.DemoApi.Tests.Labs.ApiDocumentation;

public sealed class ReaderPagesTests(DocumentedApi documented) : IClassFixture<DocumentedApi>
{
    [Theory]
    [InlineData("/docs", "Swagger")]
    [InlineData("/redoc", "Redoc")]
    [InlineData("/s/abc/api/docs", "Swagger")]
    [InlineData("/s/abc/api/redoc", "Redoc")]
    public async Task Page_LoadsItsPartsFromBesideIt(string path, string script)
    {
        using var page = await documented.Api.Client.GetAsync(path);
        var html = await page.Content.ReadAsStringAsync();
        var parts = Regex.Matches(html, "(src|href)=\"(?<part>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(match => match.Groups["part"].Value).ToList();
        var index = await documented.Api.Client.GetStringAsync(new Uri(page.RequestMessage!.RequestUri!, "index.js"));

        Assert.Equal($"{path}/index.html", page.RequestMessage.RequestUri!.AbsolutePath);
        Assert.NotEmpty(parts);
        foreach (var part in parts)
        {
            Assert.DoesNotContain("//", part);
            using var asset = await documented.Api.Client.GetAsync(new Uri(page.RequestMessage.RequestUri!, part));
            Assert.True(asset.IsSuccessStatusCode && (await asset.Content.ReadAsByteArrayAsync()).Length > 100, part);
        }
        Assert.Contains(script, index);
        Assert.Contains("../openapi.json", index);
    }
}
