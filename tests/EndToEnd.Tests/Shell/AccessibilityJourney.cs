using System.Runtime.CompilerServices;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Visualizer.EndToEnd.Tests.Pages;
using Visualizer.EndToEnd.Tests.Support;
using Visualizer.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Visualizer.EndToEnd.Tests.Shell;

/// <summary>Axe finds nothing, in both themes, on a desk and on a phone.</summary>
public sealed class AccessibilityJourney(Browser browser, House house) : Journey(browser, house)
{
    [Theory]
    [InlineData("/", ColorScheme.Light, 1366)]
    [InlineData("/", ColorScheme.Dark, 390)]
    [InlineData("/problems", ColorScheme.Light, 1366)]
    [InlineData("/problems/quota-exceeded", ColorScheme.Dark, 1366)]
    [InlineData("/s/aaaaaaaaaaaaa/labs/rate-limiting", ColorScheme.Light, 1366)]
    public Task Page_HasNoFindings(string address, ColorScheme scheme, int width) => WalkAsync(
        async page =>
        {
            await page.GotoAsync(address);
            await FindNothingAsync(page);
        },
        new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 } });

    [Theory]
    [InlineData(ColorScheme.Light, 1366)]
    [InlineData(ColorScheme.Dark, 1366)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public Task RateLimitingLab_HasNoFindings(ColorScheme scheme, int width) => InLabAsync(scheme, width, async page =>
    {
        var lab = await RateLimitingPage.OpenAsync(page);
        await lab.SendTenAsync();
        await lab.Rows.Nth(9).WaitForAsync();
        await lab.OpenRowAsync("/limits/token-bucket");
    });

    [Theory]
    [InlineData(ColorScheme.Light, 1366)]
    [InlineData(ColorScheme.Dark, 390)]
    public Task PaginationLab_HasNoFindings(ColorScheme scheme, int width) => InLabAsync(scheme, width, async page =>
    {
        var lab = await PaginationPage.OpenAsync(page);
        await lab.Turn.ClickAsync();
        await Expect(lab.Counts("cursor")[0]).ToHaveTextAsync("10");
    });

    [Theory]
    [InlineData(ColorScheme.Light, 1366)]
    [InlineData(ColorScheme.Dark, 390)]
    public Task JwtSecurityLab_HasNoFindings(ColorScheme scheme, int width) => InLabAsync(scheme, width, async page =>
    {
        var lab = await JwtSecurityPage.OpenAsync(page, "?predicted=3&sure=3&token=leaky");
        await lab.Button("Forge an admin").ClickAsync();
        await Expect(lab.Measured).ToBeVisibleAsync();
        await lab.Button("Leaky token").ClickAsync();
        await Expect(lab.Bench).ToContainTextAsync("personal:");
    });

    [Theory]
    [InlineData(ColorScheme.Light, 1366)]
    [InlineData(ColorScheme.Dark, 390)]
    public Task HttpCachingLab_HasNoFindings(ColorScheme scheme, int width) => InLabAsync(scheme, width, async page =>
    {
        var lab = await HttpCachingPage.OpenAsync(page, "?predicted=skip");
        await lab.Button("no-cache, five gets").ClickAsync();
        await lab.Measured.WaitForAsync();
    });

    [Theory]
    [InlineData(ColorScheme.Light, 1366)]
    [InlineData(ColorScheme.Dark, 390)]
    public Task VersioningLab_HasNoFindings(ColorScheme scheme, int width) => InLabAsync(scheme, width, async page =>
    {
        var lab = await VersioningPage.OpenAsync(page, "?predicted=skip");
        await lab.PressAsync("Let the sunset come");
        await lab.Rows.Nth(20).WaitForAsync();
        await lab.OpenClaimsAsync();
        await (await lab.ProveAsync("header-cache")).WaitForAsync();
    });

    [Theory]
    [InlineData(ColorScheme.Light, 1366)]
    [InlineData(ColorScheme.Dark, 390)]
    public Task ConsistencyLab_HasNoFindings(ColorScheme scheme, int width) => InLabAsync(scheme, width, async page =>
    {
        var lab = await ConsistencyPage.OpenAsync(page, "?predicted=skip&tab=features&sort=eee-----");
        await Expect(lab.Feature("likes")).ToContainTextAsync("right");
        await FindNothingAsync(page);
        await lab.PlayTheScenarioAsync(); // opens the result
        await Expect(lab.Measured).ToHaveTextAsync("6");
    });

    [Theory]
    [InlineData(ColorScheme.Light, 1366)]
    [InlineData(ColorScheme.Dark, 390)]
    public Task ErrorContractsLab_HasNoFindings(ColorScheme scheme, int width) => InLabAsync(scheme, width, async page =>
    {
        var lab = await ErrorContractsPage.OpenAsync(page, "?predicted=skip&faults=wrong-role.unknown-id");
        await lab.PressAsync("Send");
        await lab.PressAsync("Eight mistakes, messy");
        await Expect(lab.MessyScore).ToHaveTextAsync("3/8");
    });

    [Theory]
    [InlineData(ColorScheme.Light, 1366)]
    [InlineData(ColorScheme.Dark, 390)]
    public Task IdempotencyLab_HasNoFindings(ColorScheme scheme, int width) => InLabAsync(scheme, width, async page =>
    {
        var lab = await IdempotencyPage.OpenAsync(page, "?predicted=skip&key=on&store=atomic");
        await lab.Button("Buy one ticket").ClickAsync();
        await lab.Attempts.Nth(2).WaitForAsync();
        await lab.Button("Other amount").ClickAsync();
        await lab.Attempts.Nth(3).WaitForAsync();
    });

    [Theory]
    [InlineData(ColorScheme.Light, 1366)]
    [InlineData(ColorScheme.Dark, 390)]
    public Task NPlusOneLab_HasNoFindings(ColorScheme scheme, int width) => InLabAsync(scheme, width, async page =>
    {
        var lab = await NPlusOnePage.OpenAsync(page, "?predicted=2&sure=3");
        await lab.LoadAllAsync();
        await Expect(lab.Measured).ToHaveTextAsync("41");
    });

    [Theory]
    [InlineData(ColorScheme.Light, 1366)]
    [InlineData(ColorScheme.Dark, 390)]
    public Task ApiDocumentationLab_HasNoFindings(ColorScheme scheme, int width) => InLabAsync(scheme, width, async page =>
    {
        var lab = await ApiDocumentationPage.OpenAsync(page, "?predicted=3&sure=2");
        await lab.SendStrangerAsync();
        await lab.Measured.WaitForAsync();
    });

    /// <summary>Looks once the lab has something to show.</summary>
    private Task InLabAsync(ColorScheme scheme, int width, Func<IPage, Task> act, [CallerMemberName] string name = "") => WalkAsync(
        async page =>
        {
            await act(page);
            await FindNothingAsync(page);
        },
        new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 844 }, ReducedMotion = ReducedMotion.Reduce },
        name);

    private static async Task FindNothingAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Select(v => $"{v.Id}: {v.Help} at {string.Join(" | ", v.Nodes.Select(n => n.Html))}"));
    }
}
