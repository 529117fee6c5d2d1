using System.Text.RegularExpressions;
using Visualizer.EndToEnd.Tests.Pages;
using Visualizer.EndToEnd.Tests.Support;
using Visualizer.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Visualizer.EndToEnd.Tests.Labs.HttpCaching;

public sealed class HttpCachingJourney(Browser browser, House house) : Journey(browser, house)
{
    [Fact]
    public Task FiveGetsUnderNoCache_Reach5Times_AndOneBodyTravels() => WalkAsync(async page =>
    {
        var lab = await HttpCachingPage.OpenAsync(page, "?predicted=3&sure=2");
        await lab.Button("no-cache, five gets").ClickAsync();

        await Expect(lab.Measured).ToHaveTextAsync("5 and 1");
        await Expect(lab.Attempts).ToHaveCountAsync(5);
        await Expect(lab.Number("at the origin")).ToContainTextAsync("5");
        await Expect(lab.Number("in bodies")).ToContainTextAsync("1 body");
        await Expect(lab.Number("round trips")).ToContainTextAsync("of 5 gets"); // the browser says the same as the origin
        await Expect(page).ToHaveURLAsync(new Regex("cache-control=no-cache"));

        await page.Keyboard.PressAsync("r"); // the origin says what it said at first, and so does the address
        await Expect(lab.Attempts).ToHaveCountAsync(0);
        await Expect(page).Not.ToHaveURLAsync(new Regex("cache-control"));
    });

    [Fact]
    public Task BrowsersOwnCopy_AnswersWithoutAnybody_AndIsDrawnAllTheSame() => WalkAsync(async page =>
    {
        var lab = await HttpCachingPage.OpenAsync(page, "?predicted=skip&cache-control=max-age%3D600");
        for (var i = 1; i <= 3; i++)
        {
            await lab.Button("Get").ClickAsync();
            await Expect(lab.Number("round trips")).ToContainTextAsync($"of {i} get");
        }

        await Expect(lab.Attempts).ToHaveCountAsync(3);
        await Expect(lab.Number("at the origin").Locator(".value")).ToHaveTextAsync("1");
        await Expect(lab.Count).ToHaveTextAsync("2 exchanges"); // the browser's, and the shared cache's own
    });

    [Fact]
    public Task Mission_ByAnotherClient_AndTheKeyboard() => WalkAsync(async page =>
    {
        var lab = await HttpCachingPage.OpenAsync(page, "?tab=missions");
        using var guest = new Guest(Root, lab.SandboxId);
        await guest.PauseAsync();
        await guest.GetAsync("api/cdn/products/1");
        await guest.PutAsync("sandbox/caching/products/1", new { price_cents = 1 });
        await guest.AdvanceAsync(20_000);
        await guest.GetAsync("api/cdn/products/1");
        await Expect(lab.Mission("old")).ToHaveAttributeAsync("data-solved", "true");
        await Expect(lab.Number("out of date").Locator(".value")).ToContainTextAsync("20");

        await lab.Button("Two editors, any state").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(lab.Number("changes lost").Locator(".value")).ToHaveTextAsync("1");
        await page.Keyboard.PressAsync("r");
        await Expect(lab.Attempts).ToHaveCountAsync(0);
    });
}
