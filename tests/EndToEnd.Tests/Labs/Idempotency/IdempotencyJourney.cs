using Visualizer.EndToEnd.Tests.Pages;
using Visualizer.EndToEnd.Tests.Support;
using Visualizer.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Visualizer.EndToEnd.Tests.Labs.Idempotency;

public sealed class IdempotencyJourney(Browser browser, House house) : Journey(browser, house)
{
    private static readonly object Ticket = new { product_id = 1, quantity = 1 };

    [Fact]
    public Task TwoLostAnswers_AreThreeOrdersWithoutAKey_AndOneWithIt() => WalkAsync(async page =>
    {
        var lab = await IdempotencyPage.OpenAsync(page);
        await Expect(lab.Button("Lose two answers")).ToBeDisabledAsync();
        await lab.PredictAsync("1", "2 likely");
        await lab.Button("Lose two answers").ClickAsync();
        await Expect(lab.Number("intent")).ToHaveTextAsync("1");
        await Expect(lab.Number("orders")).ToHaveTextAsync("3");
        await Expect(lab.Number("charged")).ToHaveTextAsync("60.00");
        await Expect(lab.Predicted).ToHaveTextAsync("1");
        await Expect(lab.Measured).ToHaveTextAsync("3");

        await lab.Button("Now with a key").ClickAsync();
        await Expect(lab.Number("order")).ToHaveTextAsync("1");
        await Expect(lab.Number("charged")).ToHaveTextAsync("20.00");
        await Expect(lab.OtherOrders).ToHaveTextAsync("without a key: 3");
        await Expect(lab.Attempts).ToHaveCountAsync(3);
        await Expect(lab.Measured).ToHaveTextAsync("3");
    });

    [Fact]
    public Task PressedTwice_TheScenarioIsPlayedOnce_AndEachBuyIsAnIntent() => WalkAsync(async page =>
    {
        var lab = await IdempotencyPage.OpenAsync(page, "?predicted=skip&lost=0");
        using var guest = new Guest(Root, lab.SandboxId);
        await lab.Button("Lose two answers").DblClickAsync();
        await Expect(lab.Attempts).ToHaveCountAsync(3);
        await Expect(lab.Number("orders")).ToHaveTextAsync("3");
        await Expect(lab.Number("intent")).ToHaveTextAsync("1");

        foreach (var _ in Enumerable.Range(0, 3))
            await lab.Button("Buy one ticket").ClickAsync();
        await Expect(lab.Number("intents")).ToHaveTextAsync("4");
        await Expect(lab.Number("orders")).ToHaveTextAsync("6");
        var run = (await guest.EventsAsync()).Select(e => e.GetProperty("type").GetString()).ToList();
        Assert.Equal(6, run.Skip(run.LastIndexOf("sandbox_started")).Count(type => type == "order_placed"));
    });

    [Fact]
    public Task RacyGate_IsHeldOpenForBoth_UntilTheClockMoves() => WalkAsync(async page =>
    {
        var lab = await IdempotencyPage.OpenAsync(page, "?predicted=skip&key=on&store=racy&tab=missions");
        using var guest = new Guest(Root, lab.SandboxId);
        await guest.PauseAsync();
        await lab.Button("Two at once").ClickAsync();
        await Expect(lab.Attempts.Filter(new() { HasText = "gate held open" })).ToHaveCountAsync(2);
        await Expect(lab.Number("orders")).ToHaveTextAsync("0");

        await guest.AdvanceAsync(300);
        await Expect(lab.Number("orders")).ToHaveTextAsync("2");
        await Expect(lab.Mission("race")).ToHaveAttributeAsync("data-solved", "true");
    });

    [Fact]
    public Task Mission_DoneByAnotherClient_IsDrawnAndSolved() => WalkAsync(async page =>
    {
        var lab = await IdempotencyPage.OpenAsync(page, "?tab=missions");
        using var guest = new Guest(Root, lab.SandboxId);
        (string, string) key = ("Idempotency-Key", "\"mine\""), agent = ("User-Agent", "curl/8.5.0");
        await Assert.ThrowsAsync<HttpRequestException>(() => guest.SendAsync(HttpMethod.Post, "api/orders", Ticket, key, agent, ("Demo-Fault", "drop-response")));
        await Expect(lab.Mission("lost")).ToContainTextAsync("an answer lost");
        await guest.SendAsync(HttpMethod.Post, "api/orders", Ticket, key, agent);

        await Expect(lab.Mission("lost")).ToHaveAttributeAsync("data-solved", "true");
        await Expect(lab.Attempts.Last).ToContainTextAsync("curl/8.5.0");
        await Expect(lab.Attempts.Last).ToContainTextAsync("201 replayed");
    });

    [Fact]
    public Task Method_ChosenByKeyboard_IsSent_AndIsInTheAddress() => WalkAsync(async page =>
    {
        var lab = await IdempotencyPage.OpenAsync(page, "?predicted=skip&lost=1");
        await lab.Choice("method", "DELETE").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(lab.Choice("method", "DELETE")).ToHaveAttributeAsync("aria-pressed", "true");
        await lab.Button("Delete one order").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(lab.Attempts.First).ToContainTextAsync("− order 199");
        await Expect(lab.Attempts.Last).ToContainTextAsync("404");
        Assert.Contains("method=DELETE", page.Url, StringComparison.Ordinal);
    });
}
