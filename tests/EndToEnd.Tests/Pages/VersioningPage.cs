using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Visualizer.EndToEnd.Tests.Pages;

/// <summary>The versioning lab as a learner uses it.</summary>
public sealed partial class VersioningPage(IPage page)
{
    public string SandboxId => SandboxInAddress().Match(page.Url).Groups[1].Value;

    public ILocator Count => page.GetByTestId("exchange-count");

    public ILocator Rows => page.GetByTestId("wire-rows").GetByRole(AriaRole.Listitem);

    public ILocator Attempts => page.GetByTestId("stage").GetByRole(AriaRole.List, new() { Name = "Requests" }).GetByRole(AriaRole.Button);

    public ILocator Measured => page.GetByTestId("measured");

    public ILocator Traffic => page.GetByTestId("traffic").GetByRole(AriaRole.Img);

    public static async Task<VersioningPage> OpenAsync(IPage page, string query = "")
    {
        await page.GotoAsync($"/labs/versioning{query}");
        await page.Locator("[data-lab-ready=true]").WaitForAsync();
        return new(page);
    }

    public ILocator Robot(string key) => page.GetByTestId($"robot-{key}");

    public ILocator Number(string label) => page.Locator(".number").Filter(new() { HasText = label }).Locator(".value");

    public ILocator Mission(string key) => page.GetByTestId($"mission-{key}");

    public Task PressAsync(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    public Task ChooseStyleAsync(string key) => page.GetByTestId($"style-{key}").ClickAsync();

    public Task MoveDefaultAsync(int version) => page.GetByTestId($"default-{version}").ClickAsync();

    public Task OpenClaimsAsync() => page.GetByTestId("styles").Locator("summary").ClickAsync();

    /// <summary>Sends a claim's requests, and gives the place where what came back is shown.</summary>
    public async Task<ILocator> ProveAsync(string claim)
    {
        var line = page.GetByTestId($"claim-{claim}");
        await line.GetByRole(AriaRole.Button).ClickAsync();
        return line.GetByRole(AriaRole.Status);
    }

    [GeneratedRegex("/s/([2-9a-z]{13})/")]
    private static partial Regex SandboxInAddress();
}
