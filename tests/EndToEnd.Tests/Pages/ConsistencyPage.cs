using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Visualizer.EndToEnd.Tests.Pages;

/// <summary>The consistency lab as a learner uses it.</summary>
public sealed partial class ConsistencyPage(IPage page)
{
    public ILocator Count => page.GetByTestId("exchange-count");

    public ILocator Measured => page.GetByTestId("measured");

    public ILocator Backwards => page.GetByTestId("backwards");

    /// <summary>How many reads a node answered.</summary>
    public ILocator Reads(string node) => page.GetByTestId($"reads-{node}");

    /// <summary>A promise, with its switch, its button and how often it was broken.</summary>
    public ILocator Guarantee(string key) => page.GetByTestId($"guarantee-{key}");

    public ILocator Mission(string key) => page.GetByTestId($"mission-{key}");

    public ILocator Feature(string key) => page.GetByTestId($"feature-{key}");

    /// <summary>The way in which the page reads.</summary>
    public ILocator ReadList => page.GetByLabel("read", new() { Exact = true });

    /// <summary>What travels between the lanes, or has travelled.</summary>
    public ILocator Links => page.Locator(".link");

    public string SandboxId => SandboxInAddress().Match(page.Url).Groups[1].Value;

    public static async Task<ConsistencyPage> OpenAsync(IPage page, string query = "")
    {
        await page.GotoAsync($"/labs/consistency{query}");
        await page.Locator("[data-lab-ready=true]").WaitForAsync();
        return new ConsistencyPage(page);
    }

    public Task PlayTheScenarioAsync() => Button("Comment + 10 reads").ClickAsync();

    public Task CommentAsync() => Button("Comment").ClickAsync();

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public async Task PlayAsync(string guarantee, bool kept)
    {
        await Guarantee(guarantee).GetByRole(AriaRole.Checkbox).SetCheckedAsync(kept);
        await Guarantee(guarantee).GetByRole(AriaRole.Button).ClickAsync();
    }

    /// <summary>The version of the drawn post that a node's picture shows.</summary>
    public ILocator Version(string node) => page.Locator($"[data-lane={node}] [data-level-number]");

    [GeneratedRegex("/s/([2-9a-z]{13})/")]
    private static partial Regex SandboxInAddress();
}
