using Visualizer.EndToEnd.Tests.Pages;
using Visualizer.EndToEnd.Tests.Support;
using Visualizer.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Visualizer.EndToEnd.Tests.Labs.ApiDocumentation;

public sealed class ApiDocumentationJourney(Browser browser, House house) : Journey(browser, house)
{
    private static readonly string[] WhatStopsAStranger = ["without example", "hides its required", "promises a member", "which algorithms there are"];

    [Fact]
    public Task AStranger_CanCallThree_AndSevenOnceFourDefectsAreMended() => WalkAsync(async page =>
    {
        var lab = await ApiDocumentationPage.OpenAsync(page, "?predicted=1&sure=3");
        await Expect(lab.Document).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("get1"));
        await lab.SendStrangerAsync();
        await Expect(lab.Working).ToHaveCountAsync(3);
        await Expect(lab.Measured).ToHaveTextAsync("3");

        foreach (var words in WhatStopsAStranger)
        {
            await lab.Repair(words).ClickAsync();
            await Expect(lab.Repair(words)).ToHaveAttributeAsync("aria-pressed", "true");
        }

        await lab.SendStrangerAsync();
        await Expect(lab.Working).ToHaveCountAsync(7);
    });

    [Fact]
    public Task TextThatIsNoJson_SaysWhere_AndALinkBringsItsRepairs() => WalkAsync(async page =>
    {
        var lab = await ApiDocumentationPage.OpenAsync(page, "?predicted=skip&mended=vague-id");
        await Expect(lab.Repair("is called get1")).ToHaveAttributeAsync("aria-pressed", "true");
        await lab.Document.FillAsync("{\n  oops");
        await lab.Document.BlurAsync();
        await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Alert)).ToContainTextAsync("line 2");

        await lab.Document.FillAsync("");
        await lab.Document.BlurAsync();
        await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Alert)).ToContainTextAsync("line 1");
        await Expect(lab.Repair("is called get1")).ToBeDisabledAsync(); // there still, and the text can be fetched afresh
    });

    [Fact]
    public Task TextOfAnotherShape_CanBeMendedWhereItFits_AndBreaksNothing() => WalkAsync(async page =>
    {
        var lab = await ApiDocumentationPage.OpenAsync(page, "?predicted=skip");
        await Expect(lab.Document).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("get1"));
        await lab.Document.FillAsync("""{"components":[],"paths":{"/items":[],"/orders/{id}":{"get":{"responses":{}}}}}""");
        await lab.Document.BlurAsync();
        await lab.Repair("is called get1").ClickAsync(); // that operation is gone
        await lab.Repair("documents no error").ClickAsync();

        await Expect(lab.Document).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("\"404\""));
        await lab.SendStrangerAsync();
        await Expect(page.Locator("[data-verdict]")).ToHaveCountAsync(1);
    });
}
