using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Visualizer.EndToEnd.Tests.Pages;

/// <summary>The HTTP caching lab as a learner uses it. Nothing here may use <c>page.route</c>: it switches the browser's cache off.</summary>
public sealed partial class HttpCachingPage(IPage page)
{
    public ILocator Count => page.GetByTestId("exchange-count");

    public ILocator Measured => page.GetByTestId("measured");

    /// <summary>The rows of the stage: one for each request of a client, whoever answered it.</summary>
    public ILocator Attempts => page.GetByTestId("stage").Locator(".attempt");

    public string SandboxId => SandboxInAddress().Match(page.Url).Groups[1].Value;

    public static async Task<HttpCachingPage> OpenAsync(IPage page, string query = "")
    {
        await page.GotoAsync($"/labs/http-caching{query}");
        var lab = new HttpCachingPage(page);
        await page.Locator("[data-lab-ready=true]").WaitForAsync();
        return lab;
    }

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Mission(string key) => page.GetByTestId($"mission-{key}");

    /// <summary>One of the large numbers, by what it counts.</summary>
    public ILocator Number(string label) => page.Locator(".number").Filter(new() { HasText = label });

    [GeneratedRegex("/s/([2-9a-z]{13})/")]
    private static partial Regex SandboxInAddress();
}
