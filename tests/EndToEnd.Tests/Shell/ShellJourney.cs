using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Visualizer.EndToEnd.Tests.Pages;
using Visualizer.EndToEnd.Tests.Support;
using Visualizer.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Visualizer.EndToEnd.Tests.Shell;

public sealed partial class ShellJourney(Browser browser, House house) : Journey(browser, house)
{
    [Fact]
    public Task Landing_LeadsToALab_InASandboxOfOnesOwn() => WalkAsync(async page =>
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Explore") }).ClickAsync();

        await new RateLimitingPage(page).IsReadyAsync();
        await Expect(page).ToHaveURLAsync(SandboxAddress());
    });

    [Fact]
    public Task SandboxThatEnded_OffersAFreshStart() => WalkAsync(async page =>
    {
        await page.GotoAsync("/s/aaaaaaaaaaaaa/labs/rate-limiting");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("afresh") }).ClickAsync();
        await new RateLimitingPage(page).IsReadyAsync();
    });

    [Fact]
    public async Task ServerRestart_ThePageComesBackByItself_ToAClearFreshStart()
    {
        var first = new House();
        await first.InitializeAsync();
        await using var context = await NewContextAsync(first.Root);
        var page = await context.NewPageAsync();
        await RateLimitingPage.OpenAsync(page);
        await first.DisposeAsync();

        await using var second = new RestartedHouse(first.Root);
        await second.InitializeAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "This sandbox is gone." })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("afresh") }).ClickAsync();
        await new RateLimitingPage(page).IsReadyAsync();
    }

    [Fact]
    public Task Projector_ShowsPictureNumberAndSentence_AndNothingSmallOrCutOff() => WalkAsync(async page =>
    {
        var lab = await RateLimitingPage.OpenAsync(page, "?predicted=skip");
        await lab.PlayTheTapeAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Projector" }).ClickAsync();

        await Expect(page.GetByText("Limit 10, and the fixed window let 20 pass in one second.")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(lab.Most("leaky-bucket")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(lab.Play).ToBeHiddenAsync();
        Assert.Empty(await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('main *')]
              .filter(e => e.checkVisibility() && !e.closest('.sr-only, svg') && [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim()))
              .filter(e => parseFloat(getComputedStyle(e).fontSize) < 28 || e.getBoundingClientRect().right > innerWidth)
              .map(e => e.textContent)
            """));
    });

    [Theory]
    [InlineData("jwt-security")]
    [InlineData("n-plus-one")]
    [InlineData("consistency")]
    public Task SixTabs_StandInOneLine(string lab) => WalkAsync(async page =>
    {
        await page.GotoAsync($"/labs/{lab}");
        var tabs = page.GetByRole(AriaRole.Tab);
        await Expect(tabs).ToHaveCountAsync(6);
        Assert.Single(await tabs.EvaluateAllAsync<double[]>("all => [...new Set(all.map(tab => tab.getBoundingClientRect().top))]"));
    });

    [GeneratedRegex("/s/[2-9a-z]{13}/labs/idempotency$")]
    private static partial Regex SandboxAddress();

    private sealed class RestartedHouse(Uri address) : House, IAsyncDisposable
    {
        protected override string Address => address.ToString();

        async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();
    }
}
