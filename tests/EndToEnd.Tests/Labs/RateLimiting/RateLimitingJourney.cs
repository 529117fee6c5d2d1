using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Visualizer.EndToEnd.Tests.Pages;
using Visualizer.EndToEnd.Tests.Support;
using Visualizer.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Visualizer.EndToEnd.Tests.Labs.RateLimiting;

public sealed class RateLimitingJourney(Browser browser, House house) : Journey(browser, house)
{
    [Fact]
    public Task TenRequests_EmptyTheBucket_AndItRefills() => WalkAsync(async page =>
    {
        var lab = await RateLimitingPage.OpenAsync(page);
        Assert.Equal(10, (await lab.ReadAsync("token-bucket")).Level, 0.05);

        await lab.SendTenAsync();
        await Expect(lab.Count).ToHaveTextAsync("50 exchanges");
        Assert.InRange((await lab.ReadAsync("token-bucket")).Level, 0, 5);
        await lab.LevelReachesAsync("token-bucket", 2);
    });

    [Fact]
    public Task TenBeforeTheEdgeAndTenBehind_PassTheFixedWindowAlone() => WalkAsync(async page =>
    {
        var lab = await RateLimitingPage.OpenAsync(page, "?predicted=skip");
        await lab.PlayTheTapeAsync();

        await Expect(lab.Count).ToHaveTextAsync("100 exchanges");
        await Expect(lab.Most("fixed-window")).ToContainTextAsync("20");
        foreach (var algorithm in (string[])["sliding-log", "sliding-counter", "token-bucket", "leaky-bucket"])
            await Expect(lab.Most(algorithm)).ToHaveTextAsync("10");
    });

    [Fact]
    public Task WrongPrediction_MeetsTheMeasurementAndItsExplanation() => WalkAsync(async page =>
    {
        var lab = await RateLimitingPage.OpenAsync(page);
        await Expect(lab.Play).ToBeDisabledAsync();
        await lab.PredictAsync("10", "3 certain");
        await Expect(lab.Play).ToBeEnabledAsync();
        await lab.PlayTheTapeAsync();

        await Expect(lab.Predicted).ToHaveTextAsync("10");
        await Expect(lab.Measured).ToHaveTextAsync("20");
        await Expect(lab.Confronted).ToContainTextAsync("one second can lie across the edge");

        await page.ReloadAsync();
        await lab.IsReadyAsync();
        await Expect(lab.Predicted).ToHaveTextAsync("10");
        await Expect(lab.Measured).ToHaveTextAsync("20");
    });

    [Fact]
    public Task Mission_DoneByAnotherClient_IsSolvedOnThePage() => WalkAsync(async page =>
    {
        var lab = await RateLimitingPage.OpenAsync(page, "?tab=missions");
        using var guest = Visiting(lab);
        await guest.PauseAsync();
        var refusal = await guest.GetAsync("api/limits/sliding-log");
        while (refusal.Status == HttpStatusCode.OK)
            refusal = await guest.GetAsync("api/limits/sliding-log");
        await Expect(lab.Mission("exact")).ToContainTextAsync("told to wait");

        await guest.AdvanceAsync(1_000 * long.Parse(refusal.Headers["Retry-After"], CultureInfo.InvariantCulture));
        await guest.GetAsync("api/limits/sliding-log");
        await Expect(lab.Mission("exact")).ToHaveAttributeAsync("data-solved", "true");
    });

    [Fact]
    public Task LookBack_ByKeyboard_ShowsAnEarlierEvent_AndActingReturnsToNow() => WalkAsync(async page =>
    {
        var lab = await RateLimitingPage.OpenAsync(page);
        using var guest = Visiting(lab);
        await guest.PauseAsync();
        await guest.GetAsync("api/limits/token-bucket");
        await guest.AdvanceAsync(2_000);
        await guest.GetAsync("api/limits/token-bucket");
        await Expect(lab.Count).ToHaveTextAsync("2 exchanges");

        await page.GetByRole(AriaRole.Slider, new() { Name = "look back" }).FocusAsync();
        for (var i = 0; i < 4; i++) // the second request's three events, and the advance
            await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(lab.Count).ToHaveTextAsync("1 exchange");
        await lab.LevelIsAsync("token-bucket", 9); // drawn right behind the words

        await lab.SendTenAsync();
        await Expect(lab.Count).ToHaveTextAsync("52 exchanges");
    });

    [Fact]
    public Task Tape_MovedByKeysAndByTheMouse_IsWhatIsPlayed_AndStaysInTheAddress() => WalkAsync(async page =>
    {
        var lab = await RateLimitingPage.OpenAsync(page, "?predicted=skip");
        await lab.Stop("at 10.1 s").FocusAsync();
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await Expect(lab.Stop("at 11.1 s")).ToBeFocusedAsync();

        await lab.PlayTheTapeAsync();
        await Expect(lab.MostInTen("fixed-window")).ToHaveTextAsync("20");
        await Expect(lab.Most("fixed-window")).ToHaveTextAsync("10"); // more than a second apart

        await lab.Stop("at 9.9 s").HoverAsync();
        await page.Mouse.DownAsync();
        await lab.Stop("at 11.1 s").HoverAsync(new() { Force = true });
        await page.Mouse.UpAsync();
        await Expect(lab.Stop("requests 1 to 20")).ToBeVisibleAsync(); // dropped on the other, they are one

        await page.WaitForURLAsync(new Regex(@"tape=11\.\dx20"));
        await page.ReloadAsync();
        await lab.IsReadyAsync();
        await Expect(lab.Stop("requests 1 to 20 at 11")).ToBeVisibleAsync();

        await lab.Preset.SelectOptionAsync("two-bursts");
        await lab.PlayTheTapeAsync();
        await Expect(lab.Refused("fixed-window")).ToHaveTextAsync("10");
    });

    [Fact]
    public Task LinkWithLimits_PutsThemIntoForce_AndDialsReachTheAddress() => WalkAsync(async page =>
    {
        var lab = await RateLimitingPage.OpenAsync(page, "?predicted=skip&limit=15&window=5&refill=2&tape=at-once");
        using var guest = Visiting(lab);
        await Expect(lab.Lane("sliding-log")).ToContainTextAsync("15 in any 5 s");
        Assert.Equal(15, (await guest.GetAsync("sandbox/limits/fixed-window")).Json.GetProperty("limit").GetInt32());
        await lab.PlayTheTapeAsync();
        await Expect(lab.Most("sliding-log")).ToHaveTextAsync("15");
        await Expect(lab.Most("token-bucket")).ToHaveTextAsync("10");

        await lab.Dial("limit").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(lab.Lane("sliding-log")).ToContainTextAsync("16 in any 5 s");
        await page.WaitForURLAsync(new Regex("limit=16"));

        await guest.PutAsync("sandbox/limits/token-bucket", new { capacity = 40, refill_per_second = 2 });
        await Expect(lab.Dial("capacity")).ToHaveJSPropertyAsync("value", "40"); // a terminal moves the dials, too
    });

    [Fact]
    public Task KeyR_ResetsTheLab() => WalkAsync(async page =>
    {
        var lab = await RateLimitingPage.OpenAsync(page);
        await lab.SendTenAsync();
        await Expect(lab.Count).ToHaveTextAsync("50 exchanges");
        await page.Keyboard.PressAsync("r");
        await Expect(lab.Rows).ToHaveCountAsync(0);
    });

    [Fact]
    public Task SandboxDeleted_ThePageSaysSo_AndOffersAFreshOne() => WalkAsync(async page =>
    {
        var lab = await RateLimitingPage.OpenAsync(page);
        using var guest = Visiting(lab);
        await guest.SendAsync(HttpMethod.Delete, "sandbox");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("has ended");
    });

    [Theory]
    [InlineData(0.1, false)]
    [InlineData(1, false)]
    [InlineData(10, false)]
    [InlineData(100, false)]
    [InlineData(1, true)]
    public Task DrawnLevel_IsWithinOnePercentOfTheServers(double rate, bool paused) => WalkAsync(async page =>
    {
        var lab = await RateLimitingPage.OpenAsync(page);
        using var guest = Visiting(lab);
        await guest.PutAsync("sandbox/limits/token-bucket", new { capacity = 100, refill_per_second = 1 });
        await lab.SendTenAsync();
        await Expect(lab.Count).ToHaveTextAsync("50 exchanges");
        await guest.PutAsync("sandbox/clock", new { rate, paused });
        await page.WaitForFunctionAsync("rate => document.querySelector('[data-testid=clock]')?.textContent.includes(rate)", paused ? "paused" : $"×{rate}");

        for (var i = 0; i < 5; i++)
        {
            var drawn = await lab.ReadAsync("token-bucket");
            Assert.Equal(LevelAt(await guest.EventsAsync(), drawn.At), drawn.Level, 1.0); // 1 % of 100
            var server = DateTimeOffset.Parse((await guest.GetAsync("sandbox/clock")).Json.GetProperty("now").GetString()!).ToUnixTimeMilliseconds();
            Assert.InRange(drawn.At, paused ? server : 0, server + 1); // never ahead; on a standing clock the same millisecond
        }
    });

    [Fact]
    public Task OutsideCall_AppearsWithItsSender() => WalkAsync(async page =>
    {
        var lab = await RateLimitingPage.OpenAsync(page);
        using var guest = Visiting(lab);
        for (var i = 1; i <= 5; i++)
        {
            await guest.GetAsync("api/limits/token-bucket", ("User-Agent", "curl/8.5.0"));
            await Expect(lab.Rows).ToHaveCountAsync(i);
        }

        await Expect(lab.Rows.First).ToContainTextAsync("curl/8.5.0");
    });

    [Fact]
    public Task Row_Opened_ShowsTheExchangeAsReceived() => WalkAsync(async page =>
    {
        var lab = await RateLimitingPage.OpenAsync(page);
        await lab.SendTenAsync();
        await Expect(lab.Count).ToHaveTextAsync("50 exchanges");

        await lab.OpenRowAsync("/limits/token-bucket");
        await Expect(page.GetByText("HTTP/1.1 200 OK").First).ToBeVisibleAsync();
        await Expect(page.GetByText("RateLimit-Policy:").First).ToBeVisibleAsync();
    });

    [Fact]
    public Task WhileNothingHappens_NothingTravels() => WalkAsync(async page =>
    {
        var frames = 0;
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => frames += IsPing(frame) ? 0 : 1;
        var lab = await RateLimitingPage.OpenAsync(page);
        using var guest = Visiting(lab);
        await guest.GetAsync("api/limits/token-bucket?cost=10"); // no queue, whose departures would be news
        await Expect(lab.Count).ToHaveTextAsync("1 exchange");
        await lab.LevelReachesAsync("token-bucket", 1.5); // words follow half a second behind
        var before = frames;

        await lab.LevelReachesAsync("token-bucket", 3.5); // two seconds in which the picture moves
        Assert.Equal(before, frames);
    });

    [Fact]
    public Task Keyboard_SendsAndResets() => WalkAsync(async page =>
    {
        var lab = await RateLimitingPage.OpenAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send 10 requests" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(lab.Count).ToHaveTextAsync("50 exchanges");

        await page.GetByRole(AriaRole.Button, new() { Name = "Reset this lab" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(lab.Rows).ToHaveCountAsync(0);
        Assert.Equal(10, (await lab.ReadAsync("token-bucket")).Level, 0.05);
    });

    private Guest Visiting(RateLimitingPage lab) => new(Root, lab.SandboxId);

    private static bool IsPing(IWebSocketFrame frame) => frame.Binary is { Length: <= 4 };

    /// <summary>What the journal says the level is at an instant: the last decision's own forecast.</summary>
    private static double LevelAt(IEnumerable<JsonElement> events, double at)
    {
        var level = events.Last(e => e.GetProperty("type").GetString() == "request_admitted"
            && e.GetProperty("data").GetProperty("algorithm").GetString() == "token-bucket").GetProperty("data").GetProperty("level");
        var corners = level.EnumerateArray().Select(c => (At: c.GetProperty("at_ms").GetDouble(), Level: c.GetProperty("level").GetDouble())).ToList();
        var (from, to) = (corners[0], corners[^1]);
        var share = Math.Clamp((at - from.At) / Math.Max(1e-9, to.At - from.At), 0, 1);
        return from.Level + (share * (to.Level - from.Level));
    }
}
