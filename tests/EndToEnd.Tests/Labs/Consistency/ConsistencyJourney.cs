using System.Text.RegularExpressions;
using Visualizer.DemoApi.Labs.Consistency;
using Visualizer.EndToEnd.Tests.Pages;
using Visualizer.EndToEnd.Tests.Support;
using Visualizer.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Visualizer.EndToEnd.Tests.Labs.Consistency;

public sealed class ConsistencyJourney(Browser browser, House house) : Journey(browser, house)
{
    [Fact]
    public Task CommentThenTenReads_SixAreOld_AndTheCommentArrivesEverywhere() => WalkAsync(async page =>
    {
        var lab = await ConsistencyPage.OpenAsync(page, "?predicted=2&sure=3");
        await lab.PlayTheScenarioAsync();

        await Expect(lab.Measured).ToHaveTextAsync("6");
        await Expect(lab.Backwards).ToHaveTextAsync("6 went backwards");
        await Expect(lab.Reads("primary")).ToHaveTextAsync("4");
        await Expect(lab.Reads("r2")).ToHaveTextAsync("3");
        await Expect(lab.Version("r2")).ToHaveTextAsync("1"); // the story goes on until it has arrived
    });

    [Fact]
    public Task Story_LeavesTheClockStanding_AndTheNextPressLetsItRun() => WalkAsync(async page =>
    {
        var lab = await ConsistencyPage.OpenAsync(page, "?predicted=skip");
        await lab.PlayTheScenarioAsync();
        await Expect(lab.Measured).ToHaveTextAsync("6");
        await Expect(lab.Button("Comment")).ToBeEnabledAsync();
        await Expect(lab.Button("Let the clock run")).ToBeVisibleAsync();

        await lab.CommentAsync();
        await Expect(lab.Version("r2")).ToHaveTextAsync("1"); // it travelled
        await Expect(lab.Button("Let the clock run")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Write_TravelsToTheReplicas_AsFarAsTheSandboxClockGoes() => WalkAsync(async page =>
    {
        var lab = await ConsistencyPage.OpenAsync(page, "?read=session&net=r1:300");
        await Expect(lab.ReadList).ToHaveValueAsync("session");
        using var guest = new Guest(Root, lab.SandboxId);
        await guest.PauseAsync();
        await guest.PostAsync("api/posts", new { title = "Here", body = "On its way." });
        await Expect(lab.Links).ToHaveCountAsync(2);

        await guest.AdvanceAsync(799);
        await Expect(lab.Version("r1")).ToHaveTextAsync("1");
        await Expect(lab.Version("r2")).ToHaveTextAsync("0");
        await guest.AdvanceAsync(1);
        await Expect(lab.Version("r2")).ToHaveTextAsync("1");
    });

    [Fact]
    public Task EveryPromise_BrokenWithoutItsSwitch_IsKeptWithIt() => WalkAsync(async page =>
    {
        var lab = await ConsistencyPage.OpenAsync(page);
        foreach (var promise in ConsistencyWords.Guarantees)
        {
            await lab.PlayAsync(promise, kept: false);
            await Expect(lab.Guarantee(promise)).ToContainTextAsync(new Regex(@"(?<!not )broken \d×"));
            await lab.PlayAsync(promise, kept: true); // to read one's writes waits for the replica, on a running clock
            await Expect(lab.Guarantee(promise)).ToContainTextAsync("not broken");
        }
    });

    [Fact]
    public Task Mission_DoneByAnotherClient_IsSolvedOnThePage() => WalkAsync(async page =>
    {
        var lab = await ConsistencyPage.OpenAsync(page, "?tab=missions");
        using var guest = new Guest(Root, lab.SandboxId);
        await guest.PauseAsync();
        await guest.PostAsync("api/posts", new { title = "Here", body = "Now you see it." });
        await guest.GetAsync("api/posts?node=primary");
        await Expect(lab.Mission("vanish")).ToHaveAttributeAsync("data-solved", "false");
        await guest.GetAsync("api/posts?node=r1");
        await Expect(lab.Mission("vanish")).ToHaveAttributeAsync("data-solved", "true");
    });

    [Fact]
    public Task Keyboard_ChoosesWhomToAsk_AndTheAddressKeepsIt() => WalkAsync(async page =>
    {
        var lab = await ConsistencyPage.OpenAsync(page, "?predicted=skip&net=r1:3000,r2:3000&tab=features");
        await lab.Button("Comment").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(lab.Count).ToHaveTextAsync("1 exchange");
        await lab.ReadList.PressAsync("p"); // type-ahead of the list
        await Expect(page).ToHaveURLAsync(new Regex("read=primary"));
        await lab.Button("Read 10×").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(lab.Reads("primary")).ToHaveTextAsync("10");

        await lab.Feature("cart").GetByText("session", new() { Exact = true }).First.PressAsync("Enter");
        await Expect(lab.Feature("cart")).ToContainTextAsync("right");
        Assert.Contains("net=r1", page.Url, StringComparison.Ordinal);
    });
}
