using System.Text.RegularExpressions;
using Visualizer.EndToEnd.Tests.Pages;
using Visualizer.EndToEnd.Tests.Support;
using Visualizer.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Visualizer.EndToEnd.Tests.Labs.ErrorContracts;

public sealed partial class ErrorContractsJourney(Browser browser, House house) : Journey(browser, house)
{
    [Fact]
    public Task ThreeFaultsAtOnce_AreToldOneByOne_AndMeetThePrediction() => WalkAsync(async page =>
    {
        var lab = await ErrorContractsPage.OpenAsync(page, "?predicted=1&sure=3");
        await lab.PressAsync("Mend step by step");

        await Expect(lab.Measured).ToHaveTextAsync("401");
        await Expect(lab.Attempts).ToHaveCountAsync(4);
        await Expect(lab.Attempts.First).ToContainTextAsync("rules");
        await Expect(page.GetByTestId("confront")).ToContainTextAsync("which ids exist");
    });

    [Fact]
    public Task Projector_WithItsLargerLetters_StillShowsTheNewestRequest() => WalkAsync(async page =>
    {
        var lab = await ErrorContractsPage.OpenAsync(page, "?predicted=skip&motion=off");
        await lab.PressAsync("Mend step by step");
        await Expect(lab.Attempts.Last).ToContainTextAsync("200");
        await lab.PressAsync("Projector");

        await Expect(lab.Attempts.Last).ToBeInViewportAsync(new() { Ratio = 0.9f });
    });

    [Fact]
    public Task OneParser_ReadsThreeOfTheMess_AndAllOfTheContract() => WalkAsync(async page =>
    {
        var lab = await ErrorContractsPage.OpenAsync(page);
        await lab.PressAsync("Eight mistakes, messy");
        await Expect(lab.MessyScore).ToHaveTextAsync("3/8");
        await lab.PressAsync("Eight mistakes, one contract");
        await Expect(lab.CleanScore).ToHaveTextAsync("8/8");
    });

    [Fact]
    public Task Mission_DoneByAnotherClient_IsSolvedOnThePage() => WalkAsync(async page =>
    {
        var lab = await ErrorContractsPage.OpenAsync(page, "?tab=missions");
        using var guest = new Guest(Root, lab.SandboxId);
        await guest.PostAsync("api/users", new { email = "nobody", username = "x!" });

        await Expect(lab.Mission("all-at-once")).ToHaveAttributeAsync("data-solved", "true");
        await Expect(lab.Gate(8)).ToHaveAttributeAsync("data-state", "stop");
    });

    [Fact]
    public Task Keyboard_ChoosesFaults_Sends_AndMends() => WalkAsync(async page =>
    {
        var lab = await ErrorContractsPage.OpenAsync(page);
        foreach (var fault in (string[])["no-token", "malformed-json"])
        {
            await lab.Fault(fault).FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Expect(lab.Fault(fault)).ToHaveAttributeAsync("aria-pressed", "true");
        }

        await Expect(page).ToHaveURLAsync(FaultsInAddress());
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Send", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(lab.StoppedAt).ToHaveTextAsync("2/8");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Mend and send" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(lab.StoppedAt).ToHaveTextAsync("5/8");
        await Expect(lab.Fault("no-token")).ToHaveAttributeAsync("aria-pressed", "false");
    });

    [Fact]
    public Task Reset_PutsTheSettingBack_AndTheAddressWithIt() => WalkAsync(async page =>
    {
        await ErrorContractsPage.OpenAsync(page, "?hide=on&faults=wrong-role");
        await Expect(page.GetByTestId("hide")).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("r");

        await Expect(page.GetByTestId("hide")).Not.ToBeCheckedAsync();
        await Expect(page).ToHaveURLAsync(WithFaultsAlone());
    });

    [GeneratedRegex(@"\?faults=wrong-role$")]
    private static partial Regex WithFaultsAlone();

    [GeneratedRegex(@"faults=no-token\.malformed-json")]
    private static partial Regex FaultsInAddress();
}
