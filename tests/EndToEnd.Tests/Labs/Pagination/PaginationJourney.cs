using System.Net;
using Visualizer.EndToEnd.Tests.Pages;
using Visualizer.EndToEnd.Tests.Support;
using Visualizer.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Visualizer.EndToEnd.Tests.Labs.Pagination;

public sealed class PaginationJourney(Browser browser, House house) : Journey(browser, house)
{
    [Fact]
    public Task ThreeArrivePerPage_OffsetBringsFortyOneTwice_CursorEachOnce() => WalkAsync(async page =>
    {
        var lab = await PaginationPage.OpenAsync(page);
        await Expect(lab.TheWalk).ToBeDisabledAsync();
        await lab.PredictAsync("Exactly 100", "3 certain");
        await lab.TheWalk.ClickAsync();

        await Expect(lab.Measured).ToHaveTextAsync("141");
        await Expect(lab.Predicted).ToHaveTextAsync("Exactly 100");
        await Expect(lab.Confronted).ToContainTextAsync("a page number means other rows");
        await CountsAsync(lab, "offset", 141, 41, 0);
        await CountsAsync(lab, "cursor", 100, 0, 0);
    });

    [Fact]
    public Task ThreeGoPerPage_OffsetNeverSeesTwentyOne() => WalkAsync(async page =>
    {
        var lab = await PaginationPage.OpenAsync(page, "?predicted=skip&k=-3&mode=offset");
        await lab.TheWalk.ClickAsync();

        await CountsAsync(lab, "offset", 79, 0, 21);
    });

    [Fact]
    public Task TurningByKeyboard_GoesOnAfterAReload() => WalkAsync(async page =>
    {
        var lab = await PaginationPage.OpenAsync(page, "?k=1");
        await lab.Turn.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await CountsAsync(lab, "cursor", 10, 0, 0);

        await page.ReloadAsync();
        await lab.IsReadyAsync();
        await lab.Turn.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await CountsAsync(lab, "cursor", 20, 0, 0);
        await CountsAsync(lab, "offset", 20, 1, 0);
        var (offset, cursor) = (await lab.ReadAsync("offset"), await lab.ReadAsync("cursor"));
        Assert.Equal((102, 10, 10), (offset.Rows, offset.From, offset.Count));
        Assert.Equal((102, 12, 10), (cursor.Rows, cursor.From, cursor.Count));
    });

    [Fact]
    public Task LookedBackAt_ThePastIsThereAfterAReload() => WalkAsync(async page =>
    {
        var lab = await PaginationPage.OpenAsync(page, "?k=0");
        foreach (var rows in (int[])[10, 20])
        {
            await lab.Turn.ClickAsync();
            await CountsAsync(lab, "cursor", rows, 0, 0);
        }

        await page.GotoAsync($"{page.Url}&at=7");
        await lab.IsReadyAsync();
        await CountsAsync(lab, "cursor", 10, 0, 0);
        await page.ReloadAsync();
        await lab.IsReadyAsync();
        await CountsAsync(lab, "cursor", 10, 0, 0);
    });

    [Fact]
    public Task OutsideClient_LosesRowsThatTie_AndTheDepthIsMeasured() => WalkAsync(async page =>
    {
        var lab = await PaginationPage.OpenAsync(page, "?tab=missions");
        using var guest = new Guest(Root, lab.SandboxId);
        await guest.PauseAsync();
        for (var i = 0; i < 10; i++)
            await guest.PostAsync("api/items", new { name = "Late lamp", category = "office", price_cents = 100 });
        for (var path = "api/unsafe/items?limit=5"; path is not null;)
        {
            var answer = await guest.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            path = answer.Json.GetProperty("next_cursor").GetString() is { } cursor ? $"api/unsafe/items?limit=5&cursor={cursor}" : null;
        }

        await Expect(lab.Mission("tie")).ToHaveAttributeAsync("data-solved", "true");

        await lab.MeasureDepthsAsync();
        await Expect(lab.Depth(900_000).Last).ToContainTextAsync("×", new() { Timeout = 60_000 }); // the archive may have to be written first
        var (byOffset, byCursor) = (Number(await lab.Depth(900_000).Nth(0).InnerTextAsync()), Number(await lab.Depth(900_000).Nth(1).InnerTextAsync()));
        Assert.True(byOffset > 200 * byCursor, $"{byOffset} steps by offset, {byCursor} by cursor");
    });

    private static async Task CountsAsync(PaginationPage lab, string walker, params int[] counts)
    {
        foreach (var (count, shown) in counts.Zip(lab.Counts(walker)))
            await Expect(shown).ToHaveTextAsync($"{count}");
    }

    private static long Number(string text) => long.Parse(text.Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
}
