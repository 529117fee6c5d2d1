using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Visualizer.EndToEnd.Tests.Pages;

/// <summary>The idempotency lab as a learner uses it.</summary>
public sealed partial class IdempotencyPage(IPage page)
{
    public ILocator Attempts => page.Locator(".attempts .trip");

    public ILocator Count => page.GetByTestId("exchange-count");

    public ILocator Measured => page.GetByTestId("measured");

    public ILocator Predicted => page.GetByTestId("predicted");

    /// <summary>What the other kind of run came to: "without a key: 3".</summary>
    public ILocator OtherOrders => page.GetByTestId("other-orders");

    public string SandboxId => SandboxInAddress().Match(page.Url).Groups[1].Value;

    public static async Task<IdempotencyPage> OpenAsync(IPage page, string query = "")
    {
        await page.GotoAsync($"/labs/idempotency{query}");
        await page.Locator("[data-lab-ready=true]").WaitForAsync();
        return new IdempotencyPage(page);
    }

    /// <summary>One of the lesson's large numbers, by its label.</summary>
    public ILocator Number(string label) =>
        page.Locator(".number").Filter(new() { Has = page.Locator(".label", new() { HasTextRegex = new Regex($@"^\s*{label}\b") }) }).Locator(".value");

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Choice(string group, string word) => page.GetByRole(AriaRole.Group, new() { Name = group, Exact = true }).GetByRole(AriaRole.Button, new() { Name = word, Exact = true });

    public ILocator Mission(string key) => page.GetByTestId($"mission-{key}");

    public async Task PredictAsync(string option, string sure)
    {
        await page.GetByRole(AriaRole.Radio, new() { Name = option, Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = sure, Exact = true }).CheckAsync();
        await Button("Commit").ClickAsync();
    }

    [GeneratedRegex("/s/([2-9a-z]{13})/")]
    private static partial Regex SandboxInAddress();
}
