using Visualizer.EndToEnd.Tests.Pages;
using Visualizer.EndToEnd.Tests.Support;
using Visualizer.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Visualizer.EndToEnd.Tests.Labs.NPlusOne;

public sealed class NPlusOneJourney(Browser browser, House house) : Journey(browser, house)
{
    [Fact]
    public Task MistypedLink_OpensTheLabAsIfItSaidNothing() => WalkAsync(async page =>
    {
        var lab = await NPlusOnePage.OpenAsync(page, "?orders=many&customers=-4&delay=1.5&parcels=maybe");
        await Expect(lab.Orders).ToHaveValueAsync("20");
    });

    [Fact]
    public Task SameBytes_FortyOneQuestions_AndThree() => WalkAsync(async page =>
    {
        var lab = await NPlusOnePage.OpenAsync(page, "?predicted=2&sure=3");
        await lab.LoadAllAsync();

        foreach (var (loading, commands) in ((string, string)[])[("lazy", "41"), ("join", "1"), ("split", "2"), ("batch", "3"), ("dataloader", "3")])
            await Expect(lab.Commands(loading)).ToHaveTextAsync(commands);
        await Expect(lab.SameBytes).ToContainTextAsync("5 loadings, the same");
        await Expect(lab.Measured).ToHaveTextAsync("41");
    });

    [Fact]
    public Task MissionByAnotherClient_AndADialByKeyboard() => WalkAsync(async page =>
    {
        var lab = await NPlusOnePage.OpenAsync(page, "?tab=missions&predicted=skip");
        using var guest = new Guest(Root, lab.SandboxId);
        await guest.GetAsync("api/reports/orders?loading=lazy&limit=200");
        await Expect(lab.Mission("storm")).ToHaveAttributeAsync("data-solved", "true");
        await Expect(lab.Commands("lazy")).ToHaveTextAsync("301");

        await lab.Orders.FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("orders=1(&|$)"));
        await lab.LoadAllAsync();
        await Expect(lab.Commands("lazy")).ToHaveTextAsync("3");
    });
}
