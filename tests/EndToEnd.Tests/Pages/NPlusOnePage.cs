using Microsoft.Playwright;

namespace Visualizer.EndToEnd.Tests.Pages;

/// <summary>The N+1 lab as a learner uses it.</summary>
public sealed class NPlusOnePage(IPage page)
{
    public ILocator SameBytes => page.GetByTestId("same-bytes");

    public ILocator Measured => page.GetByTestId("measured");

    public ILocator Orders => page.GetByRole(AriaRole.Slider, new() { Name = "orders" });

    public string SandboxId => new Uri(page.Url).Segments[2].TrimEnd('/');

    public static async Task<NPlusOnePage> OpenAsync(IPage page, string query = "")
    {
        await page.GotoAsync($"/labs/n-plus-one{query}");
        await page.Locator("[data-lab-ready=true]").WaitForAsync();
        return new(page);
    }

    public Task LoadAllAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Load it in all five ways" }).ClickAsync();

    public ILocator Commands(string loading) => page.GetByTestId($"commands-{loading}");

    public ILocator Mission(string key) => page.GetByTestId($"mission-{key}");
}
