using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Visualizer.EndToEnd.Tests.Pages;

/// <summary>The pagination lab as a learner uses it.</summary>
public sealed partial class PaginationPage(IPage page)
{
    public string SandboxId => SandboxInAddress().Match(page.Url).Groups[1].Value;

    public ILocator TheWalk => page.GetByRole(AriaRole.Button, new() { Name = "Walk to the end" });

    public ILocator Turn => page.GetByRole(AriaRole.Button, new() { Name = "Turn the page" });

    public ILocator Predicted => page.GetByTestId("predicted");

    public ILocator Measured => page.GetByTestId("measured");

    public ILocator Confronted => page.GetByTestId("confront");

    public static async Task<PaginationPage> OpenAsync(IPage page, string query = "")
    {
        await page.GotoAsync($"/labs/pagination{query}");
        var lab = new PaginationPage(page);
        await lab.IsReadyAsync();
        return lab;
    }

    public Task IsReadyAsync() => page.Locator("[data-lab-ready=true]").WaitForAsync();

    /// <summary>A walker's rows returned, seen before, never seen.</summary>
    public IReadOnlyList<ILocator> Counts(string walker) =>
        [page.GetByTestId($"returned-{walker}"), page.GetByTestId($"again-{walker}"), page.GetByTestId($"unseen-{walker}")];

    public ILocator Mission(string key) => page.GetByTestId($"mission-{key}");

    public Task MeasureDepthsAsync() => page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Measure both") }).ClickAsync();

    /// <summary>What the depth took: by offset, by cursor, and how many times that is.</summary>
    public ILocator Depth(long rows) => page.GetByTestId($"depth-{rows}").GetByRole(AriaRole.Cell);

    public async Task PredictAsync(string option, string sure)
    {
        await page.GetByRole(AriaRole.Radio, new() { Name = option, Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = sure, Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Commit" }).ClickAsync();
    }

    /// <summary>How the browser drew a walker's list: bars, and the place and length of its window.</summary>
    public Task<Drawn> ReadAsync(string walker) =>
        page.EvaluateAsync<Drawn>("walker => document.querySelector('.walks').picture.reading(walker)", walker);

    [GeneratedRegex("/s/([2-9a-z]{13})/")]
    private static partial Regex SandboxInAddress();
}

/// <summary>What a test reads off a walker's list.</summary>
public sealed class Drawn
{
    public int Rows { get; set; }

    public int From { get; set; }

    public int Count { get; set; }
}
