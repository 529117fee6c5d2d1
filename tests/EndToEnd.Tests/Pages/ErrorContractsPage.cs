using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Visualizer.EndToEnd.Tests.Pages;

/// <summary>The error lab as a learner uses it.</summary>
public sealed partial class ErrorContractsPage(IPage page)
{
    public string SandboxId => SandboxInAddress().Match(page.Url).Groups[1].Value;

    public ILocator Attempts => page.GetByTestId("stage").GetByRole(AriaRole.List, new() { Name = "Requests" }).GetByRole(AriaRole.Button);

    public ILocator StoppedAt => page.Locator(".number").Filter(new() { HasText = "stopped at gate" }).Locator(".value");

    public ILocator Why => page.GetByTestId("stop");

    public ILocator Measured => page.GetByTestId("measured");

    public ILocator MessyScore => page.GetByTestId("messy-score");

    public ILocator CleanScore => page.GetByTestId("clean-score");

    public static async Task<ErrorContractsPage> OpenAsync(IPage page, string query = "?predicted=skip")
    {
        await page.GotoAsync($"/labs/error-contracts{query}");
        await page.Locator("[data-lab-ready=true]").WaitForAsync();
        return new(page);
    }

    public ILocator Fault(string key) => page.GetByTestId($"fault-{key}");

    public ILocator Gate(int number) => page.GetByTestId($"gate-{number}");

    public ILocator Mission(string key) => page.GetByTestId($"mission-{key}");

    public Task PressAsync(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    [GeneratedRegex("/s/([2-9a-z]{13})/")]
    private static partial Regex SandboxInAddress();
}
