using Microsoft.Playwright;
using Visualizer.EndToEnd.Tests.Pages;
using Visualizer.EndToEnd.Tests.Support;
using Visualizer.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Visualizer.EndToEnd.Tests.Labs.Versioning;

public sealed class VersioningJourney(Browser browser, House house) : Journey(browser, house)
{
    [Fact]
    public Task DefaultMoves_TheOneThatNamesNoVersionBreaks() => WalkAsync(async page =>
    {
        var lab = await VersioningPage.OpenAsync(page, "?predicted=skip");
        await lab.PressAsync("Send all three");
        await Expect(lab.Number("broken clients")).ToHaveTextAsync("0/3");

        await lab.PressAsync("Move the default");
        await Expect(lab.Count).ToHaveTextAsync("6 exchanges");
        await Expect(lab.Number("broken clients")).ToHaveTextAsync("1/3");
        await Expect(lab.Robot("script")).ToHaveAttributeAsync("data-state", "broken");
        await Expect(lab.Robot("old-app")).ToHaveAttributeAsync("data-state", "fine");
        await Expect(page.GetByTestId("clock")).ToContainTextAsync("10:02");
    });

    [Fact]
    public Task ForgottenVary_MixesHeaderAndMediaType_AndMeetsThePrediction() => WalkAsync(async page =>
    {
        var lab = await VersioningPage.OpenAsync(page, "?predicted=1&sure=3");
        await lab.PressAsync("Forget Vary");

        await Expect(lab.Measured).ToHaveTextAsync("header, media type");
        await Expect(lab.Number("wrong copies")).ToHaveTextAsync("2");
        await Expect(lab.Robot("web")).ToHaveAttributeAsync("data-state", "broken");
        await Expect(page.GetByTestId("confront")).ToContainTextAsync("the cache compares only what it was told to compare");
    });

    [Fact]
    public Task SunsetComes_WhoReadsTheHeadersMovesInTime() => WalkAsync(async page =>
    {
        var lab = await VersioningPage.OpenAsync(page, "?predicted=skip");
        await lab.PressAsync("Let the sunset come");

        await Expect(lab.Count).ToHaveTextAsync("84 exchanges");
        await Expect(lab.Traffic).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("^51 answers in version 1, 31 in version 2, 2 times 410"));
    });

    [Fact]
    public Task Mission_DoneByAnotherClient_IsSolvedOnThePage() => WalkAsync(async page =>
    {
        var lab = await VersioningPage.OpenAsync(page, "?tab=missions");
        using var guest = new Guest(Root, lab.SandboxId);
        await guest.GetAsync("api/users/1", ("Accept", "*/*, application/vnd.visualizer.v1+json;q=0"));

        await Expect(lab.Mission("unnamed")).ToHaveAttributeAsync("data-solved", "true");
        await Expect(lab.Attempts.First).ToContainTextAsync("another client");
    });

    [Fact]
    public Task Keyboard_ChoosesMovesAndProves() => WalkAsync(async page =>
    {
        var lab = await VersioningPage.OpenAsync(page, "?predicted=skip");
        await page.GetByTestId("style-media-type").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("style=media-type"));
        await page.GetByTestId("default-2").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("default-2")).ToHaveAttributeAsync("aria-pressed", "true");

        await page.GetByTestId("styles").Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByTestId("claim-media-406").GetByRole(AriaRole.Button).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("claim-media-406").GetByRole(AriaRole.Status)).ToContainTextAsync("406");
        await Expect(lab.Attempts).ToHaveCountAsync(1);

        await page.GetByRole(AriaRole.Tab, new() { Name = "Code" }).ClickAsync();
        await lab.PressAsync("Compare the versions");
        await Expect(page.GetByTestId("changes")).ToContainTextAsync("/name was a string, is an object");
    });
}
