using Microsoft.Playwright;

namespace Visualizer.EndToEnd.Tests.Pages;

/// <summary>The API documentation lab as a learner uses it.</summary>
public sealed class ApiDocumentationPage(IPage page)
{
    public ILocator Document => page.GetByTestId("document");

    public ILocator Measured => page.GetByTestId("measured");

    public ILocator Working => page.Locator("[data-verdict=works]");

    public static async Task<ApiDocumentationPage> OpenAsync(IPage page, string query = "")
    {
        await page.GotoAsync($"/labs/api-documentation{query}");
        await page.Locator("[data-lab-ready=true]").WaitForAsync();
        return new(page);
    }

    public Task SendStrangerAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Send in the stranger" }).ClickAsync();

    public ILocator Repair(string words) => page.GetByRole(AriaRole.Group, new() { Name = "Repair" }).GetByRole(AriaRole.Button, new() { Name = words });

    public ILocator Mission(string key) => page.GetByTestId($"mission-{key}");
}
