using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Visualizer.EndToEnd.Tests.Pages;

/// <summary>The JWT lab as a learner uses it.</summary>
public sealed partial class JwtSecurityPage(IPage page)
{
    public ILocator Measured => page.GetByTestId("measured");

    public ILocator Bench => page.GetByTestId("bench");

    public ILocator Encoded => page.GetByTestId("encoded");

    public ILocator Count => page.GetByTestId("exchange-count");

    public ILocator PastedVerdict => page.GetByTestId("foreign-verdict");

    public ILocator LayOnBench => page.GetByRole(AriaRole.Button, new() { Name = "Lay it on the bench" });

    public string SandboxId => SandboxInAddress().Match(page.Url).Groups[1].Value;

    public static async Task<JwtSecurityPage> OpenAsync(IPage page, string query = "")
    {
        await page.GotoAsync($"/labs/jwt-security{query}");
        await page.Locator("[data-lab-ready=true]").WaitForAsync();
        return new JwtSecurityPage(page);
    }

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name });

    public ILocator Mission(string key) => page.GetByTestId($"mission-{key}");

    /// <summary>A door's list in words: "strict: shut, stopped at …".</summary>
    public ILocator Door(string words) => page.GetByRole(AriaRole.Img, new() { NameRegex = new Regex($"^{words}") });

    public Task PasteAsync(string text) => page.GetByLabel("A token", new() { Exact = true }).FillAsync(text);

    [GeneratedRegex("/s/([2-9a-z]{13})/")]
    private static partial Regex SandboxInAddress();
}
